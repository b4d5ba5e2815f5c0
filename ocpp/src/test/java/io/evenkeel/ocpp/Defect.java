package io.evenkeel.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.evenkeel.ocpp.PayloadGenerator.Spot;
import io.evenkeel.ocpp.shape.Choice;
import io.evenkeel.ocpp.shape.Decimal;
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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One thing wrong with a property, and what is to be said about it. */
record Defect(JsonNode bad, ErrorCode code, String within) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  /** Spoils the property and says what the payload is to be refused with. */
  static Problem spoil(Spot spot, Random random) {
    var name = spot.field().name();
    var defects = all(spot.field().type());
    if (spot.field().required()) {
      defects.add(new Defect(NODES.nullNode(), ErrorCode.OccurenceConstraintViolation, ""));
      defects.add(new Defect(NODES.missingNode(), ErrorCode.OccurenceConstraintViolation, ""));
    }
    var defect = defects.get(random.nextInt(defects.size()));
    if (defect.bad.isMissingNode()) {
      spot.parent().remove(name);
    } else {
      spot.parent().set(name, defect.bad);
    }
    return new Problem(defect.code, spot.path() + defect.within);
  }

  record Problem(ErrorCode code, String field) {}

  private static List<Defect> all(Type<?> type) {
    var defects = new ArrayList<Defect>();
    switch (type) {
      case Text text -> {
        defects.add(wrongType(NODES.numberNode(7)));
        defects.add(wrongType(NODES.booleanNode(false)));
        if (text.longest() < 20_000) {
          defects.add(outOfBounds(NODES.textNode("x".repeat(text.longest() + 1))));
        }
      }
      case UriText uri -> defects.add(wrongType(NODES.textNode("no scheme")));
      case Whole whole -> {
        defects.add(wrongType(NODES.textNode("7")));
        defects.add(wrongType(NODES.numberNode(0.5)));
        defects.add(outOfBounds(NODES.numberNode(1L << 31)));
      }
      case WholeLong whole -> {
        defects.add(wrongType(NODES.textNode("7")));
        defects.add(outOfBounds(NODES.numberNode(BigInteger.ONE.shiftLeft(63))));
      }
      case Decimal decimal -> {
        defects.add(wrongType(NODES.textNode("16.0")));
        defects.add(outOfBounds(NODES.numberNode(new BigDecimal("0.05"))));
        defects.add(outOfBounds(NODES.numberNode(new BigDecimal("1e300"))));
      }
      case Flag flag -> defects.add(wrongType(NODES.textNode("true")));
      case Moment moment -> {
        defects.add(wrongType(NODES.numberNode(1_772_359_200L)));
        defects.add(wrongType(NODES.textNode("2026-02-30T00:00:00Z")));
      }
      case Choice<?> choice -> {
        defects.add(wrongType(NODES.numberNode(0)));
        defects.add(outOfBounds(NODES.textNode("")));
      }
      case Shape<?> nested -> defects.add(wrongType(NODES.textNode("{}")));
      case Many<?> many -> {
        defects.add(wrongType(NODES.objectNode()));
        var gap = NODES.arrayNode().add(NODES.nullNode());
        defects.add(new Defect(gap, ErrorCode.TypeConstraintViolation, "[0]"));
        if (many.fewest() > 0) {
          defects.add(new Defect(NODES.arrayNode(), ErrorCode.OccurenceConstraintViolation, ""));
        }
      }
    }
    if (!(type instanceof Shape<?>) && !(type instanceof Many<?>)) {
      defects.add(wrongType(NODES.objectNode().set("a", NODES.arrayNode())));
    }
    if (!(type instanceof Many<?>)) {
      defects.add(wrongType(NODES.arrayNode().add(NODES.objectNode())));
    }
    return defects;
  }

  private static Defect wrongType(JsonNode bad) {
    return new Defect(bad, ErrorCode.TypeConstraintViolation, "");
  }

  private static Defect outOfBounds(JsonNode bad) {
    return new Defect(bad, ErrorCode.PropertyConstraintViolation, "");
  }
}
