package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Flag.FLAG;
import static io.evenkeel.ocpp.shape.Many.list;
import static io.evenkeel.ocpp.shape.Text.text;

import io.evenkeel.ocpp.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys given, or all. So that one value does not cost the whole answer, a value that is a
 * number is taken for its text and one that is too long is cut. OCPP 1.6 section 5.8.
 */
public final class GetConfiguration {
  private GetConfiguration() {}

  public record Request(@Nullable List<String> key) implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(optional("key", list(text(50)), Request::key), Request::new);

    public Request {
      SHAPE.check(key);
      key = key == null ? null : List.copyOf(key);
    }
  }

  public record Response(
      @Nullable List<KeyValue> configurationKey, @Nullable List<String> unknownKey)
      implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(
            optional("configurationKey", list(KeyValue.SHAPE), Response::configurationKey),
            optional("unknownKey", list(text(50)), Response::unknownKey),
            Response::new);

    public Response {
      SHAPE.check(configurationKey, unknownKey);
      configurationKey = configurationKey == null ? null : List.copyOf(configurationKey);
      unknownKey = unknownKey == null ? null : List.copyOf(unknownKey);
    }
  }

  /** A configuration key; without a value when the charge point does not tell it. */
  public record KeyValue(String key, boolean readonly, @Nullable String value) {
    public static final Shape<KeyValue> SHAPE =
        Shape.of(
            required("key", text(50), KeyValue::key),
            required("readonly", FLAG, KeyValue::readonly),
            optional("value", text(500).lenient(), KeyValue::value),
            KeyValue::new);

    public KeyValue {
      SHAPE.check(key, readonly, value);
    }

    /** Without the value, which may be a secret such as AuthorizationKey. */
    @Override
    public String toString() {
      return "KeyValue[key=" + key + ", readonly=" + readonly + "]";
    }
  }
}
