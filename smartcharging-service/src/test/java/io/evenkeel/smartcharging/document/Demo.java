package io.evenkeel.smartcharging.document;

import io.evenkeel.smartcharging.domain.problem.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The problem that the format's description gives as its example. */
public final class Demo {

  private Demo() {}

  public static String text() {
    try (InputStream demo = Demo.class.getResourceAsStream("/problems/demo.json")) {
      return new String(Objects.requireNonNull(demo).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The example with a part of its text replaced, which must be there. */
  static String with(String part, String instead) {
    String text = text();
    if (!text.contains(part)) {
      throw new IllegalArgumentException("the example has no " + part);
    }
    return text.replace(part, instead);
  }

  public static Instance instance() {
    return switch (ProblemReading.read(text())) {
      case ProblemReading.Result.Read(Instance instance) -> instance;
      case ProblemReading.Result.Refused(var violations) ->
          throw new IllegalStateException(violations.toString());
    };
  }
}
