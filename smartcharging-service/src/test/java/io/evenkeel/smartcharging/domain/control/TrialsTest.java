package io.evenkeel.smartcharging.domain.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A charger that lost a schedule is tried with as many periods again, when that harms nobody. */
class TrialsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Steps site = new Steps(640, "A", "B").reciting();

  private void start(String... names) {
    int transaction = 0;
    for (String name : names) {
      site.start(name, ++transaction);
    }
    site.settle();
    site.wait(Duration.ofMinutes(2));
    site.settle();
  }

  /** Falls by 1 A every quarter of an hour, eight times, for each of them. */
  private void plan(String... names) {
    Map<ConnectorKey, Course> plan = new HashMap<>();
    for (String name : names) {
      plan.put(new ConnectorKey(name, 1), stairs(site.time()));
    }
    site.plan(plan);
  }

  private static Course stairs(Instant now) {
    List<Course.Step> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Instant from = i == 0 ? Instant.MIN : now.plus(Duration.ofMinutes(15L * i));
      all.add(new Course.Step(from, 320 - 10 * i));
    }
    return Course.of(all, now.plus(Duration.ofHours(6)));
  }

  private List<Integer> periods(List<Send> sends) {
    return sends.stream()
        .filter(Send.Apply.class::isInstance)
        .map(send -> ((Send.Apply) send).periods())
        .toList();
  }

  private List<Send> sent(int periods) {
    List<Send> sends = site.step();
    assertEquals(List.of(periods), periods(sends));
    return sends;
  }

  private int most(String name) {
    return site.status(name).learned().mostPeriods();
  }

  private void lose(String name) {
    plan(name);
    site.fail(sent(8), Outcome.TimedOut);
    assertEquals(4, most(name));
    site.wait(Duration.ofMinutes(1));
    site.settle();
  }

  @Test
  void whatWasLostOnceIsTriedAfterAnHourAndForgottenWhenItIsTaken() {
    start("A");
    lose("A");

    site.wait(Duration.ofMinutes(50));
    plan("A");
    site.accept(sent(4));
    site.wait(Duration.ofMinutes(15));
    plan("A");
    List<Send> trial = sent(8);
    site.accept(trial);
    site.settle();

    assertEquals(Integer.MAX_VALUE, most("A"));
    assertTrue(
        site.stored().getLast().learned().periods().equals(PeriodsStood.UNKNOWN),
        "it outlives the process");
  }

  @Test
  void whatIsLostAgainIsTriedADayLater() {
    start("A");
    lose("A");
    site.wait(HOUR);
    plan("A");
    site.fail(sent(8), Outcome.Offline);
    assertEquals(4, most("A"));

    site.wait(Duration.ofMinutes(5));
    site.settle();
    plan("A");
    site.wait(HOUR.multipliedBy(23));
    plan("A");
    site.accept(sent(4));
    site.wait(HOUR);
    plan("A");

    site.accept(sent(8));
    assertEquals(Integer.MAX_VALUE, most("A"));
  }

  @Test
  void oneChargerOfASiteAtATime() {
    start("A", "B");
    plan("A", "B");
    site.fail(site.step(), Outcome.TimedOut);
    site.wait(Duration.ofMinutes(1));
    site.settle();
    assertEquals(4, most("A"));
    assertEquals(4, most("B"));

    site.wait(HOUR);
    plan("A", "B");
    List<Send> sends = site.step();
    assertEquals(List.of(8, 4), periods(sends));
    site.accept(List.of(sends.getLast()));
    List<Send> questions = site.step();
    assertEquals(List.of(), periods(questions), "not while the first one is awaited");
    site.accept(questions);
    site.accept(List.of(sends.getFirst()));

    site.accept(sent(8));
    assertEquals(Integer.MAX_VALUE, most("A"));
    assertEquals(Integer.MAX_VALUE, most("B"));
  }

  @Test
  void neverMoreThanIsDeclaredOrConfigured() {
    start("A");
    lose("A");
    site.gatewaySays("A", 4, 6);
    site.settle();

    site.wait(HOUR);
    plan("A");
    site.accept(sent(6));
    site.settle();

    assertEquals(6, most("A"));
    site.gatewaySays("A", 6, 6);
    assertEquals(6, most("A"), "the gateway has heard of it");
  }

  @Test
  void notWhileTheSiteMayCarryTooMuch() {
    start("A");
    lose("A");
    site.wait(HOUR);
    plan("A");
    site.limit(310);

    List<Send> sends = site.step();
    assertFalse(site.now().underControl());
    assertTrue(sends.stream().anyMatch(send -> send.key().chargePoint().equals("A")));
    assertTrue(periods(sends).stream().allMatch(count -> count <= 4));
  }

  @Test
  void anUnreadableAnswerIsNotTriedAgain() {
    start("A");
    plan("A");
    site.fail(sent(8), Outcome.Refused);
    assertEquals(4, most("A"));

    site.wait(Duration.ofDays(1));
    site.settle();
    plan("A");
    site.accept(sent(4));
  }

  @Test
  void whatTheGatewayDidNotSendTeachesNothing() {
    start("A");
    plan("A");
    site.neverSent(sent(8), Outcome.Refused);

    assertEquals(Integer.MAX_VALUE, most("A"));
  }
}
