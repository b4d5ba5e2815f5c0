package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a property's value may be, and how it is read from and written to JSON.
 *
 * @param <T> the value in Java
 */
public sealed interface Type<T>
    permits Choice, Decimal, Flag, Many, Moment, Shape, Text, UriText, Whole, WholeLong {

  /**
   * Reads the value the parser stands at and leaves the parser at the value's last token.
   *
   * @return the value, or null when there is none that may stand; the reason is then in {@code in}
   * @throws IOException when the text is not JSON
   */
  @Nullable T read(Reading in) throws IOException;

  /** Writes the value, which must have passed {@link #complaint}. */
  void write(T value, JsonGenerator out) throws IOException;

  /** Why the value is out of bounds, in words that follow "name: "; null when it is within. */
  @Nullable String complaint(T value);
}
