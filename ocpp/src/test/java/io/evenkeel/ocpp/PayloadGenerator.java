package io.evenkeel.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes valid payloads from the table, spelled just as they are written, and remembers where what
 * is.
 */
final class PayloadGenerator {

  /** A property that a payload has. */
  record Spot(ObjectNode parent, String path, Field<?, ?> field) {}

  private static final int[] CHARACTERS = {
    'a', 'Z', '0', ' ', '"', '\\', '/', '\n', 0, 0x1f, 0x7f, 0xe9, 0x20ac, 0x2028, 0x1f600
  };
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private final Random random;
  private final List<Spot> spots = new ArrayList<>();

  PayloadGenerator(long seed) {
    this.random = new Random(seed);
  }

  /** The properties of the payload made last. */
  List<Spot> spots() {
    return spots;
  }

  ObjectNode payload(Shape<?> shape) {
    spots.clear();
    return object(shape, "");
  }

  private ObjectNode object(Shape<?> shape, String path) {
    var node = NODES.objectNode();
    for (Field<?, ?> field : shape.fields()) {
      if (field.required() || random.nextBoolean()) {
        var at = path.isEmpty() ? field.name() : path + "." + field.name();
        node.set(field.name(), value(field.type(), at));
        spots.add(new Spot(node, at, field));
      }
    }
    return node;
  }

  private JsonNode value(Type<?> type, String path) {
    return switch (type) {
      case Shape<?> nested -> object(nested, path);
      case Many<?> many -> list(many, path);
      case Text text -> NODES.textNode(text(text.longest()));
      case UriText uri -> NODES.textNode("ftp://user:pw@host/" + random.nextInt(1000));
      case Whole whole -> NODES.numberNode(random.nextInt() >> random.nextInt(32));
      case WholeLong whole -> NODES.numberNode(random.nextLong() >> random.nextInt(64));
      case Decimal decimal ->
          NODES.numberNode(BigDecimal.valueOf(random.nextLong(-9_999, 9_999_999), 1));
      case Flag flag -> NODES.booleanNode(random.nextBoolean());
      case Moment moment -> NODES.textNode(Timestamp.of(instant()).text());
      case Choice<?> choice ->
          NODES.textNode(choice.constants().get(random.nextInt(choice.constants().size())).wire());
    };
  }

  private ArrayNode list(Many<?> many, String path) {
    var node = NODES.arrayNode();
    int size = many.fewest() + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      node.add(value(many.element(), path + "[" + i + "]"));
    }
    return node;
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(0, 4_102_444_800_000L));
  }

  /** Mostly short; at times exactly as long as it may be. */
  private String text(int longest) {
    int length = random.nextInt(8) == 0 ? longest : random.nextInt(12);
    int[] text =
        random.ints(Math.min(length, Math.min(longest, 12_000)), 0, CHARACTERS.length).toArray();
    for (int i = 0; i < text.length; i++) {
      text[i] = CHARACTERS[text[i]];
    }
    return new String(text, 0, text.length);
  }
}
