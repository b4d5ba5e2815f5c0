package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile.Status;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.Exposure;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A site of one node, moved on step by step; all charge points are connected. */
final class Steps {

  private static final Settings SETTINGS =
      new Settings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          5,
          Duration.ofMinutes(15),
          Duration.ofMinutes(2),
          16,
          10,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60));

  private final String[] names;
  private int limit;
  private Set<ChargingRateUnit> units = Set.of(ChargingRateUnit.A);
  private int maxProfiles = 20;
  private int wired = 3;
  private int stackLevels;
  private boolean smartCharging = true;
  private boolean metered;
  private int building;
  private String turned = "";
  private boolean acceptsRelative = true;
  private boolean acceptsTxProfile = true;
  private SiteControl control;
  private final List<Send> inFlight = new ArrayList<>();
  private final Map<ConnectorKey, ConnectorRecord> stored = new LinkedHashMap<>();
  private final Map<String, ChargePointRecord> lessons = new LinkedHashMap<>();
  private final Recital recital = new Recital();
  private boolean recites;
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");

  Steps(int limit, String... names) {
    this.limit = limit;
    this.names = names;
    this.control = begin();
  }

  Steps units(ChargingRateUnit... taken) {
    units = Set.of(taken);
    control = begin();
    return this;
  }

  /** All connectors have so many phases. */
  Steps wired(int phases) {
    wired = phases;
    control = begin();
    return this;
  }

  /** They say that they take stack levels up to this. */
  Steps stackLevels(int highest) {
    stackLevels = highest;
    control = begin();
    return this;
  }

  Steps maxProfiles(int most) {
    maxProfiles = most;
    control = begin();
    return this;
  }

  /** The building has a meter; while that is silent 10 A count for it. */
  Steps metered() {
    return metered(100);
  }

  Steps metered(int whileSilent) {
    metered = true;
    building = whileSilent;
    control = begin();
    return this;
  }

  /** All chargers read back what they were told, whatever they do. */
  Steps reciting() {
    recites = true;
    return this;
  }

  /** That connector is wired STR: its first phase is L2. */
  Steps turned(String name) {
    turned = name;
    control = begin();
    return this;
  }

  Steps refusing(boolean relative, boolean txProfile) {
    acceptsRelative = !relative;
    acceptsTxProfile = !txProfile;
    control = begin();
    return this;
  }

  void building(double amperes) {
    control.read(new MeterReading("m", now, amperes, amperes, amperes), now);
  }

  void signal(String id, PhaseLimits limits, Duration time) {
    control
        .surroundings()
        .put(new Signal(id, "grid", new Signal.Bound.Current(limits), now, now.plus(time)));
  }

  /** A car is seen drawing, in A on each phase; the site hears of it only when that matters. */
  void draws(String name, int transaction, double... amperes) {
    List<@Nullable BigDecimal> currents =
        Arrays.stream(amperes).<@Nullable BigDecimal>mapToObj(BigDecimal::valueOf).toList();
    var reading = new TransactionEvent.Metered(name, 1, transaction, now, null, currents, null);
    if (control.note(reading)) {
      tell(reading);
    }
  }

  Steps withoutSmartCharging() {
    smartCharging = false;
    control = begin();
    return this;
  }

  private SiteControl begin() {
    return new SiteControl(tree(), SETTINGS, SafetyGate.STRICT, List.of(), origins());
  }

  private Origins origins() {
    Capabilities capabilities =
        new Capabilities(
            "Delta",
            "AC MAX",
            "1",
            1,
            smartCharging,
            10,
            10,
            stackLevels,
            maxProfiles,
            units,
            BigDecimal.valueOf(6),
            BigDecimal.valueOf(32),
            true,
            true,
            acceptsRelative,
            acceptsTxProfile,
            true);
    return new Origins(name -> new SessionRef(0, 1, 1), name -> capabilities);
  }

  private SiteTree tree() {
    return SiteTree.of(
        new SiteDefinition(
            "site", 230, List.of(grid()), Arrays.stream(names).map(this::connector).toList()));
  }

  private Node grid() {
    return metered
        ? new Node(
            "grid",
            null,
            "GRID",
            Daily.always(PhaseLimits.even(limit)),
            Daily.always(PhaseLimits.even(building)),
            List.of(new Meter("m", Meter.Measures.UNMANAGED, 0, Meter.USUAL_STALE_AFTER)),
            null)
        : new Node("grid", null, "GRID", PhaseLimits.even(limit));
  }

  private Connector connector(String name) {
    Rotation rotation = name.equals(turned) ? Rotation.STR : Rotation.RST;
    return new Connector(name, new ConnectorKey(name, 1), "grid", rotation, wired, 320);
  }

  void limit(int tenths) {
    limit = tenths;
    control = control.redefined(tree(), List.of(), origins());
  }

  /** The process starts anew with what is stored. */
  void restart() {
    control =
        new SiteControl(tree(), SETTINGS, SafetyGate.STRICT, control.connectorRecords(), origins());
    inFlight.clear();
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  TransactionEvent.TransactionStarted start(String name, int transaction) {
    var started =
        new TransactionEvent.TransactionStarted(
            name, 1, transaction, "TAG", AuthorizationStatus.Accepted, 0, now, now);
    tell(started);
    return started;
  }

  void end(String name, int transaction) {
    tell(new TransactionEvent.TransactionEnded(name, 1, transaction, now, 0, false));
  }

  /** It draws so much, told every 20 s for that time. */
  void draws(String name, int transaction, int amperes, Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusSeconds(20);
      tell(
          new TransactionEvent.Metered(
              name, 1, transaction, now, null, List.of(BigDecimal.valueOf(amperes)), null));
      settle();
    }
  }

  void plan(String name, Course course) {
    control.desire(Map.of(new ConnectorKey(name, 1), course));
  }

  void plan(Map<ConnectorKey, Course> plan) {
    control.desire(plan);
  }

  Instant time() {
    return now;
  }

  /** What was stored of charge points since this was last asked. */
  List<ChargePointRecord> stored() {
    store();
    List<ChargePointRecord> news = List.copyOf(lessons.values());
    lessons.clear();
    return news;
  }

  void meter(String name, int transaction) {
    tell(
        new TransactionEvent.Metered(
            name, 1, transaction, now, null, List.of(BigDecimal.TEN), null));
  }

  void tell(TransactionEvent event) {
    control.apply(event, now);
  }

  /** The gateway says once more what it has said from the beginning. */
  void gatewayRepeatsItself(String name) {
    control.apply(
        new ChargePointEvent.CapabilitiesKnown(name, now, origins().capabilities().apply(name)));
  }

  /** The gateway says so many periods, and how many it would be without what was learned. */
  void gatewaySays(String name, int periods, int withoutLessons) {
    Capabilities all = origins().capabilities().apply(name);
    control.apply(
        new ChargePointEvent.CapabilitiesKnown(
            name,
            now,
            new Capabilities(
                all.vendor(),
                all.model(),
                all.firmwareVersion(),
                all.connectors(),
                all.smartCharging(),
                periods,
                withoutLessons,
                all.maxStackLevel(),
                all.maxProfilesInstalled(),
                all.rateUnits(),
                all.minCurrentA(),
                all.maxCurrentA(),
                all.readsBack(),
                all.acceptsZero(),
                all.acceptsRelative(),
                all.acceptsTxProfile(),
                all.acceptsNumberPhases())));
  }

  /** It has been away. */
  void reconnects(String name, long number) {
    control.apply(
        new ChargePointEvent.Connected(
            name, now, new SessionRef(0, 1, number), origins().capabilities().apply(name)));
  }

  /** Somebody else asked the charge point for this; null: what came of it is not known. */
  void byHand(String name, Request request, @Nullable Response response) {
    control.apply(
        new ChargePointEvent.ProfileChanged(name, now, "by-hand", now, request, response));
  }

  List<Send> step() {
    List<Send> sends = control.step(now);
    store();
    inFlight.addAll(sends);
    sends.forEach(recital::hears);
    return sends;
  }

  void accept(List<Send> sends) {
    for (Send send : sends) {
      answer(send, Outcome.Answered, response(send, _ -> Status.Accepted));
    }
  }

  void fail(List<Send> sends, Outcome outcome) {
    for (Send send : sends) {
      answer(send, outcome, null);
    }
  }

  /** Everything is accepted until nothing more is sent. */
  void settle() {
    while (!step().isEmpty()) {
      settleInFlight();
    }
  }

  void settleInFlight() {
    accept(List.copyOf(inFlight));
  }

  /** Answers what is sent within that time, trying again when it is due. */
  void answerAll(Function<Send.Apply, Status> answers, Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      for (Send send : step()) {
        answer(send, Outcome.Answered, response(send, answers));
      }
      now = now.plusSeconds(1);
    }
  }

  /** What came of a command. */
  record Played(Outcome outcome, @Nullable Response response) {}

  /** Has somebody else answer what is sent within that time. */
  void play(Function<Send, Played> charger, Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      for (Send send : step()) {
        Played played = charger.apply(send);
        answer(send, played.outcome(), played.response());
      }
      now = now.plusSeconds(1);
    }
  }

  /** Nothing is read back here unless it recites, see the world for that. */
  private Response response(Send send, Function<Send.Apply, Status> answers) {
    return switch (send) {
      case Send.Apply apply -> new SetChargingProfile.Response(answers.apply(apply));
      case Send.ReadBack asked when recites ->
          recital.answer(asked, status(asked.key().chargePoint()).session());
      case Send.ReadBack _ ->
          new GetCompositeSchedule.Response(GetCompositeSchedule.Status.Rejected, null, null, null);
    };
  }

  private void answer(Send send, Outcome outcome, @Nullable Response response) {
    answer(send, outcome, response, now);
  }

  private void answer(
      Send send, Outcome outcome, @Nullable Response response, @Nullable Instant sentAt) {
    inFlight.remove(send);
    control.completed(
        send,
        new CommandOutcome(
            "id", send.key().chargePoint(), "us", outcome, response, null, null, sentAt, now),
        now);
  }

  /** These never left: too late, or no socket. */
  void neverSent(List<Send> sends, Outcome outcome) {
    for (Send send : sends) {
      answer(send, outcome, null, null);
    }
  }

  /** The service dies, and begins again with what was stored before it sent something last. */
  void restart(UnaryOperator<ConnectorRecord> database) {
    control =
        new SiteControl(
            tree(),
            SETTINGS,
            SafetyGate.STRICT,
            stored.values().stream().map(database).toList(),
            origins());
    inFlight.clear();
  }

  private void store() {
    Changes changes = control.takeChanges();
    changes.connectors().forEach(record -> stored.put(record.key(), record));
    changes.chargePoints().forEach(record -> lessons.put(record.chargePoint(), record));
  }

  /** Where everybody is connected, as the other nodes know it; null: nowhere. */
  void sockets(@Nullable SessionRef socket) {
    control.compareSockets(_ -> socket);
    control.compareSockets(_ -> socket);
  }

  SiteStatus now() {
    return control.status(now);
  }

  SiteStatus.ConnectorStatus status(String name) {
    return now().connectors().stream()
        .filter(one -> one.connector().id().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Exposure held(String name) {
    return status(name).exposure();
  }

  int desired(String name) {
    Integer desired = status(name).desiredTx();
    return desired == null ? -1 : desired;
  }
}
