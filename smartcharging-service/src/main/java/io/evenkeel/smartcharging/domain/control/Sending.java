package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.smartcharging.domain.profile.Form;
import io.evenkeel.smartcharging.domain.profile.ProfileWriter;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import io.evenkeel.smartcharging.domain.safety.TxLimit;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses what to send now: what lowers first, then what repeats, then what raises, if there is room. */
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

  private record Candidate(ConnectorState state, Change change, Effect effect) {}

  /** What is chosen counts as under way from now on. */
  List<Send> next(
      Iterable<ChargePointState> chargePoints, List<ConnectorState> connectors, Instant now) {
    List<Candidate> candidates = new ArrayList<>();
    int room = settings.maxInFlight();
    for (ChargePointState chargePoint : chargePoints) {
      if (chargePoint.inFlight != null) {
        room--;
      } else if (chargePoint.connected() && !chargePoint.silent(now)) {
        chargePoint.connectors.forEach(state -> collect(state, candidates));
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

  private @Nullable Send tryToSend(Candidate candidate, WorstCase worst, Instant now) {
    ConnectorState state = candidate.state;
    Exposure before = state.exposure();
    Exposure after = before.sending(candidate.change);
    if (!gate.permits(worst, state.number, before.worst(), after.worst())) {
      return null;
    }
    worst.add(state.number, after.worst() - before.worst());
    state.exposure(after);
    Capabilities capabilities = state.chargePoint.capabilities;
    Send send =
        new Send(
            state.connector.key(),
            candidate.change,
            before,
            ProfileWriter.write(
                state.connector,
                candidate.change,
                form(state, candidate.change),
                capabilities.maxStackLevel(),
                tree.definition().voltage(),
                now));
    state.chargePoint.inFlight = send;
    return send;
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

  private void collect(ConnectorState state, List<Candidate> candidates) {
    Exposure exposure = state.exposure();
    if (exposure.uncontrolled()) {
      return;
    }
    Integer held = exposure.confirmedDefault();
    if (differs(state.desiredDefault(), held, exposure.unconfirmedDefault() != null)
        || state.resendDefault) {
      candidates.add(
          new Candidate(
              state,
              new Change.OfDefault(state.desiredDefault()),
              effect(state.desiredDefault(), held == null ? exposure.maximum() : held)));
    }
    Session session = state.session();
    if (held == null || session == null || !session.live()) {
      return; // the default goes first: nothing else tells what a charger does when it forgets
    }
    if (!state.steeredByDefault()) {
      TxLimit confirmed = exposure.confirmedTx();
      Integer limit = confirmed == null ? null : Integer.valueOf(confirmed.limit());
      if (differs(state.desiredTx(), limit, exposure.unconfirmedTx() != null) || state.resendTx) {
        candidates.add(
            new Candidate(
                state,
                new Change.OfTransaction(session.transactionId(), state.desiredTx()),
                effect(state.desiredTx(), limit == null ? exposure.worst() : limit)));
      }
    }
  }

  private boolean differs(int desired, @Nullable Integer held, boolean unconfirmed) {
    if (held == null || unconfirmed) {
      return true;
    }
    return desired < held || desired - held >= settings.smallestIncrease();
  }

  private static Effect effect(int desired, int held) {
    if (desired < held) {
      return Effect.LOWERS;
    }
    return desired == held ? Effect.REPEATS : Effect.RAISES;
  }
}
