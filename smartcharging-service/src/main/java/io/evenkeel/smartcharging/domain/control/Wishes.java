package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.control.Wish.Effect;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.safety.Load;
import io.evenkeel.smartcharging.domain.safety.Shortening;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What profiles the chargers are to have that they do not have, each in a shape it stands. */
final class Wishes {

  private final Settings settings;
  private final Need need;
  private final Grid grid;
  private final Instant now;
  private final Dip dip;
  private boolean mayTry;

  /**
   * @param mayTry one charger may be tried with more periods than it is believed to stand
   */
  Wishes(Settings settings, Need need, Grid grid, boolean mayTry, Instant now) {
    this.settings = settings;
    this.need = need;
    this.grid = grid;
    this.mayTry = mayTry;
    this.now = now;
    this.dip = new Dip(grid, settings, now);
  }

  void collect(ConnectorState state, List<Wish> into) {
    Exposure exposure = state.exposure();
    if (exposure.uncontrolled()) {
      return;
    }
    Held ofDefault = exposure.ofDefault();
    int wanted = state.written(state.desiredDefault());
    boolean defaultSettled = ofDefault.confirmed() && !state.resendDefault;
    if (!defaultSettled || isWorthIt(ofDefault.low(), wanted)) {
      into.add(wish(state, new Change.OfDefault(wanted), defaultSettled));
    }
    if (state.resendTxAt != null && !now.isBefore(state.resendTxAt)) {
      state.resendTx = true;
      state.resendTxAt = null;
    }
    Session session = state.session();
    if (!ofDefault.confirmed() || session == null || !session.live()) {
      return; // the default goes first: nothing else tells what a charger does when it forgets
    }
    if (!state.steeredByDefault() && !isLeftToSomebodyElse(state)) {
      HeldCourse held = exposure.ofTransaction();
      boolean settled = held != null && held.confirmed() && !state.resendTx;
      int stands = state.periods(settings);
      // whoever holds something for certain goes on with it when it hangs
      int periods = settled && mayTry ? state.periodsToTry(settings, now) : stands;
      Course target = target(state, periods);
      if (held == null || !settled || isWorthIt(state, held.high(), target)) {
        mayTry &= target.steps().size() <= stands;
        into.add(wish(state, new Change.OfTransaction(session.transactionId(), target), settled));
      }
    }
  }

  /** What it was told is over, and it is steered by a profile set by hand meanwhile. */
  private boolean isLeftToSomebodyElse(ConnectorState state) {
    Instant end = state.told().end();
    return state.exposure().conduct().byHand() > 0 && end != null && !now.isBefore(end);
  }

  private boolean isWorthIt(ConnectorState state, Course held, Course wanted) {
    return state.exposure().conduct().timed()
        ? need.isWorthItSoon(held, wanted)
        : need.isWorthIt(held, wanted);
  }

  private boolean isWorthIt(int held, int wanted) {
    return wanted < held || wanted - held >= settings.smallestIncrease();
  }

  /** What is desired, in so many periods. */
  private Course target(ConnectorState state, int periods) {
    Course asked = state.told();
    if (periods == 1) {
      return Course.constant(state.written(asked.at(now)));
    }
    Course desired = Shortening.to(periods, written(state, asked), now);
    return state.toProve ? dip.in(desired, state) : desired;
  }

  private static Course written(ConnectorState state, Course course) {
    return state.chargePoint.acceptsZero()
        ? course
        : Course.of(
            course.steps().stream()
                .map(step -> new Course.Step(step.from(), state.written(step.limit())))
                .toList(),
            course.end());
  }

  private Wish wish(ConnectorState state, Change change, boolean settled) {
    Load is = state.exposure().load(grid);
    Load would = state.exposure().accepted(change).load(grid);
    boolean raises = false;
    boolean lowers = false;
    for (int phase = 0; phase < state.connector.phases(); phase++) {
      for (int column = grid.column(now); column < grid.columns(); column++) {
        int more = Grid.at(would.on(phase), column) - Grid.at(is.on(phase), column);
        raises |= more > 0;
        lowers |= more < 0;
      }
    }
    Effect effect = raises ? Effect.RAISES : lowers ? Effect.LOWERS : Effect.REPEATS;
    return new Wish(state, change, effect, settled);
  }

  /**
   * What can be sent of a wish that does not fit: something that makes sure what the charger holds,
   * something that makes room for others, or the way to show that it keeps time.
   */
  @Nullable Change part(Wish wish, Ceiling ceiling) {
    return switch (wish.change()) {
      case Change.OfDefault(int limit) ->
          wish.settled()
              ? null
              : new Change.OfDefault(wish.state().written(Math.min(limit, ceiling.lowest())));
      case Change.OfTransaction(int id, Course course) -> {
        Course part = part(wish.state(), course, ceiling);
        HeldCourse held = wish.state().exposure().ofTransaction();
        boolean good =
            !wish.settled()
                || held == null
                || need.lowers(held.high(), part)
                || (!wish.state().exposure().conduct().timed()
                    && need.isWorthIt(held.high(), part));
        yield good ? new Change.OfTransaction(id, written(wish.state(), part)) : null;
      }
    };
  }

  private Course part(ConnectorState state, Course course, Ceiling ceiling) {
    int periods = state.periods(settings);
    if (state.exposure().conduct().timed()) {
      return Shortening.to(periods, ceiling.under(course, state.minimum()), now);
    }
    int level = Ceiling.atLeast(ceiling.lowest(), state.minimum());
    Course level0 = course.atMost(level);
    return course.isLevel() ? level0 : dip.in(level0, state);
  }
}
