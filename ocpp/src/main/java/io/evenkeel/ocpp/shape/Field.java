package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Timestamp;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One property of a message: its name on the wire, its type, whether it must be there, where it
 * stands in the record, and what is done about a bad one.
 *
 * @param <R> the record
 * @param <T> the property's value in Java
 */
public final class Field<R, T> {

  /** The record's accessor. */
  public interface Getter<R, T> {
    @Nullable T get(R record);
  }

  private final SerializedString name;
  private final Type<T> type;
  private final boolean required;
  private final Getter<R, T> getter;
  private final @Nullable Mend<T> mend;

  private Field(
      String name, Type<T> type, boolean required, Getter<R, T> getter, @Nullable Mend<T> mend) {
    this.name = new SerializedString(name);
    this.type = type;
    this.required = required;
    this.getter = getter;
    this.mend = mend;
  }

  public static <R, T> Field<R, T> required(String name, Type<T> type, Getter<R, T> getter) {
    return new Field<>(name, type, true, getter, null);
  }

  public static <R, T> Field<R, T> optional(String name, Type<T> type, Getter<R, T> getter) {
    return new Field<>(name, type, false, getter, null);
  }

  /** The same; one that cannot be read is left out, with a remark. */
  public Field<R, T> orLeftOut() {
    return mended(new Mend<>(false, receivedAt -> null, "left out"));
  }

  /** The same, with a value that stands in for a missing one and one that cannot be read. */
  public Field<R, T> orElse(T value) {
    return mended(new Mend<>(true, receivedAt -> value, words(value) + " assumed"));
  }

  /** The same, with a value that stands in for one that cannot be read; it must be there. */
  public Field<R, T> unreadableAs(T value) {
    return mended(new Mend<>(false, receivedAt -> value, words(value) + " assumed"));
  }

  /** A time whose place is taken by the time of receipt when it is missing or cannot be read. */
  public static <R> Field<R, Timestamp> requiredOrReceipt(
      String name, Type<Timestamp> type, Getter<R, Timestamp> getter) {
    return required(name, type, getter)
        .mended(new Mend<>(true, Timestamp::of, "time of receipt assumed"));
  }

  private static String words(Object value) {
    var text = value.toString();
    return text.isEmpty() ? "empty text" : text;
  }

  private Field<R, T> mended(Mend<T> by) {
    return new Field<>(name.getValue(), type, required, getter, by);
  }

  public String name() {
    return name.getValue();
  }

  public Type<T> type() {
    return type;
  }

  public boolean required() {
    return required;
  }

  /** Whether a bad value, or none, is mended instead of refused. */
  public boolean lenient() {
    return mend != null;
  }

  /** The value, or null when it is absent or bad; when bad, the reason is in {@code in}. */
  @Nullable T read(Reading in) throws IOException {
    if (in.json().currentToken() == JsonToken.VALUE_NULL) {
      if (!required) {
        in.remark("null");
      }
      return null;
    }
    var value = type.read(in);
    if (value != null || mend == null || in.strict()) {
      return value;
    }
    var problem = in.takeProblem();
    if (problem != null) {
      in.remarkAt(problem.path(), problem.what() + ", " + mend.words());
    }
    return mend.value().apply(in.receivedAt());
  }

  /**
   * What stands for the property when the object has ended without it; null with a reason if it had
   * to be there.
   */
  @Nullable T absent(Reading in) {
    if (!required) {
      return null;
    }
    if (mend == null || !mend.missing() || in.strict()) {
      return in.failAt(ErrorCode.OccurenceConstraintViolation, name(), "missing");
    }
    in.remarkAt(in.pathTo(name()), "missing, " + mend.words());
    return mend.value().apply(in.receivedAt());
  }

  void write(R record, JsonGenerator out) throws IOException {
    var value = getter.get(record);
    if (value != null) {
      out.writeFieldName(name);
      type.write(value, out);
    }
  }

  /**
   * @throws IllegalArgumentException naming the field when the value is out of bounds
   */
  void check(@Nullable T value) {
    if (value == null) {
      if (required) {
        throw new IllegalArgumentException(name() + ": missing");
      }
      return;
    }
    var complaint = type.complaint(value);
    if (complaint != null) {
      throw new IllegalArgumentException(name() + ": " + complaint);
    }
  }
}
