package io.evenkeel.smartcharging.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.smartcharging.domain.live.LiveSession;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.evenkeel.smartcharging.domain.live.Strategy;
import io.evenkeel.smartcharging.domain.live.Wish;
import io.evenkeel.smartcharging.domain.problem.Tariff;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.steering.PlanState.Health;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When plans are made, followed and given up. Time and threads are the test's. */
class DeliberationTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final SiteTree TREE =
      SiteTree.of(
          new SiteDefinition(
              "site",
              230,
              List.of(new Node("grid", null, "GRID", PhaseLimits.even(400))),
              List.of(
                  new Connector("c", new ConnectorKey("CP", 1), "grid", Rotation.RST, 3, 320))));

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<@Nullable SitePlan> followed = new ArrayList<>();
  private Instant now = START;
  private LiveSite site = site(1);
  private String refusal = "";
  private @Nullable RuntimeException broken;
  private boolean full;

  private final Deliberation deliberation =
      new Deliberation(
          new Played(),
          this::plan,
          this::execute,
          () -> now,
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          (_, _, _) -> {});

  @Test
  void aPlanIsMadeOnAnotherThreadAndFollowed() {
    deliberation.tick();
    assertEquals(Health.NONE, deliberation.state().health(), "not made yet");
    assertEquals(1, waiting.size(), "handed to a worker");

    work();

    assertEquals(Health.IN_FORCE, deliberation.state().health());
    assertSame(site, followed.getLast().site());
  }

  @Test
  void oneAtATimeAndWhatHappenedMeanwhileLeadsToTheNext() {
    deliberation.tick();
    site = site(2);
    deliberation.due();
    deliberation.tick();
    assertEquals(1, waiting.size(), "one at a time");

    work();
    deliberation.tick();
    work();

    assertEquals(2, followed.size());
    assertEquals(2, followed.getLast().site().sessions().getFirst().transactionId());
  }

  @Test
  void nothingNewIsNoReason() {
    deliberation.tick();
    work();

    deliberation.due();
    deliberation.tick();
    now = now.plusSeconds(6);
    deliberation.tick();

    assertTrue(waiting.isEmpty(), "the site is as it was");
    assertEquals(1, followed.size());
  }

  @Test
  void theNextSlotIsAReason() {
    deliberation.tick();
    work();

    now = START.plus(Duration.ofMinutes(15));
    site = site(1);
    deliberation.tick();
    work();

    assertEquals(2, followed.size());
  }

  @Test
  void onePlanThatFailsLeavesTheInstantLayerInChargeAndIsTriedAgain() {
    deliberation.tick();
    work();
    broken = new IllegalStateException("no way");
    site = site(2);
    deliberation.due();
    deliberation.tick();
    work();

    assertEquals(Health.FAILED, deliberation.state().health());
    assertTrue(deliberation.state().message().contains("no way"), deliberation.state().message());
    assertNull(followed.getLast(), "the plan before is not followed any more");

    broken = null;
    now = now.plusSeconds(6);
    deliberation.tick();
    work();
    assertEquals(Health.IN_FORCE, deliberation.state().health());
  }

  @Test
  void whatComesTooLateIsDropped() {
    deliberation.tick();
    now = now.plusSeconds(11);
    deliberation.tick();

    assertEquals(Health.LATE, deliberation.state().health());
    assertNull(followed.getLast());
    int before = followed.size();

    work();
    assertEquals(before, followed.size(), "the late plan was followed");

    deliberation.tick();
    work();
    assertEquals(Health.IN_FORCE, deliberation.state().health());
  }

  @Test
  void aPlanThatIsNotFollowedIsSaidToBe() {
    refusal = "grid, phase L1";
    deliberation.tick();
    work();

    assertEquals(Health.NOT_FOLLOWED, deliberation.state().health());
    assertTrue(deliberation.state().message().contains("grid, phase L1"));
  }

  @Test
  void workersThatTakeNothingAreAFailureThatPasses() {
    full = true;
    deliberation.tick();
    assertEquals(Health.FAILED, deliberation.state().health());

    full = false;
    now = now.plusSeconds(6);
    deliberation.tick();
    work();
    assertEquals(Health.IN_FORCE, deliberation.state().health());
  }

  private void execute(Runnable work) {
    if (full) {
      throw new RejectedExecutionException("full");
    }
    waiting.add(work);
  }

  private void work() {
    waiting.remove().run();
  }

  private SitePlan plan(LiveSite of, @Nullable SitePlan before) {
    if (broken != null) {
      throw broken;
    }
    Strategy strategy = new Strategy(Strategy.Kind.PLANNED, "test");
    return new SitePlan(of, strategy, List.of(), new int[3][8], null, Set.of());
  }

  private LiveSite site(int transaction) {
    Duration slot = Duration.ofMinutes(15);
    Instant start = now.equals(START) ? START : START.plus(slot);
    return new LiveSite(
        TREE,
        now,
        Outlook.constant(TREE, start, slot, 8),
        Tariff.free(),
        Map.of(),
        List.of(
            new LiveSession(
                0,
                transaction,
                START,
                3,
                60,
                320,
                0,
                null,
                10,
                0,
                new Wish(null, 5000.0),
                new LiveSession.Habit(START.plusSeconds(3600), 5000))));
  }

  private final class Played implements Subject {
    @Override
    public String site() {
      return "site";
    }

    @Override
    public Uni<LiveSite> look() {
      return Uni.createFrom().item(site);
    }

    @Override
    public Uni<String> follow(@Nullable SitePlan plan) {
      followed.add(plan);
      return Uni.createFrom().item(refusal);
    }
  }
}
