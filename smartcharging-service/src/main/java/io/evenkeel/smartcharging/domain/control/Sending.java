package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.profile.ProfileWriter;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
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

  /** What is chosen counts as under way from now on. */
  List<Send> next(Iterable<ChargePointState> chargePoints, WorstCase worst, Instant now) {
    Need need = new Need(worst.grid(), now, settings.smallestIncrease(), !worst.fits());
    boolean mayTry = worst.fits() && !anyOnTrial(chargePoints);
    Wishes wishes = new Wishes(settings, need, worst.grid(), mayTry, now);
    List<Wish> candidates = new ArrayList<>();
    int room = settings.maxInFlight();
    for (ChargePointState chargePoint : chargePoints) {
      if (chargePoint.inFlight != null) {
        room--;
      } else if (chargePoint.connected() && !chargePoint.silent(now)) {
        chargePoint.connectors.forEach(state -> wishes.collect(state, candidates));
      }
    }
    candidates.sort(
        Comparator.comparing(Wish::effect).thenComparingInt(wish -> wish.state().number));
    List<Send> sends = new ArrayList<>();
    for (Wish wish : candidates) {
      if (room > 0 && wish.state().chargePoint.inFlight == null) {
        Send send = tryToSend(wish, wishes, worst, now);
        if (send != null) {
          sends.add(send);
          room--;
        }
      }
    }
    return sends;
  }

  /** A charger that hangs holds what it holds: one at a time does the site no harm. */
  private static boolean anyOnTrial(Iterable<ChargePointState> chargePoints) {
    for (ChargePointState chargePoint : chargePoints) {
      if (chargePoint.onTrial()) {
        return true;
      }
    }
    return false;
  }

  /** When there is no room for all that is wanted, it may still do good to send a part of it. */
  private @Nullable Send tryToSend(Wish wish, Wishes wishes, WorstCase worst, Instant now) {
    ConnectorState state = wish.state();
    Exposure before = state.exposure().since(now);
    @Nullable Change change = wish.change();
    if (!gate.permits(worst, state.number, before, change)) {
      change = wishes.part(wish, Ceiling.of(worst, state.number, before, wish.change()));
      if (change == null || !gate.permits(worst, state.number, before, change)) {
        return null;
      }
    }
    Exposure after = before.sending(change);
    worst.set(state.number, after.load(worst.grid()));
    state.exposure(after);
    state.exposureChanged = false;
    Send send = send(state, change, before, now);
    state.chargePoint.inFlight = send;
    if (change instanceof Change.OfTransaction) {
      state.txSentAt = now;
    }
    return send;
  }

  private Send send(ConnectorState state, Change change, Exposure before, Instant now) {
    Session session = state.session();
    return new Send.Apply(
        state.connector.key(),
        change,
        before,
        state.chargePoint.lives(),
        ProfileWriter.write(
            state.connector,
            change,
            new ProfileWriter.Setting(
                state.form(change),
                state.form(change).stackLevel(state.chargePoint.stands()),
                tree.definition().voltage(),
                settings.guard(),
                session == null ? null : session.countsFrom()),
            now));
  }
}
