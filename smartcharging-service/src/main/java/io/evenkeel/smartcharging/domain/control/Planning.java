package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.allocation.Allocator;
import io.evenkeel.smartcharging.domain.allocation.Demand;
import io.evenkeel.smartcharging.domain.allocation.Rank;
import io.evenkeel.smartcharging.domain.allocation.SafeDefaults;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.safety.Load;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.ConnectorTerms;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.domain.site.WallClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every charger is to hold. Whoever cannot be governed keeps what it may draw; running
 * transactions get what was planned for them, the others share the rest; what they leave goes to
 * the defaults, under which the next car starts.
 */
final class Planning {

  private final SiteTree tree;
  private final List<ConnectorState> connectors;
  private final Settings settings;
  private final Allocator forNow;
  private final Allocator forLater;
  private final Proving proving;

  Planning(SiteTree tree, List<ConnectorState> connectors, Settings settings) {
    this.tree = tree;
    this.connectors = connectors;
    this.settings = settings;
    this.forNow = new Allocator(tree, tree.limits());
    this.forLater = new Allocator(tree, tree.limits());
    this.proving = new Proving(tree, connectors, settings);
  }

  /** Why the courses that were planned are not followed; null when they are, or there are none. */
  @Nullable String plan(Instant now, Outlook outlook) {
    WorstCase reserved =
        WorstCase.of(
            tree,
            outlook,
            now,
            i -> connectors.get(i).shares(now) ? Load.NONE : worst(connectors.get(i), outlook));
    @Nullable String refused = followPlan(reserved, now);
    Lookahead ahead = Lookahead.of(tree, reserved);
    List<Demand> demands = demands(now);
    Allocator first = forNow;
    Allocator then = ahead.split() == null ? forNow : forLater;
    first.update(ahead.now(), demands);
    if (then != first) {
      then.update(ahead.later(), demands);
    }
    for (Demand demand : demands) {
      ConnectorState state = connectors.get(demand.connector());
      state.reason = first.reason(state.number);
      state.wanted =
          course(state, first.limit(state.number), then.limit(state.number), ahead, outlook);
      reserved.set(
          state.number, state.loads(state.exposure().allows(state.wanted, reserved.grid())));
    }
    keepWhoDisobeys(reserved, outlook, now);
    proving.makeRoom(reserved, now, (state, most) -> demand(state, most, now));
    desire(reserved, outlook, now);
    return refused;
  }

  /** It is told what it was told before, or less where not even that fits: it counts at more. */
  private void keepWhoDisobeys(WorstCase reserved, Outlook outlook, Instant now) {
    for (ConnectorState state : connectors) {
      if (state.hasLiveSession() && state.governed(now) && !state.shares(now)) {
        int room = 0;
        for (int phase = 0; phase < state.connector.phases(); phase++) {
          for (int column = reserved.column(); column < reserved.grid().columns(); column++) {
            room = Math.min(room, reserved.room(state.number, phase, column));
          }
        }
        int level = Math.min(state.desiredTx().at(now), state.exposure().conduct().drawn() + room);
        state.wanted = Course.constant(level < state.minimum() ? 0 : level).until(outlook.end());
      }
    }
  }

  private static Load worst(ConnectorState state, Outlook outlook) {
    return state.exposure().load(Grid.of(outlook));
  }

  /** All or nothing: half a plan may be worse than none. */
  private @Nullable String followPlan(WorstCase reserved, Instant now) {
    List<ConnectorState> planned = new ArrayList<>();
    for (ConnectorState state : connectors) {
      state.wanted = null;
      Course plan = state.plan();
      if (plan != null && state.hasLiveSession() && state.shares(now)) {
        state.wanted = plan.since(now);
        state.reason = null;
        planned.add(state);
        reserved.set(state.number, state.loads(reserved.grid().highest(state.wanted)));
      }
    }
    int exceeded = planned.isEmpty() ? -1 : reserved.firstExceeded();
    if (exceeded < 0) {
      return null;
    }
    String where =
        "%s, phase %s, from %s"
            .formatted(
                tree.node(exceeded).id(),
                tree.phase(exceeded),
                new WallClock(tree.definition().terms().timeZone())
                    .words(reserved.grid().begin(reserved.exceededAt(exceeded)), now));
    for (ConnectorState state : planned) {
      state.wanted = null;
      reserved.set(state.number, Load.NONE);
    }
    return reserved.fits() ? where : null;
  }

