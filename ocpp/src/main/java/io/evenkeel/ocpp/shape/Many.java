package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list without gaps.
 *
 * @param fewest how many elements there must be
 * @param lenient whether an element that cannot be read is left out, with a remark
 */
public record Many<T>(Type<T> element, int fewest, boolean lenient) implements Type<List<T>> {

  public static <T> Many<T> list(Type<T> element) {
    return new Many<>(element, 0, false);
  }

  public static <T> Many<T> listOfAtLeastOne(Type<T> element) {
    return new Many<>(element, 1, false);
  }

  /** The same, with elements that cannot be read left out. */
  public Many<T> withoutUnreadable() {
    return new Many<>(element, fewest, true);
  }

  @Override
  public @Nullable List<T> read(Reading in) throws IOException {
    var json = in.json();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return in.fail(ErrorCode.TypeConstraintViolation, "not a list");
    }
    var values = new ArrayList<T>(8);
    Problem first = null;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      var value = element.read(in);
      if (value != null) {
        values.add(value);
        continue;
      }
      var problem = in.takeProblem();
      if (problem != null && lenient && !in.strict()) {
        in.remarkAt(in.path(), "left out, " + within(in.path(), problem));
      } else if (first == null) {
        first = problem;
      }
    }
    if (first != null) {
      return in.fail(first);
    }
    var complaint = complaint(values);
    return complaint == null
        ? List.copyOf(values)
        : in.fail(ErrorCode.OccurenceConstraintViolation, complaint);
  }

  @Override
  public void write(List<T> value, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (T one : value) {
      element.write(one, out);
    }
    out.writeEndArray();
  }

  @Override
  public @Nullable String complaint(List<T> value) {
    if (value.size() < fewest) {
      return "fewer than " + fewest + " elements";
    }
    for (T one : value) {
      if (one == null) {
        return "a null element";
      }
      var complaint = element.complaint(one);
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }

  private static String within(String path, Problem problem) {
    return problem.path().startsWith(path)
        ? new Problem(problem.code(), problem.path().substring(path.length()), problem.what())
            .text()
            .replaceFirst("^\\.", "")
        : problem.text();
  }
}
