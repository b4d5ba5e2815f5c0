package io.evenkeel.ocpp.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.evenkeel.ocpp.ErrorCode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payload while it is read: where the parser stands, what was tolerated so far, and why the
 * value just read could not be used.
 *
 * <p>The reason is handed up like a second return value: a {@link Type#read} that returns null has
 * left one here, and its caller takes it. Nothing is thrown for a bad value, because the parser
 * must in any case move on to the value's end, and because a flood of bad frames must stay cheap.
 */
public final class Reading {
  private static final int MOST_REMARKS = 32;
  private static final int LONGEST_NAME = 50;

  private final JsonParser json;
  private final Instant receivedAt;
  private final boolean strict;
  private final @Nullable JsonStreamContext outside;
  private @Nullable List<String> remarks;
  private @Nullable Problem problem;

  private Reading(JsonParser json, Instant receivedAt, boolean strict) {
    this.json = json;
    this.receivedAt = receivedAt;
    this.strict = strict;
    var here = json.getParsingContext();
    this.outside = json.currentToken().isStructStart() ? here.getParent() : here;
  }

  /**
   * Reads what another party sent: what the table tolerates is mended and remarked upon.
   *
   * @param json stands at the payload's first token
   * @param receivedAt stands in for a time that a transaction message lacks
   */
  public static Reading tolerant(JsonParser json, Instant receivedAt) {
    return new Reading(json, receivedAt, false);
  }

  /** Reads what must be right: nothing is mended, unknown properties are refused. */
  public static Reading strict(JsonParser json) {
    return new Reading(json, Instant.EPOCH, true);
  }

  JsonParser json() {
    return json;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  boolean strict() {
    return strict;
  }

  /** What was tolerated, each {@code <path>: <what>}; at most 32 and a last one that says so. */
  public List<String> remarks() {
    return remarks == null ? List.of() : List.copyOf(remarks);
  }

  /** The reason left by the last read that returned null, which is taken away by this. */
  public @Nullable Problem takeProblem() {
    var taken = problem;
    problem = null;
    return taken;
  }

  /** Leaves a reason against the value the parser stands at, and moves to its end. */
  <T> @Nullable T fail(ErrorCode code, String what) throws IOException {
    json.skipChildren();
    problem = new Problem(code, path(), what);
    return null;
  }

  /** Leaves a reason against a property of the object whose end the parser stands at. */
  <T> @Nullable T failAt(ErrorCode code, String property, String what) {
    problem = new Problem(code, pathTo(property), what);
    return null;
  }

  /** Hands an earlier reason up again. */
  <T> @Nullable T fail(Problem earlier) {
    problem = earlier;
    return null;
  }

  /** Notes a leniency used on the value the parser stands at. */
  void remark(String what) {
    remarkAt(path(), what);
  }

  /** Notes a leniency used elsewhere. */
  public void remarkAt(String path, String what) {
    if (remarks == null) {
      remarks = new ArrayList<>();
    }
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(path.isEmpty() ? "payload: " + what : path + ": " + what);
    } else if (remarks.size() == MOST_REMARKS) {
      remarks.add("payload: further remarks left out");
    }
  }

  /** Where the parser stands, from the payload down. */
  String path() {
    var out = new StringBuilder();
    append(out, json.getParsingContext());
    return out.toString();
  }

  /** Where a property would be of the object whose end the parser stands at. */
  String pathTo(String property) {
    var object = path();
    return object.isEmpty() ? property : object + "." + property;
  }

  private void append(StringBuilder out, @Nullable JsonStreamContext context) {
    if (context == null || context == outside || context.inRoot()) {
      return;
    }
    append(out, context.getParent());
    var name = context.getCurrentName();
    if (context.inArray()) {
      out.append('[').append(context.getCurrentIndex()).append(']');
    } else if (name != null) {
      out.append(out.isEmpty() ? "" : ".").append(name, 0, Math.min(name.length(), LONGEST_NAME));
    }
  }
}
