package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two chargers share 14 A: 7 A each. At A nothing charges below 8 A. */
class LeastCurrentLearnedTest {

  private final Steps site = new Steps(140, "A", "B");

  /** Every 20 s; A's car draws what it is offered from that on, in tenths of an ampere. */
  private void charges(int transaction, int from, Duration time) {
    for (long i = 0; i < time.toSeconds() / 20; i++) {
      site.wait(Duration.ofSeconds(20));
      int offered = site.held("A").worst(site.time());
      site.draws("A", transaction, offered >= from ? offered / 10.0 : 0, 0, 0);
      site.settle();
    }
  }

  private List<String> lessons() {
    Learned learned = site.status("A").learned();
    return learned.lessons("A", Learned.NOTHING, site.time()).stream()
        .map(lesson -> lesson.field() + "=" + lesson.value())
        .filter(words -> !words.startsWith("readsBack"))
        .toList();
  }

  private void begin(int transaction) {
    site.start("A", transaction);
    site.settle();
  }

  private void endsAndLeaves(int transaction) {
    site.end("A", transaction);
    site.settle();
  }

  @Test
  void whatOneCarNeedsCountsForItAndWhatTwoNeedIsTheChargersOwn() {
    site.start("B", 100);
    begin(1);
    assertEquals(70, site.desired("A"));

    charges(1, 80, Duration.ofMinutes(5));
    assertEquals(80, site.status("A").least().found());
    assertEquals(List.of(), lessons(), "it may be the car");
    assertTrue(site.desired("A") == 0 || site.desired("A") >= 80);
    assertTrue(site.now().underControl());

    endsAndLeaves(1);
    begin(2);
    charges(2, 80, Duration.ofMinutes(5));

    assertEquals(List.of("minCurrentA=8.0"), lessons());
    endsAndLeaves(2);
    begin(3);
    assertTrue(site.desired("A") == 0 || site.desired("A") >= 80, "the third need not be tried");
  }

  @Test
  void aCarThatIsFullTeachesNothing() {
    site.limit(180);
    site.start("B", 100);
    for (int transaction = 1; transaction < 4; transaction++) {
      begin(transaction);
      charges(transaction, Integer.MAX_VALUE, Duration.ofMinutes(12));
      assertTrue(site.status("A").least().inVain());
      assertEquals(60, site.desired("A"));
      endsAndLeaves(transaction);
    }

    assertEquals(List.of(), lessons());
  }

  @Test
  void aCarBetweenThemThatChargesWithLessSaysThatItWasTheCar() {
    site.start("B", 100);
    begin(1);
    charges(1, 80, Duration.ofMinutes(5));
    endsAndLeaves(1);
    begin(2);
    charges(2, 60, Duration.ofMinutes(2));
    endsAndLeaves(2);
    begin(3);
    charges(3, 80, Duration.ofMinutes(5));

    assertEquals(80, site.status("A").least().found());
    assertEquals(List.of(), lessons());
  }

  @Test
  void anOperatorKnowsBetter() {
    site.start("B", 100);
    begin(1);
    charges(1, 80, Duration.ofMinutes(5));
    endsAndLeaves(1);
    begin(2);
    charges(2, 80, Duration.ofMinutes(5));
    endsAndLeaves(2);
    assertEquals(List.of("minCurrentA=8.0"), lessons());

    site.gatewayRepeatsItself("A");

    assertEquals(List.of(), lessons());
  }
}
