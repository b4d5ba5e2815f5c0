package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A string that is an absolute URI. */
public record UriText() implements Type<String> {
  public static final UriText URI_TEXT = new UriText();

  @Override
  public @Nullable String read(Reading in) throws IOException {
    var json = in.json();
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a string");
    }
    var value = json.getText();
    var complaint = complaint(value);
    return complaint == null ? value : in.fail(ErrorCode.TypeConstraintViolation, complaint);
  }

  @Override
  public void write(String value, JsonGenerator out) throws IOException {
    out.writeString(value);
  }

  @Override
  public @Nullable String complaint(String value) {
    try {
      return new URI(value).isAbsolute() ? null : "not an absolute URI";
    } catch (URISyntaxException malformed) {
      return "not a URI";
    }
  }

  /** The address without the user and password that may be in it, fit for a log. */
  public static String withoutUser(String address) {
    return address.replaceFirst("//[^/]*@", "//***@");
  }
}
