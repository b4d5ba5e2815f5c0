package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.QuarterLoad;
import io.evenkeel.smartcharging.domain.forecast.Surroundings;
import io.evenkeel.smartcharging.domain.live.LiveSite;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import io.evenkeel.smartcharging.domain.safety.WorstCase;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One site under control. Facts and outcomes go in, profiles to send come out. It is for one thread
 * at a time, has no clock and does nothing by itself:
 *
 * <pre>
 *   fact / outcome --> apply, completed --> step --> changes: to be stored, then
 *                                               \--> sends:   to be sent; each outcome comes back
 * </pre>
 *
 * <p>Nothing may be sent before the changes are stored: a send is unconfirmed in them, so that
 * whoever loads them after a crash counts it.
 */
public final class SiteControl {

  private final SiteTree tree;
  private final Settings settings;
  private final SafetyGate gate;
  private final List<ConnectorState> connectors = new ArrayList<>();
  private final Map<ConnectorKey, ConnectorState> byKey = new LinkedHashMap<>();
  private final Map<String, ChargePointState> chargePoints = new LinkedHashMap<>();
  private final Planning planning;
  private final Sending sending;
  private final Outcomes outcomes;
  private final ReadBacks readBacks;
  private final TransactionFacts transactionFacts;
  private final ByHand byHand;
  private Surroundings surroundings;
  private final Horizon horizon;
  private boolean replan = true;
  private @Nullable String planRefused;
  private @Nullable Instant wakeAt;

  /**
   * @param records what was stored about the connectors; those without one are new
   * @param origins what is known of the charge points now
   */
  public SiteControl(
      SiteTree tree,
      Settings settings,
      SafetyGate gate,
      Collection<ConnectorRecord> records,
      Origins origins) {
    this.tree = tree;
    this.settings = settings;
    this.gate = gate;
    Map<ConnectorKey, ConnectorRecord> known = new LinkedHashMap<>();
    records.forEach(record -> known.put(record.key(), record));
    for (int i = 0; i < tree.connectors(); i++) {
      ConnectorKey key = tree.connector(i).key();
      ChargePointState chargePoint =
          chargePoints.computeIfAbsent(key.chargePoint(), origins::chargePoint);
      ConnectorState state = new ConnectorState(i, tree.connector(i), chargePoint, known.get(key));
      connectors.add(state);
      byKey.put(key, state);
    }
    planning = new Planning(tree, connectors, settings);
    sending = new Sending(tree, settings, gate);
    horizon = new Horizon(tree, connectors);
    outcomes = new Outcomes(settings);
    readBacks = new ReadBacks(settings, tree.definition().voltage());
    transactionFacts = new TransactionFacts(settings);
    byHand = new ByHand(tree.definition().voltage());
    surroundings = new Surroundings(tree);
  }

  /**
   * The same connectors in a site that was described anew; what is under way stays under way.
   *
   * @param records what is stored about connectors that are new to it
   */
  public SiteControl redefined(
      SiteTree described, Collection<ConnectorRecord> records, Origins newcomers) {
    List<ConnectorRecord> all = new ArrayList<>(records);
    all.addAll(connectorRecords());
    SiteControl next = new SiteControl(described, settings, gate, all, newcomers);
    next.planRefused = planRefused;
    for (ChargePointState chargePoint : next.chargePoints.values()) {
      ChargePointState known = chargePoints.get(chargePoint.name);
      if (known != null) {
        chargePoint.continues(known);
      }
    }
    for (ConnectorState state : next.connectors) {
      ConnectorState known = byKey.get(state.connector.key());
      if (known != null) {
        state.continues(known);
      }
    }
    next.surroundings = surroundings.redefined(described);
    return next;
  }

  /**
   * A meter of the site was read.
   *
   * @return quarters of an hour that have ended, to be stored
   */
  public List<QuarterLoad> read(MeterReading reading, Instant now) {
    replan = true;
    return surroundings.read(reading, Drawn.of(tree, connectors, reading.at()), now);
  }

  /** Meters, limits of others, and prices; whoever tells it something need not say so. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** What each cell may carry for charging, from now on. */
  public Outlook outlook(Instant now) {
    return surroundings.outlook(now);
  }

