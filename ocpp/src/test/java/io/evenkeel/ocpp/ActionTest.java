package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.ocpp.core.Heartbeat;
import io.evenkeel.ocpp.core.Reset;
import io.evenkeel.ocpp.shape.Choice;
import io.evenkeel.ocpp.shape.Decimal;
import io.evenkeel.ocpp.shape.Field;
import io.evenkeel.ocpp.shape.Flag;
import io.evenkeel.ocpp.shape.Many;
import io.evenkeel.ocpp.shape.Moment;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Text;
import io.evenkeel.ocpp.shape.Type;
import io.evenkeel.ocpp.shape.UriText;
import io.evenkeel.ocpp.shape.Whole;
import io.evenkeel.ocpp.shape.WholeLong;
import io.evenkeel.ocpp.shape.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table against the message definitions, transcribed in {@code messages.txt}. */
class ActionTest {

  @Test
  void knows39ActionsOfWhich11AreTheSecurityExtension() {
    assertEquals(39, Action.values().length);
    assertEquals(11, Stream.of(Action.values()).filter(Action::securityExtension).count());
  }

  @Test
  void knowsWhoCallsWhat() {
    var byDirection =
        Stream.of(Action.values())
            .collect(Collectors.groupingBy(Action::direction, Collectors.counting()));

    assertEquals(13, byDirection.get(Direction.FROM_CHARGE_POINT), "from the charge point only");
    assertEquals(25, byDirection.get(Direction.FROM_CENTRAL_SYSTEM), "from us only");
    assertEquals(1, byDirection.get(Direction.BOTH), "DataTransfer");
  }

  @Test
  void findsAnActionByItsNameAndItsMessages() {
    assertEquals(Optional.of(Action.Reset), Action.of("Reset"));
    assertEquals(Optional.empty(), Action.of("reset"));
    assertEquals(Action.Reset, Action.of(new Reset.Request(Reset.Type.Hard)));
    assertEquals(Action.Heartbeat, Action.of(new Heartbeat.Request()));
    assertEquals(Action.Reset, Action.of(new Reset.Response(Reset.Status.Accepted)));
  }

  @Test
  void hasEveryPropertyOfTheSpecificationWithItsBounds() throws IOException {
    var table = new StringBuilder();
    Stream.of(Action.values())
        .sorted(Comparator.comparing(Action::wire))
        .forEach(
            action -> {
              describe(table, action + ".Request", action.requestShape());
              describe(table, action + ".Response", action.responseShape());
            });

    assertEquals(specification(), table.toString());
  }

  private static String specification() throws IOException {
    try (var in = ActionTest.class.getResourceAsStream("messages.txt")) {
      return new String(
          Objects.requireNonNull(in, "messages.txt").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void describe(StringBuilder out, String name, Shape<?> shape) {
    out.append(name).append('\n');
    properties(out, "  ", shape);
  }

  private static void properties(StringBuilder out, String indent, Shape<?> shape) {
    for (Field<?, ?> field : shape.fields()) {
      out.append(indent).append(field.name()).append(field.required() ? ": " : "?: ");
      out.append(words(field.type())).append('\n');
      switch (field.type()) {
        case Shape<?> nested -> properties(out, indent + "  ", nested);
        case Many<?>(Shape<?> nested, var fewest, var lenient) ->
            properties(out, indent + "  ", nested);
        default -> {}
      }
    }
  }

  private static String words(Type<?> type) {
    return switch (type) {
      case Text text when text.longest() == Integer.MAX_VALUE -> "text";
      case Text text -> "text ≤ " + text.longest();
      case UriText uri -> "URI";
      case Whole whole -> "integer";
      case WholeLong whole -> "integer";
      case Decimal decimal -> "decimal";
      case Flag flag -> "boolean";
      case Moment moment -> "date-time";
      case Choice<?> choice ->
          choice.constants().stream().map(Wire::wire).collect(Collectors.joining(" | "));
      case Shape<?> nested -> "object";
      case Many<?>(Shape<?> nested, var fewest, var lenient) ->
          "list of objects" + (fewest == 0 ? "" : ", at least " + fewest);
      case Many<?>(var element, var fewest, var lenient) -> "list of " + words(element);
    };
  }
}
