package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of a fixed set of words, told apart by case. */
public final class Choice<E extends Enum<E> & Wire> implements Type<E> {
  private final List<E> constants;
  private final Map<String, E> byWire;
  private final @Nullable E unknown;

  private Choice(List<E> constants, @Nullable E unknown) {
    this.constants = constants;
    this.byWire =
        constants.stream().collect(Collectors.toUnmodifiableMap(Wire::wire, Function.identity()));
    this.unknown = unknown;
  }

  public static <E extends Enum<E> & Wire> Choice<E> oneOf(Class<E> words) {
    return new Choice<>(List.copyOf(Arrays.asList(words.getEnumConstants())), null);
  }

  /** The same, with a word that is not known taken for the given one, with a remark. */
  public Choice<E> unknownAs(E constant) {
    return new Choice<>(constants, constant);
  }

  public List<E> constants() {
    return constants;
  }

  @Override
  public @Nullable E read(Reading in) throws IOException {
    var json = in.json();
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a string");
    }
    var value = byWire.get(json.getText());
    if (value != null) {
      return value;
    }
    if (unknown != null && !in.strict()) {
      in.remark("unknown value, " + unknown.wire() + " assumed");
      return unknown;
    }
    return in.fail(
        ErrorCode.PropertyConstraintViolation,
        in.strict() ? "not one of " + words() : "unknown value");
  }

  @Override
  public void write(E value, JsonGenerator out) throws IOException {
    out.writeString(value.wire());
  }

  @Override
  public @Nullable String complaint(E value) {
    return null;
  }

  /** The words, as they go over the wire. */
  public String words() {
    return constants.stream().map(Wire::wire).collect(Collectors.joining(", "));
  }
}