  public void apply(TransactionEvent event, Instant now) {
    ConnectorState state = byKey.get(new ConnectorKey(event.chargePoint(), event.connectorId()));
    if (state != null) {
      transactionFacts.apply(state, event, now);
      byHand.apply(state, event, now);
      replan = true;
    }
  }

  public void apply(ChargePointEvent event) {
    ChargePointState chargePoint = chargePoints.get(event.chargePoint());
    if (chargePoint != null) {
      ChargePointFacts.apply(chargePoint, event);
      if (event instanceof ChargePointEvent.ProfileChanged changed) {
        byHand.apply(chargePoint, changed);
      }
      replan = true;
    }
  }

  /**
   * The clock by which all this goes has jumped: when schedules of before change is not known any
   * more, so they count at their highest period, and running transactions get one period at a time.
   */
  public void clockJumped() {
    for (ChargePointState chargePoint : chargePoints.values()) {
      chargePoint.clockJumped();
    }
    for (ConnectorState state : connectors) {
      state.resendTxAt = null;
      Session session = state.session();
      state.session(session == null ? null : session.countingFromNowhere());
    }
    replan = true;
  }

  /**
   * Compares with what is known elsewhere of the charge points' sockets. A difference counts when
   * it is there twice in a row: the event that explains it may be on its way.
   *
   * @return whether something was news
   */
  public boolean compareSockets(Function<String, @Nullable SessionRef> sockets) {
    boolean news = false;
    for (ChargePointState chargePoint : chargePoints.values()) {
      news |= ChargePointFacts.compare(chargePoint, sockets.apply(chargePoint.name));
    }
    replan |= news;
    return news;
  }

  /** An outcome of something that is not awaited (any more) is ignored. */
  public void completed(Send send, CommandOutcome outcome, Instant now) {
    ChargePointState chargePoint = chargePoints.get(send.key().chargePoint());
    if (chargePoint == null || !send.equals(chargePoint.inFlight)) {
      return;
    }
    chargePoint.inFlight = null;
    ConnectorState state = byKey.get(send.key());
    if (state == null) {
      return;
    }
    boolean governed = state.governed(now);
    Learned known = chargePoint.learned();
    switch (send) {
      case Send.Apply apply -> {
        boolean accepted = outcomes.apply(state, apply, outcome, now);
        byHand.completed(state, apply, accepted, now);
      }
      case Send.ReadBack asked -> {
        readBacks.apply(state, asked, outcome, now);
        state.exposure(state.exposure().drawing(state.obedience.counts()));
        replan = true;
      }
    }
    if (!chargePoint.learned().equals(known)) {
      chargePoint.learnedAt = now;
    }
    replan |= governed != state.governed(now);
  }

  /**
   * What the running transactions are to get over time. Whoever is not in it, and transactions that
   * start later, share what is left as the instant allocation gives it; so do all when the courses
   * together exceed a node at some time: then none is followed and the status says so.
   */
  public void desire(Map<ConnectorKey, Course> plan) {
    for (ConnectorState state : connectors) {
      state.plan(plan.get(state.connector.key()));
    }
    replan = true;
  }

  /** Plans when something changed, and chooses what to send. */
  public List<Send> step(Instant now) {
    replan |= surroundings.isNews(now) || (wakeAt != null && !now.isBefore(wakeAt));
    Outlook outlook = surroundings.outlook(now);
    for (ConnectorState state : connectors) {
      state.noteAllotment(now);
      replan |= state.notePhases();
    }
    if (replan) {
      planRefused = planning.plan(now, outlook);
      replan = false;
    }
    List<Send> sends = sending.next(chargePoints.values(), horizon.worst(outlook, now), now);
    sends.addAll(questions(now));
    wakeAt =
        Wake.earlier(
            Wake.after(chargePoints.values(), connectors, settings.turn(), now),
            Wake.earlier(surroundings.changesAt(), horizon.changesAt(outlook, now)));
    return sends;
  }

  private List<Send> questions(Instant now) {
    List<Send> questions = new ArrayList<>();
    int underWay = 0;
    for (ChargePointState chargePoint : chargePoints.values()) {
      underWay += chargePoint.inFlight == null ? 0 : 1;
    }
    for (ChargePointState chargePoint : chargePoints.values()) {
      if (chargePoint.connected()
          && !chargePoint.silent(now)
          && underWay + questions.size() < settings.maxInFlight()) {
        Send.ReadBack question = readBacks.next(chargePoint, now);
        if (question != null) {
          questions.add(question);
        }
      }
    }
    return questions;
  }

