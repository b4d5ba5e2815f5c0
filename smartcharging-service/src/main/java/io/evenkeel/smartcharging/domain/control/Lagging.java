package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.control.Lag.Cause;
import io.evenkeel.smartcharging.domain.safety.Change;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.Grid;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.safety.Load;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out why a connector has not, or not for certain, what is desired. Changes nothing. */
final class Lagging {

  /** So many that have to confirm less are named. */
  private static final int NAMED = 10;

  private final SiteTree tree;
  private final List<ConnectorState> connectors;
  private final WorstCase worst;
  private final Settings settings;
  private final Instant now;
  private final Map<Place, List<String>> holders = new HashMap<>();

  Lagging(
      SiteTree tree,
      List<ConnectorState> connectors,
      WorstCase worst,
      Settings settings,
      Instant now) {
    this.tree = tree;
    this.connectors = connectors;
    this.worst = worst;
    this.settings = settings;
    this.now = now;
  }

  /** Where and when there is no room. */
  private record Place(int cell, int column) {}

  /** Null when it is governed, holds what is desired and may draw no more. */
  @Nullable Lag of(ConnectorState state) {
    Integer held = held(state);
    int desired = desired(state);
    int counts = state.exposure().worst(now);
    ChargePointState chargePoint = state.chargePoint;
    if (state.exposure().uncontrolled()) {
      return Lag.of(Cause.UNCONTROLLED, held, desired, counts);
    }
    if (!chargePoint.connected()) {
      return Lag.of(Cause.OFFLINE, held, desired, counts).between(chargePoint.awaySince, null);
    }
    if (chargePoint.silent(now)) {
      return Lag.of(Cause.SILENT, held, desired, counts)
          .between(chargePoint.silentSince(), chargePoint.retryAt());
    }
    if (state.exposure().conduct().byHand() > 0) {
      return Lag.of(Cause.BY_HAND, held, desired, counts);
    }
    if (held != null && held == desired && counts <= desired) {
      return null;
    }
    if (state.exposure().conduct().drawn() > 0) {
      return Lag.of(Cause.DISOBEYS, held, desired, counts).saying(state.obedience.words());
    }
    if (chargePoint.inFlight instanceof Send.Apply apply
        && apply.key().equals(state.connector.key())) {
      return underWay(state, apply, held, desired, counts);
    }
    if (held == null) {
      return Lag.of(Cause.UNCONFIRMED, held, desired, counts);
    }
    if (held == desired) {
      return Lag.of(above(state, desired), held, desired, counts);
    }
    return held < desired
        ? rising(state, held, held, desired, counts)
        : Lag.of(keepsMore(state, held, desired), held, desired, counts);
  }

  /** What counts for its car, or for one that comes. */
  private @Nullable Integer held(ConnectorState state) {
    Exposure exposure = state.exposure();
    HeldCourse ofTransaction = exposure.ofTransaction();
    if (followsTransaction(state) && ofTransaction != null) {
      if (!ofTransaction.confirmed()) {
        return null;
      }
      Instant end = ofTransaction.high().end();
      if (end == null || now.isBefore(end)) {
        return ofTransaction.high().at(now);
      }
    }
    return exposure.ofDefault().confirmed() ? exposure.ofDefault().low() : null;
  }

  private static boolean followsTransaction(ConnectorState state) {
    return state.hasLiveSession() && !state.steeredByDefault();
  }

  private int desired(ConnectorState state) {
    return followsTransaction(state) ? state.desiredTx().at(now) : state.desiredDefault();
  }

  private static Cause above(ConnectorState state, int desired) {
    if (state.exposure().ofDefault().high() <= desired) {
      return Cause.SCHEDULE;
    }
    return state.exposure().ofDefault().confirmed() ? Cause.DEFAULT : Cause.UNCONFIRMED;
  }

  private static Cause keepsMore(ConnectorState state, int held, int desired) {
    return held == state.written(desired) ? Cause.NO_ZERO : Cause.DUE;
  }