  private Course course(
      ConnectorState state, int first, int then, Lookahead ahead, Outlook outlook) {
    if (ahead.split() == null) {
      return Course.constant(first).until(outlook.end());
    }
    if (state.periodsToTry(settings, outlook.start()) == 1) {
      return Course.constant(Math.min(first, then)).until(outlook.end());
    }
    return Course.of(
        List.of(new Course.Step(Instant.MIN, first), new Course.Step(ahead.split(), then)),
        outlook.end());
  }

  private void desire(WorstCase planned, Outlook outlook, Instant now) {
    int[] shares = SafeDefaults.of(tree, outlook.least(), minima());
    for (ConnectorState state : inOrderOfNeed(now, shares)) {
      Course course = state.wanted == null ? Course.constant(0) : state.wanted;
      int share = shares[state.number];
      if (state.hasLiveSession() && state.steeredByDefault()) {
        state.desire((state.instead == null ? course : state.instead).at(now), course);
      } else {
        boolean room = lend(planned, state.number, share);
        state.desire(room ? share : 0, course);
      }
      Session session = state.session();
      if (session != null) {
        state.session(session.served(state.told().at(now) > 0, now));
      }
    }
  }

  /**
   * Counts the default beside what is planned already, if there is room at all times, also on the
   * phases that the car there does not use: the next one may.
   */
  private static boolean lend(WorstCase planned, int connector, int share) {
    Load before = planned.load(connector);
    Load with = before.atLeast(share);
    if (with.equals(before)) {
      return true;
    }
    for (int phase = 0; phase < planned.phases(connector); phase++) {
      for (int column = planned.column(); column < planned.grid().columns(); column++) {
        int raise = Grid.at(with.on(phase), column) - Grid.at(before.on(phase), column);
        if (raise > 0 && planned.room(connector, phase, column) < raise) {
          return false;
        }
      }
    }
    planned.set(connector, with);
    return true;
  }

  private List<Demand> demands(Instant now) {
    List<Demand> demands = new ArrayList<>();
    for (ConnectorState state : connectors) {
      Session session = state.session();
      if (session != null && session.live() && state.shares(now) && state.wanted == null) {
        demands.add(demand(state, state.wanted(), now));
      }
    }
    return demands;
  }

  private Demand demand(ConnectorState state, int maximum, Instant now) {
    Session session = Objects.requireNonNull(state.session());
    ConnectorTerms terms = state.connector.terms();
    Rank rank =
        Rank.of(
            terms.group(),
            terms.servePriority(),
            session.served(),
            session.since(),
            settings.turn(),
            now);
    return new Demand(
        state.number, state.phasesLoaded(), state.minimum(), maximum, terms.weight(), rank);
  }

  private int[] minima() {
    return connectors.stream().mapToInt(ConnectorState::minimum).toArray();
  }

  /**
   * Governed connectors: first those with a transaction, then those that hold their default already
   * (so that few change), then the others.
   */
  private List<ConnectorState> inOrderOfNeed(Instant now, int[] shares) {
    return connectors.stream()
        .filter(state -> state.governed(now))
        .sorted(
            Comparator.comparingInt(
                (ConnectorState state) -> {
                  if (state.session() != null) {
                    return 0;
                  }
                  return state.desiredDefault() == shares[state.number] ? 1 : 2;
                }))
        .toList();
  }
}
