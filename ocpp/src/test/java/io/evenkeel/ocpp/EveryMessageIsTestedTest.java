package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.shape.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the families of messages to being complete. */
class EveryMessageIsTestedTest {
  private static final List<MessageFamily> FAMILIES =
      List.of(
          new CoreFromChargePointTest(),
          new TransactionMessagesTest(),
          new CoreFromCentralSystemTest(),
          new FirmwareMessagesTest(),
          new LocalListAndReservationMessagesTest(),
          new SmartChargingAndTriggerMessagesTest(),
          new SecurityMessagesTest(),
          new SecurityLogAndFirmwareMessagesTest());

  @Test
  void everyMessageHasARoundTrip() {
    var tested =
        FAMILIES.stream()
            .flatMap(family -> family.roundTrips().stream())
            .map(RoundTrip::type)
            .collect(Collectors.toSet());
    var all =
        Stream.of(Action.values())
            .flatMap(action -> Stream.of(action.requestType(), action.responseType()))
            .collect(Collectors.toSet());

    assertEquals(78, all.size(), "messages");
    assertEquals(all, tested, "messages with a round trip");
  }

  @Test
  void everyPropertyOfEveryMessageIsMalformedOnce() {
    var malformed =
        FAMILIES.stream()
            .flatMap(family -> family.malformed().stream())
            .map(one -> name(one.action(), one.request(), one.field().replaceFirst("[\\[.].*", "")))
            .collect(Collectors.toSet());
    Set<String> properties = new TreeSet<>();
    for (var action : Action.values()) {
      properties.addAll(names(action.requestShape().fields(), field -> name(action, true, field)));
      properties.addAll(
          names(action.responseShape().fields(), field -> name(action, false, field)));
    }
    properties.removeAll(malformed);

    assertEquals(Set.of(), properties, "properties without a malformed case");
  }

  private static <R> List<String> names(
      List<Field<R, ?>> fields, Function<String, String> qualified) {
    return fields.stream().map(Field::name).map(qualified).toList();
  }

  private static String name(Action action, boolean request, String field) {
    return action + (request ? ".Request." : ".Response.") + field;
  }
}