  /** Where less is under way than is desired, something else holds up the rest. */
  private Lag underWay(
      ConnectorState state, Send.Apply apply, @Nullable Integer held, int desired, int counts) {
    boolean ofTransaction = apply.change() instanceof Change.OfTransaction;
    int sent = apply.change().course().at(now);
    return ofTransaction == followsTransaction(state) && sent < desired
        ? rising(state, sent, held, desired, counts)
        : Lag.of(Cause.UNDER_WAY, held, desired, counts);
  }

  /**
   * @param told what it was told
   */
  private Lag rising(
      ConnectorState state, int told, @Nullable Integer held, int desired, int counts) {
    if (isProving(state, told, desired)) {
      return Lag.of(Cause.PROVING, held, desired, counts);
    }
    Place full = full(state);
    if (full == null) {
      boolean trifle = desired - told < settings.smallestIncrease();
      return Lag.of(trifle ? Cause.TRIFLE : Cause.DUE, held, desired, counts);
    }
    List<String> others =
        holders.computeIfAbsent(full, this::holders).stream()
            .filter(id -> !id.equals(state.connector.id()))
            .limit(NAMED)
            .toList();
    boolean later = full.column() > worst.column();
    return new Lag(
        others.isEmpty() ? Cause.NO_ROOM : Cause.WAITS_FOR,
        held,
        desired,
        counts,
        others,
        tree.node(full.cell()).id(),
        tree.phase(full.cell()),
        null,
        later ? worst.grid().begin(full.column()) : null,
        null);
  }

  private boolean isProving(ConnectorState state, int held, int desired) {
    if (!followsTransaction(state)) {
      return false;
    }
    int told = state.told().at(now);
    boolean dips = state.toProve && told - held <= settings.smallestIncrease();
    return (told < desired || state.toProve) && (held == told || dips);
  }

  /** The first place without room for what is desired; null when there is room everywhere. */
  private @Nullable Place full(ConnectorState state) {
    Session session = state.session();
    Change change =
        followsTransaction(state) && session != null
            ? new Change.OfTransaction(session.transactionId(), state.told())
            : new Change.OfDefault(state.desiredDefault());
    Load is = worst.load(state.number);
    Load then = state.exposure().sending(change).load(worst.grid());
    int[] cells = tree.cellsOf(state.number);
    int phases = state.connector.phases();
    // who keeps time is sent what there is room for now, whatever comes later
    boolean nowOnly = change instanceof Change.OfTransaction && state.exposure().conduct().timed();
    int end = nowOnly ? worst.column() + 1 : worst.grid().columns();
    for (int column = worst.column(); column < end; column++) {
      for (int i = 0; i < cells.length; i++) {
        int more = Grid.at(then.on(i % phases), column) - Grid.at(is.on(i % phases), column);
        if (more > 0 && worst.left(cells[i], column) < more) {
          return new Place(cells[i], column);
        }
      }
    }
    return null;
  }

  /** Who may draw more there than is desired; one more than are named, since it may be oneself. */
  private List<String> holders(Place place) {
    List<String> found = new ArrayList<>();
    for (ConnectorState other : connectors) {
      int phase = phaseAt(other, place.cell());
      if (phase >= 0
          && Grid.at(worst.load(other.number).on(phase), place.column()) > wants(other, place)) {
        found.add(other.connector.id());
        if (found.size() > NAMED) {
          break;
        }
      }
    }
    return found;
  }

  private int phaseAt(ConnectorState state, int cell) {
    int[] cells = tree.cellsOf(state.number);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == cell) {
        return i % state.connector.phases();
      }
    }
    return -1;
  }

  private int wants(ConnectorState state, Place place) {
    int ofTransaction =
        followsTransaction(state) ? Grid.at(worst.grid().highest(state.told()), place.column()) : 0;
    return Math.max(state.desiredDefault(), ofTransaction);
  }
}
