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
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A site of one node, moved on step by step; all charge points are connected. */
final class Steps {

  private final OneNode site;
  private SiteControl control;
  private final List<Send> inFlight = new ArrayList<>();
  private final Map<ConnectorKey, ConnectorRecord> stored = new LinkedHashMap<>();
  private final Map<String, ChargePointRecord> lessons = new LinkedHashMap<>();
  private final Recital recital = new Recital();
  private boolean recites;
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");

  Steps(int limit, String... names) {
    this.site = new OneNode(limit, names);
    this.control = begin();
  }

  /** Before anything happens. */
  private Steps where(Consumer<OneNode> otherwise) {
    otherwise.accept(site);
    control = begin();
    return this;
  }

  Steps units(ChargingRateUnit... taken) {
    return where(site -> site.units = Set.of(taken));
  }

  /** All connectors have so many phases. */
  Steps wired(int phases) {
    return where(site -> site.wired = phases);
  }

  /** They say that they take stack levels up to this. */
  Steps stackLevels(int highest) {
    return where(site -> site.stackLevels = highest);
  }

  Steps maxProfiles(int most) {
    return where(site -> site.maxProfiles = most);
  }

  /** That connector is wired STR: its first phase is L2. */
  Steps turned(String name) {
    return where(site -> site.turned = name);
  }

  Steps refusing(boolean relative, boolean txProfile) {
    return where(
        site -> {
          site.acceptsRelative = !relative;
          site.acceptsTxProfile = !txProfile;
        });
  }

  Steps withoutSmartCharging() {
    return where(site -> site.smartCharging = false);
  }

  /** The building has a meter; while that is silent 10 A count for it. */
  Steps metered() {
    return metered(100);
  }

  Steps metered(int whileSilent) {
    return where(
        site -> {
          site.metered = true;
          site.building = whileSilent;
        });
  }

  /** All chargers read back what they were told, whatever they do. */
  Steps reciting() {
    recites = true;
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

  private SiteControl begin() {
    return begin(List.of());
  }

  private SiteControl begin(List<ConnectorRecord> known) {
    return new SiteControl(site.tree(), OneNode.SETTINGS, SafetyGate.STRICT, known, site.origins());
  }

  void limit(int tenths) {
    site.limit = tenths;
    control = control.redefined(site.tree(), List.of(), site.origins());
  }

  /** The process starts anew with what is stored. */
  void restart() {
    control = begin(control.connectorRecords());
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

  private void hear(ChargePointEvent event) {
    control.apply(event);
  }

  /** The gateway says once more what it has said from the beginning. */
  void gatewayRepeatsItself(String name) {
    hear(new ChargePointEvent.CapabilitiesKnown(name, now, site.capabilities()));
  }

  /** The gateway says so many periods, and how many it would be without what was learned. */
  void gatewaySays(String name, int periods, int withoutLessons) {
    Capabilities said = site.capabilities(periods, withoutLessons);
    hear(new ChargePointEvent.CapabilitiesKnown(name, now, said));
  }

  /** It has been away. */
  void reconnects(String name, long number) {
    SessionRef socket = new SessionRef(0, 1, number);
    hear(new ChargePointEvent.Connected(name, now, socket, site.capabilities()));
  }

  /** Somebody else asked the charge point for this; null: what came of it is not known. */
  void byHand(String name, Request request, @Nullable Response response) {
    hear(new ChargePointEvent.ProfileChanged(name, now, "by-hand", now, request, response));
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
    control = begin(stored.values().stream().map(database).toList());
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
