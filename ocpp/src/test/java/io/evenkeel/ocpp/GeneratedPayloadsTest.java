package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evenkeel.ocpp.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All 78 messages, valid and spoilt, made at random from the table. A failing case names its seed.
 */
class GeneratedPayloadsTest {
  private static final int CASES = 150;
  private static final Set<Action> FACTS =
      Set.of(Action.StartTransaction, Action.StopTransaction, Action.MeterValues);
  private static final Set<Action> PARTLY_LENIENT =
      Set.of(Action.BootNotification, Action.StatusNotification, Action.GetConfiguration);

  @TestFactory
  Stream<DynamicTest> validPayloadsComeBackAsTheyWere() {
    return forEachMessage(
        (message, seed) -> {
          var json = new PayloadGenerator(seed).payload(message.shape()).toString();

          assertEquals(json, message.encode(message.readStrictly(json)));
        });
  }

  @TestFactory
  Stream<DynamicTest> orderAndUnknownPropertiesDoNotMatter() {
    return forEachMessage(
        (message, seed) -> {
          var payload = new PayloadGenerator(seed).payload(message.shape());
          var expected = message.readStrictly(payload.toString());
          shuffle(payload, new Random(seed)).set("added", payload.deepCopy());

          switch (message.readFrame(payload.toString())) {
            case Decoded.Call call -> {
              assertEquals(expected, call.request());
              assertEquals(Set.of("added: unknown property"), Set.copyOf(call.remarks()));
              assertEquals(payload.toString(), call.raw());
            }
            case Decoded.CallResult result -> {
              assertEquals(expected, result.response());
              assertEquals(Set.of("added: unknown property"), Set.copyOf(result.remarks()));
            }
            case Decoded other -> fail("not read: " + other);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aSpoiltPropertyIsRefusedWithItsCodeAndPath() {
    return forEachMessage(
        (message, seed) -> {
          var generator = new PayloadGenerator(seed);
          var payload = generator.payload(message.shape());
          if (generator.spots().isEmpty()) {
            return;
          }
          var random = new Random(seed);
          var spot = generator.spots().get(random.nextInt(generator.spots().size()));
          var problem = Defect.spoil(spot, random);
          var json = payload.toString();

          var refusal = assertThrows(InvalidPayload.class, () -> message.readStrictly(json), json);

          assertEquals(problem.code(), refusal.code(), refusal.getMessage());
          assertEquals(problem.field(), refusal.field(), refusal.getMessage());
          assertTrue(refusal.getMessage().startsWith(problem.field()), refusal.getMessage());
          verifyFrame(message, json, problem);
        });
  }

  private static void verifyFrame(Message message, String json, Defect.Problem problem) {
    switch (message.readFrame(json)) {
      case Decoded.BadCall bad -> {
        boolean startWithout =
            message.action == Action.StartTransaction
                && problem.code() == ErrorCode.OccurenceConstraintViolation
                && Set.of("connectorId", "idTag").contains(problem.field());
        assertTrue(startWithout || !FACTS.contains(message.action), "a fact is never refused");
        assertEquals(problem.code(), bad.code(), bad.description());
      }
      case Decoded.BadResult bad -> assertEquals(problem.code(), bad.code(), bad.description());
      case Decoded.Call call -> {
        assertTrue(
            FACTS.contains(message.action) || PARTLY_LENIENT.contains(message.action),
            () -> "tolerated: " + call.remarks());
        assertFalse(call.remarks().isEmpty(), "what was mended is remarked upon");
        assertEquals(json, call.raw());
      }
      case Decoded.CallResult result -> {
        assertEquals(Action.GetConfiguration, message.action, "tolerated: " + result.remarks());
        assertFalse(result.remarks().isEmpty(), "what was mended is remarked upon");
      }
      case Decoded other -> fail("neither read nor refused: " + other);
    }
  }

  private interface Property {
    void verify(Message message, long seed) throws InvalidPayload;
  }

  private static Stream<DynamicTest> forEachMessage(Property property) {
    long first = Seed.next();
    return Stream.of(Action.values())
        .flatMap(action -> Stream.of(new Message(action, true), new Message(action, false)))
        .map(
            message ->
                DynamicTest.dynamicTest(
                    message.toString(), () -> verifyAll(property, message, first)));
  }

  private static void verifyAll(Property property, Message message, long first) {
    for (long seed = first; seed < first + CASES; seed++) {
      try {
        property.verify(message, seed);
      } catch (InvalidPayload | AssertionError | RuntimeException failure) {
        throw new AssertionError(message + ": " + Seed.says(seed), failure);
      }
    }
  }

  private static ObjectNode shuffle(ObjectNode node, Random random) {
    var properties = new ArrayList<Map.Entry<String, JsonNode>>(node.properties());
    Collections.shuffle(properties, random);
    var shuffled = JsonNodeFactory.instance.objectNode();
    properties.forEach(property -> shuffled.set(property.getKey(), property.getValue()));
    node.removeAll();
    return node.setAll(shuffled);
  }

  /** One of the 78. */
  private record Message(Action action, boolean request) {
    Shape<?> shape() {
      return request ? action.requestShape() : action.responseShape();
    }

    Object readStrictly(String json) throws InvalidPayload {
      return request ? Codec.decodeRequest(action, json) : Codec.decodeResponse(action, json);
    }

    Decoded readFrame(String json) {
      return request
          ? Side.callerOf(action).read("[2,\"id\",\"" + action + "\"," + json + "]", id -> null)
          : Side.CHARGE_POINT.read("[3,\"id\"," + json + "]", id -> action);
    }

    String encode(Object message) {
      return switch (message) {
        case Request one -> Codec.encode(one);
        case Response one -> Codec.encode(one);
        default -> throw new IllegalArgumentException(message.toString());
      };
    }

    @Override
    public String toString() {
      return action + (request ? ".Request" : ".Response");
    }
  }
}
