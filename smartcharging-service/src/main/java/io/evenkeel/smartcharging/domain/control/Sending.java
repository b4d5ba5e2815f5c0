package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.profile.Form;
import io.evenkeel.smartcharging.domain.profile.ProfileWriter;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Held;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to send now: what lowers first, then what repeats, then what raises, if there is
 * room.
 */
final class Sending {

  private final SiteTree tree;
  private final Settings settings;
  private final SafetyGate gate;

  Sending(SiteTree tree, Settings settings, SafetyGate gate) {
    this.tree = tree;
    this.settings = settings;
    this.gate = gate;
  }

  private enum Effect {
    LOWERS,
    REPEATS,
    RAISES
  }

  /**
   * @param settled what the charger holds is known, and only another limit is wanted
   */
  private record Candidate(ConnectorState state, Change change, Effect effect, boolean settled) {}

  /** What is chosen counts as under way from now on. */
  List<Send> next(
      Iterable<ChargePointState> chargePoints, List<ConnectorState> connectors, Instant now) {
    List<Candidate> candidates = new ArrayList<>();
    int room = settings.maxInFlight();
    for (ChargePointState chargePoint : chargePoints) {
      if (chargePoint.inFlight != null) {
        room--;
      } else if (chargePoint.connected() && !chargePoint.silent(now)) {
        chargePoint.connectors.forEach(state -> collect(state, candidates, now));
      }
    }
    candidates.sort(
        Comparator.comparing(Candidate::effect)
            .thenComparingInt(candidate -> candidate.state.number));
    WorstCase worst = WorstCase.of(tree, i -> connectors.get(i).exposure().worst());
    List<Send> sends = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (room > 0 && candidate.state.chargePoint.inFlight == null) {
        Send send = tryToSend(candidate, worst, now);
        if (send != null) {
          sends.add(send);
          room--;
        }
      }
    }
    return sends;
  }

  /** When there is no room for what is wanted, at least it is made sure what the charger holds. */
  private @Nullable Send tryToSend(Candidate candidate, WorstCase worst, Instant now) {
    ConnectorState state = candidate.state;
    Exposure before = state.exposure();
    @Nullable Change change = candidate.change;
    if (!gate.permits(worst, state.number, before, change)) {
      change = candidate.settled ? null : atMost(change, before.least());
    }
    if (change == null || !gate.permits(worst, state.number, before, change)) {
      return null;
    }
    Exposure after = before.sending(change);
    worst.add(state.number, after.worst() - before.worst());
    state.exposure(after);
    ChargePointState chargePoint = state.chargePoint;
    Send send =
        new Send(
            state.connector.key(),
            change,
            before,
            chargePoint.lives(),
            ProfileWriter.write(
                state.connector,
                change,
                form(state, change),
                chargePoint.capabilities.maxStackLevel(),
                tree.definition().voltage(),
                now));
    chargePoint.inFlight = send;
    return send;
  }

  private static Change atMost(Change change, int limit) {
    int less = Math.min(change.limit(), limit);
    return switch (change) {
      case Change.OfDefault _ -> new Change.OfDefault(less);
      case Change.OfTransaction(int id, int _) -> new Change.OfTransaction(id, less);
    };
  }

  private static Form form(ConnectorState state, Change change) {
    List<Form> forms = state.chargePoint.forms();
    int tried =
        switch (change) {
          case Change.OfDefault _ -> state.defaultRejections();
          case Change.OfTransaction _ -> state.txForm();
        };
    return forms.get(Math.min(tried, forms.size() - 1));
  }

  private void collect(ConnectorState state, List<Candidate> candidates, Instant now) {
    Exposure exposure = state.exposure();
    if (exposure.uncontrolled()) {
      return;
    }
    Held ofDefault = exposure.ofDefault();
    offer(state, ofDefault, state.resendDefault, ofDefault(state), candidates);
    Session session = state.session();
    if (!ofDefault.confirmed() || session == null || !session.live()) {
      return; // the default goes first: nothing else tells what a charger does when it forgets
    }
    if (!state.steeredByDefault() && !state.starting(now)) {
      Change change = new Change.OfTransaction(session.transactionId(), state.desiredTx());
      offer(state, exposure.ofTransaction(), state.resendTx, change, candidates);
    }
  }

  private static Change ofDefault(ConnectorState state) {
    return new Change.OfDefault(state.desiredDefault());
  }

  private void offer(
      ConnectorState state,
      @Nullable Held held,
      boolean resend,
      Change wanted,
      List<Candidate> candidates) {
    boolean settled = false;
    if (held != null && held.confirmed() && !resend) {
      settled = true;
      if (!isWorthIt(held.low(), wanted.limit())) {
        return;
      }
    }
    int now = state.exposure().worst();
    int then = state.exposure().accepted(wanted).worst();
    Effect effect = then < now ? Effect.LOWERS : then == now ? Effect.REPEATS : Effect.RAISES;
    candidates.add(new Candidate(state, wanted, effect, settled));
  }

  private boolean isWorthIt(int held, int wanted) {
    return wanted < held || wanted - held >= settings.smallestIncrease();
  }
}
