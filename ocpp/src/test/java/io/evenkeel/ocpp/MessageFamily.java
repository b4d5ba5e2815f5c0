package io.evenkeel.ocpp;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests that every message has; a family of messages supplies the cases. */
interface MessageFamily {

  List<RoundTrip> roundTrips();

  List<Malformed> malformed();

  @TestFactory
  default Stream<DynamicTest> becomesItsPayloadAndBack() {
    return roundTrips().stream()
        .map(one -> DynamicTest.dynamicTest(name(one.type(), one.json()), one::verify));
  }

  @TestFactory
  default Stream<DynamicTest> isRefusedWithCodeAndField() {
    return malformed().stream().map(one -> DynamicTest.dynamicTest(name(one), one::verify));
  }

  private static String name(Malformed one) {
    return one.action() + (one.request() ? ".Request " : ".Response ") + cut(one.json());
  }

  private static String name(Class<?> type, String json) {
    return type.getName().replaceFirst(".*\\.", "").replace('$', '.') + " " + cut(json);
  }

  private static String cut(String json) {
    return json.length() <= 80 ? json : json.substring(0, 80) + "…";
  }
}
