package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a record looks like as a JSON object: its properties in the order of the record's
 * components. The one place that knows a message's names, types, bounds and leniencies; reading,
 * writing and the check in the record's constructor all go by it.
 *
 * @param <R> the record
 */
public final class Shape<R> implements Type<R> {
  private final List<Field<R, ?>> fields;
  private final Field<R, ?>[] table;
  private final String[] names;
  private final Function<@Nullable Object[], R> constructor;
  private final boolean evenWithoutObject;

  private Shape(
      List<Field<R, ?>> fields,
      Function<@Nullable Object[], R> constructor,
      boolean evenWithoutObject) {
    this.fields = fields;
    this.table = table(fields);
    this.names = fields.stream().map(Field::name).toArray(String[]::new);
    this.constructor = constructor;
    this.evenWithoutObject = evenWithoutObject;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // there is no other way to make an array of these
  private static <R> Field<R, ?>[] table(List<Field<R, ?>> fields) {
    return fields.toArray(new Field[0]);
  }

  /** A record without components. */
  public static <R> Shape<R> of(Supplier<R> constructor) {
    return new Shape<>(List.of(), values -> constructor.get(), false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A> Shape<R> of(Field<R, A> a, Function<A, R> constructor) {
    return new Shape<>(List.of(a), v -> constructor.apply((A) v[0]), false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A, B> Shape<R> of(
      Field<R, A> a, Field<R, B> b, BiFunction<A, B, R> constructor) {
    return new Shape<>(List.of(a, b), v -> constructor.apply((A) v[0], (B) v[1]), false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A, B, C> Shape<R> of(
      Field<R, A> a, Field<R, B> b, Field<R, C> c, Constructor.Three<A, B, C, R> constructor) {
    return new Shape<>(
        List.of(a, b, c), v -> constructor.make((A) v[0], (B) v[1], (C) v[2]), false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A, B, C, D> Shape<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Constructor.Four<A, B, C, D, R> constructor) {
    return new Shape<>(
        List.of(a, b, c, d), v -> constructor.make((A) v[0], (B) v[1], (C) v[2], (D) v[3]), false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A, B, C, D, E> Shape<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Constructor.Five<A, B, C, D, E, R> constructor) {
    return new Shape<>(
        List.of(a, b, c, d, e),
        v -> constructor.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]),
        false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A, B, C, D, E, F> Shape<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Field<R, F> f,
      Constructor.Six<A, B, C, D, E, F, R> constructor) {
    return new Shape<>(
        List.of(a, b, c, d, e, f),
        v -> constructor.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]),
        false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A, B, C, D, E, F, G> Shape<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Field<R, F> f,
      Field<R, G> g,
      Constructor.Seven<A, B, C, D, E, F, G, R> constructor) {
    return new Shape<>(
        List.of(a, b, c, d, e, f, g),
        v -> constructor.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6]),
        false);
  }

  @SuppressWarnings("unchecked") // values[i] was read by the i-th field
  public static <R, A, B, C, D, E, F, G, H, I> Shape<R> of(
      Field<R, A> a,
      Field<R, B> b,
      Field<R, C> c,
      Field<R, D> d,
      Field<R, E> e,
      Field<R, F> f,
      Field<R, G> g,
      Field<R, H> h,
      Field<R, I> i,
      Constructor.Nine<A, B, C, D, E, F, G, H, I, R> constructor) {
    return new Shape<>(
        List.of(a, b, c, d, e, f, g, h, i),
        v ->
            constructor.make(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7],
                (I) v[8]),
        false);
  }

  /** The same; a payload that is not even an object is read as one without properties. */
  public Shape<R> evenWithoutObject() {
    return new Shape<>(fields, constructor, true);
  }

  public List<Field<R, ?>> fields() {
    return fields;
  }

  public boolean isEmpty() {
    return table.length == 0;
  }

  /**
   * Reads the payload the parser stands at. As {@link #read}, but what is no object is a matter of
   * the frame's form; and null will do for a message without properties.
   */
  public @Nullable R readPayload(Reading in) throws IOException {
    var token = in.json().currentToken();
    if (token == JsonToken.START_OBJECT) {
      return read(in);
    }
    boolean nothing = token == JsonToken.VALUE_NULL && isEmpty();
    if (in.strict() || !(nothing || evenWithoutObject)) {
      return in.fail(ErrorCode.FormationViolation, "the payload is not an object");
    }
    in.json().skipChildren();
    in.remark(nothing ? "null" : "not an object");
    return finish(in, new @Nullable Object[table.length]);
  }

  @Override
  public @Nullable R read(Reading in) throws IOException {
    var json = in.json();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not an object");
    }
    var values = new @Nullable Object[table.length];
    Problem first = null;
    int expected = 0;
    for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      int index = indexOf(name, expected);
      json.nextToken();
      if (index < 0) {
        if (in.strict()) {
          in.fail(ErrorCode.PropertyConstraintViolation, "unknown property");
        } else {
          in.remark("unknown property");
          json.skipChildren();
        }
      } else {
        if (values[index] != null) {
          in.remark("given twice, the last one kept");
        }
        values[index] = table[index].read(in);
        expected = index + 1;
      }
      if (index < 0 || values[index] == null) {
        var problem = in.takeProblem();
        first = first == null ? problem : first;
      }
    }
    return first == null ? finish(in, values) : in.fail(first);
  }

  private @Nullable R finish(Reading in, @Nullable Object[] values) {
    for (int i = 0; i < table.length; i++) {
      if (values[i] == null) {
        values[i] = table[i].absent(in);
        if (values[i] == null && table[i].required()) {
          return null;
        }
      }
    }
    return constructor.apply(values);
  }

  /** Properties mostly come in the order of the specification: look at the next one first. */
  private int indexOf(String name, int expected) {
    for (int i = expected; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    for (int i = Math.min(expected, names.length) - 1; i >= 0; i--) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void write(R value, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (var field : table) {
      field.write(value, out);
    }
    out.writeEndObject();
  }

  /** Nothing: a record checks itself when it is made. */
  @Override
  public @Nullable String complaint(R value) {
    return null;
  }

  /**
   * Checks what a record is about to be made of, in the order of its components.
   *
   * @throws IllegalArgumentException naming the field that is missing or out of bounds
   */
  @SuppressWarnings("unchecked") // the record passes its own components
  public void check(@Nullable Object... components) {
    for (int i = 0; i < table.length; i++) {
      ((Field<R, Object>) table[i]).check(components[i]);
    }
  }
}