  /** When {@link #step} has something to do even if nothing happens; null when never. */
  public @Nullable Instant wakeAt() {
    return wakeAt;
  }

  /** What is to be stored since this was last asked. */
  public Changes takeChanges() {
    List<ConnectorRecord> changed = new ArrayList<>();
    for (ConnectorState state : connectors) {
      if (state.changed) {
        changed.add(state.record());
        state.changed = false;
      }
    }
    List<ChargePointRecord> chargePointsChanged = new ArrayList<>();
    for (ChargePointState state : chargePoints.values()) {
      if (state.changed) {
        chargePointsChanged.add(state.record());
        state.changed = false;
      }
    }
    return new Changes(changed, chargePointsChanged);
  }

  /** Why the plan is not followed; null when it is, or there is none. */
  public @Nullable String planRefused() {
    return planRefused;
  }

  /** The transactions that take part in the allocation. */
  public Map<ConnectorKey, Integer> transactions() {
    Map<ConnectorKey, Integer> running = new LinkedHashMap<>();
    for (ConnectorState state : connectors) {
      Session session = state.session();
      if (session != null && session.live()) {
        running.put(state.connector.key(), session.transactionId());
      }
    }
    return running;
  }

  /** What may be drawn over time, per cell and slot of {@link #outlook}. */
  public int[][] mayBeDrawn(Instant now) {
    Outlook outlook = surroundings.outlook(now);
    WorstCase worst = horizon.worst(outlook, now);
    int[][] drawn = new int[tree.cells()][outlook.slots()];
    for (int cell = 0; cell < drawn.length; cell++) {
      for (int slot = 0; slot < drawn[cell].length; slot++) {
        drawn[cell][slot] = worst.load(cell, slot);
      }
    }
    return drawn;
  }

  /** What a plan is made from. */
  public LiveSite live(Instant now) {
    return LiveReport.of(tree, surroundings, surroundings.outlook(now), connectors, settings, now);
  }

  public SiteStatus status(Instant now) {
    Outlook outlook = surroundings.outlook(now);
    return StatusReport.of(
        tree, connectors, outlook, horizon.worst(outlook, now), planRefused, settings, now);
  }

  /** Whether no limit can be exceeded, whatever the chargers do. */
  public boolean underControl() {
    return horizon.fits();
  }

  public SiteTree tree() {
    return tree;
  }

  /**
   * Notes a reading. Unlike the rest it may be called from any thread: readings are the bulk of
   * what is told.
   *
   * @return whether the reading is news beyond its figures, to be told by {@link
   *     #apply(TransactionEvent, Instant)}
   */
  public boolean note(TransactionEvent.Metered metered) {
    ConnectorState state =
        byKey.get(new ConnectorKey(metered.chargePoint(), metered.connectorId()));
    if (state == null) {
      return false;
    }
    Measured measured = Measured.of(metered);
    if (measured == null) {
      return TransactionFacts.isNews(state, metered.transactionId());
    }
    boolean wantsOtherwise = state.watch.saw(measured, metered.transactionId(), state.session());
    return wantsOtherwise
        || state.obedience.isNews(measured.highest(), state.allowed(measured.at()), settings)
        || TransactionFacts.isNews(state, metered.transactionId());
  }

  /** All that is to be stored about the connectors. */
  public List<ConnectorRecord> connectorRecords() {
    return connectors.stream().map(ConnectorState::record).toList();
  }

  /** Connectors that may hold a profile of ours. */
  public Set<ConnectorKey> holders() {
    return connectors.stream()
        .filter(state -> state.exposure().isManaged())
        .map(state -> state.connector.key())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Profiles of others in the charge points that may hold any. */
  public Map<String, SetByHand> setByHand() {
    Map<String, SetByHand> byHand = new LinkedHashMap<>();
    for (ChargePointState chargePoint : chargePoints.values()) {
      if (!chargePoint.byHand().isEmpty()) {
        byHand.put(chargePoint.name, chargePoint.byHand());
      }
    }
    return byHand;
  }

  /** All that is to be stored about the charge points. */
  public List<ChargePointRecord> chargePointRecords() {
    return chargePoints.values().stream().map(ChargePointState::record).toList();
  }
}
