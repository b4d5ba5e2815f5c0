package io.evenkeel.messaging.bus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.ConnectionFact;
import io.evenkeel.messaging.ConnectionFact.Held;
import io.evenkeel.messaging.ConnectionFact.NodeStarted;
import io.evenkeel.messaging.ConnectionFact.Released;
import io.evenkeel.messaging.Samples;
import io.evenkeel.messaging.Seeds;
import io.evenkeel.messaging.SessionRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldedDirectoryTest {

  private static final SessionRef OLD = new SessionRef(0, 1000, 1);
  private static final SessionRef NEW = new SessionRef(0, 1000, 2);
  private static final SessionRef ELSEWHERE = new SessionRef(1, 500, 7);

  static LongStream seeds() {
    return Seeds.of(50);
  }

  private static Instant at(long second) {
    return Samples.NOW.plusSeconds(second);
  }

  private static Held held(SessionRef session, long second) {
    return new Held("CP", session, at(second));
  }

  private static Released released(SessionRef session) {
    return new Released("CP", session);
  }

  private static Optional<SessionRef> after(ConnectionFact... facts) {
    return folded(List.of(facts)).sessionOf("CP");
  }

  private static FoldedDirectory folded(List<ConnectionFact> facts) {
    FoldedDirectory directory = new FoldedDirectory();
    facts.forEach(directory::fold);
    return directory;
  }

  @Test
  void knowsNothingOfWhatWasNeverHeld() {
    assertEquals(Optional.empty(), after(released(OLD)));
  }

  @Test
  void aSocketIsThereUntilItIsReleased() {
    assertEquals(Optional.of(OLD), after(held(OLD, 1)), "held");
    assertEquals(Optional.empty(), after(held(OLD, 1), released(OLD)), "released");
  }

  @Test
  void aLateReleaseOfAnEarlierSocketIsIgnored() {
    assertEquals(Optional.of(NEW), after(held(OLD, 1), held(NEW, 2), released(OLD)), "same node");
    assertEquals(
        Optional.of(ELSEWHERE), after(held(OLD, 1), held(ELSEWHERE, 2), released(OLD)), "another");
  }

  @Test
  void theNewestOfTwoNodesWinsInWhateverOrderTheySpeak() {
    assertEquals(Optional.of(ELSEWHERE), after(held(OLD, 1), held(ELSEWHERE, 2)));
    assertEquals(Optional.of(ELSEWHERE), after(held(ELSEWHERE, 2), held(OLD, 1)));
  }

  @Test
  void onOneNodeTheNumberDecidesWhateverItsClockSays() {
    assertEquals(Optional.of(NEW), after(held(OLD, 5), held(NEW, 4)));
  }

  @Test
  void aNewLifeOfANodeVoidsWhatTheEarlierOneHeld() {
    SessionRef reborn = new SessionRef(0, 2000, 1);
    assertAll(
        () -> assertEquals(Optional.empty(), after(held(OLD, 1), new NodeStarted(0, 2000))),
        () -> assertEquals(Optional.empty(), after(new NodeStarted(0, 2000), held(OLD, 1))),
        () ->
            assertEquals(
                Optional.of(OLD), after(held(OLD, 1), new NodeStarted(1, 2000)), "another node"),
        () ->
            assertEquals(
                Optional.of(OLD), after(held(OLD, 1), new NodeStarted(0, 1000)), "the same life"),
        () ->
            assertEquals(
                Optional.of(reborn),
                after(held(OLD, 9), new NodeStarted(0, 2000), held(reborn, 3)),
                "a socket of the new life"));
  }

  @Test
  void aVoidSocketGivesWayToOneOfANodeWhoseClockIsBehind() {
    assertEquals(
        Optional.of(ELSEWHERE), after(held(OLD, 9), held(ELSEWHERE, 3), new NodeStarted(0, 2000)));
  }

  @Test
  void tellsWhoIsConnected() {
    FoldedDirectory directory =
        folded(
            List.of(
                new Held("A", OLD, at(1)),
                new Held("B", NEW, at(1)),
                new Held("C", ELSEWHERE, at(1)),
                new Released("B", NEW),
                new NodeStarted(1, 501)));

    assertEquals(Map.of("A", OLD), directory.connected());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyInterleavingOfWhatTheNodesSayGivesTheSameDirectory(long seed) {
    // Given what three nodes say in several lives, each in its own order
    Random random = new Random(seed);
    List<List<ConnectionFact>> nodes = new ArrayList<>();
    for (int node = 0; node < 3; node++) {
      nodes.add(story(node, random));
    }

    // When it arrives in two interleavings, one of them with everything said twice
    FoldedDirectory one = folded(interleaved(nodes, random));
    FoldedDirectory other = folded(interleaved(nodes, random));
    FoldedDirectory twice = new FoldedDirectory();
    List<ConnectionFact> again = interleaved(nodes, random);
    again.forEach(twice::fold);
    again.forEach(twice::fold);

    // Then all agree, and nobody holds what was released last, or is of an earlier life
    assertAll(
        Seeds.repeat(seed),
        () -> assertEquals(one.connected(), other.connected(), "another interleaving"),
        () -> assertEquals(one.connected(), twice.connected(), "said twice"),
        () ->
            one.connected()
                .forEach((chargePoint, session) -> checkHeld(chargePoint, session, nodes)));
  }

  private static List<ConnectionFact> story(int node, Random random) {
    List<ConnectionFact> facts = new ArrayList<>();
    Map<String, SessionRef> open = new HashMap<>();
    long epoch = 1000;
    long number = 0;
    for (int i = 0; i < 30; i++) {
      String chargePoint = "CP" + random.nextInt(4);
      switch (random.nextInt(8)) {
        case 0 -> {
          facts.add(new NodeStarted(node, ++epoch));
          open.clear();
        }
        case 1, 2, 3 -> {
          SessionRef session = open.remove(chargePoint);
          if (session != null) {
            facts.add(new Released(chargePoint, session));
          }
        }
        default -> {
          SessionRef session = new SessionRef(node, epoch, ++number);
          open.put(chargePoint, session);
          facts.add(new Held(chargePoint, session, at(random.nextInt(60))));
        }
      }
    }
    return facts;
  }

  private static List<ConnectionFact> interleaved(List<List<ConnectionFact>> nodes, Random random) {
    List<List<ConnectionFact>> left = new ArrayList<>();
    nodes.forEach(facts -> left.add(new ArrayList<>(facts)));
    List<ConnectionFact> all = new ArrayList<>();
    while (!left.isEmpty()) {
      List<ConnectionFact> next = left.get(random.nextInt(left.size()));
      if (next.isEmpty()) {
        left.remove(next);
      } else {
        all.add(next.removeFirst());
      }
    }
    return all;
  }

  private static void checkHeld(
      String chargePoint, SessionRef session, List<List<ConnectionFact>> nodes) {
    List<ConnectionFact> facts = nodes.get(session.node());
    long epoch =
        facts.stream()
            .mapToLong(fact -> fact instanceof NodeStarted started ? started.epoch() : 1000)
            .max()
            .orElseThrow();
    assertEquals(epoch, session.epoch(), chargePoint + " is held by a life that is over");
    assertEquals(
        false,
        facts.contains(new Released(chargePoint, session)),
        chargePoint + " is held by a socket that was released");
  }
}
