package io.evenkeel.ocpp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Where the JSON parser and generator come from, and how they are set. */
final class Json {
  private static final int USUAL_FRAME = 512;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Peers choose the property names: those must not end up in the JVM's own string table.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // The length of a frame bounds numbers and names; a long number is out of range, not
          // broken.
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Json() {}

  /** Writes into a generator. */
  interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  static JsonParser read(String text) throws IOException {
    return FACTORY.createParser(text);
  }

  static String write(Body body) {
    var text = new StringWriter(USUAL_FRAME);
    try (var out = FACTORY.createGenerator(text)) {
      body.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a StringWriter does not fail", impossible);
    }
    return text.toString();
  }
}
