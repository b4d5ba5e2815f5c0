package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import io.evenkeel.smartcharging.domain.composite.CompositeSchedule;
import io.evenkeel.smartcharging.domain.composite.InstalledProfiles;
import io.evenkeel.smartcharging.domain.composite.Running;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.composite.Supply;
import io.evenkeel.smartcharging.domain.safety.Course;
import io.evenkeel.smartcharging.domain.safety.HeldCourse;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Daily;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.PhaseLimits;
import io.evenkeel.smartcharging.domain.site.Rotation;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two chargers, A and B, that read back what they hold; the limit of their site falls at nine. */
final class FallingSite {

  static final Instant FALLS = Instant.parse("2026-03-01T09:00:00Z");
  private static final List<String> NAMES = List.of("A", "B");

  private final SiteTree tree;
  private final Map<ConnectorKey, InstalledProfiles> held = new HashMap<>();
  private final Map<ConnectorKey, Instant> begun = new HashMap<>();
  private final Map<ConnectorKey, Instant> received = new HashMap<>();
  private final Map<ConnectorKey, Course> plan = new HashMap<>();
  private boolean fromReceipt;
  private int transactions;
  private int sockets = 1;
  private String firmware = "1.0";
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private SiteControl control;

  FallingSite(int limit, int then) {
    Daily limits =
        new Daily(
            List.of(
                new Daily.From(0, PhaseLimits.even(limit)),
                new Daily.From(9 * 60, PhaseLimits.even(then))));
    tree =
        SiteTree.of(
            new SiteDefinition(
                "site",
                230,
                List.of(new Node("grid", null, "GRID", limits, Daily.NOTHING, List.of(), null)),
                NAMES.stream().map(FallingSite::connector).toList()));
    control =
        new SiteControl(
            tree, OneNode.SETTINGS, SafetyGate.STRICT, List.of(), origins(Map.of(), Map.of()));
  }

  FallingSite countingFromReceipt() {
    fromReceipt = true;
    return this;
  }

  private static Connector connector(String name) {
    return new Connector(name, key(name), "grid", Rotation.RST, 3, 320);
  }

  private static ConnectorKey key(String name) {
    return new ConnectorKey(name, 1);
  }

  private Origins origins(Map<String, Learned> learned, Map<String, Capabilities> known) {
    return new Origins(
        name -> new SessionRef(0, 1, sockets),
        name -> known.getOrDefault(name, capabilities()),
        name -> learned.getOrDefault(name, Learned.NOTHING),
        _ -> SetByHand.NOTHING);
  }

  private Capabilities capabilities() {
    return new Capabilities(
        "Delta",
        "AC MAX",
        firmware,
        1,
        true,
        10,
        3,
        20,
        Set.of(ChargingRateUnit.A),
        BigDecimal.valueOf(6),
        BigDecimal.valueOf(32));
  }

  /** Of charger 1 or 2, with what is planned for it until the limit falls and then. */
  void start(int number, int planned, int then) {
    plan.put(
        key(NAMES.get(number - 1)),
        Course.of(
            List.of(new Course.Step(Instant.MIN, planned), new Course.Step(FALLS, then)), null));
    start(number);
    control.desire(plan);
  }

  void start(int number) {
    String name = NAMES.get(number - 1);
    begun.put(key(name), now);
    control.apply(
        new TransactionEvent.TransactionStarted(
            name, 1, ++transactions, "TAG", AuthorizationStatus.Accepted, 0, now, now),
        now);
  }

  void end(int number) {
    ConnectorKey key = key(NAMES.get(number - 1));
    Integer transaction = Objects.requireNonNull(control.transactions().get(key));
    control.apply(
        new TransactionEvent.TransactionEnded(key.chargePoint(), 1, transaction, now, 0, false),
        now);
    begun.remove(key);
    held.computeIfPresent(key, (_, all) -> all.transactionEnded(1));
  }

  /** The service starts anew with what is stored. */
  void restart(String firmwareNow) {
    firmware = firmwareNow;
    Map<String, Learned> learned =
        control.chargePointRecords().stream()
            .collect(Collectors.toMap(ChargePointRecord::chargePoint, ChargePointRecord::learned));
    control =
        new SiteControl(
            tree,
            OneNode.SETTINGS,
            SafetyGate.STRICT,
            control.connectorRecords(),
            origins(learned, Map.of()));
  }

  /** Both connect anew, with that firmware. */
  void connected(String firmwareNow) {
    firmware = firmwareNow;
    sockets++;
    for (String name : NAMES) {
      control.apply(
          new ChargePointEvent.Connected(name, now, new SessionRef(0, 1, sockets), capabilities()));
    }
    pass(Duration.ofSeconds(5));
  }

  /** What is sent is answered at once. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    for (; now.isBefore(end); now = now.plusSeconds(1)) {
      List<Send> sends = new ArrayList<>(control.step(now));
      while (!sends.isEmpty()) {
        Send send = sends.removeFirst();
        Response response = answer(send);
        control.completed(
            send,
            new CommandOutcome(
                "id",
                send.key().chargePoint(),
                "us",
                Outcome.Answered,
                response,
                null,
                null,
                now,
                now),
            now);
        sends.addAll(control.step(now));
      }
    }
  }

  private Response answer(Send send) {
    return switch (send) {
      case Send.Apply apply -> {
        held.merge(
            send.key(),
            InstalledProfiles.NONE.set(apply.request()),
            (all, _) -> all.set(apply.request()));
        received.put(send.key(), now);
        yield new SetChargingProfile.Response(SetChargingProfile.Status.Accepted);
      }
      case Send.ReadBack asked -> composite(asked);
    };
  }

  private GetCompositeSchedule.Response composite(Send.ReadBack asked) {
    @Nullable Instant start =
        begun.containsKey(asked.key()) && fromReceipt
            ? received.get(asked.key())
            : begun.get(asked.key());
    @Nullable Integer transaction = control.transactions().get(asked.key());
    CompositeSchedule schedule =
        CompositeSchedule.of(
            Objects.requireNonNull(held.get(asked.key())),
            1,
            start == null || transaction == null ? null : new Running(transaction, start),
            now,
            asked.request().duration(),
            ChargingRateUnit.A,
            new Supply(230, 3));
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (CompositeSchedule.Step step : schedule.steps()) {
      int limit = step.limit() == null ? 320 : step.limit();
      periods.add(new ChargingSchedulePeriod(step.start(), BigDecimal.valueOf(limit, 1), null));
    }
    return new GetCompositeSchedule.Response(
        GetCompositeSchedule.Status.Accepted,
        1,
        Timestamp.of(now),
        new ChargingSchedule(
            asked.request().duration(), Timestamp.of(now), ChargingRateUnit.A, periods, null));
  }

  /** What it holds for its car now, in tenths of an ampere. */
  int now(String name) {
    return held(name, now);
  }

  /** And when the limit has fallen. */
  int later(String name) {
    return held(name, FALLS.plus(Duration.ofMinutes(50)));
  }

  private int held(String name, Instant at) {
    HeldCourse course =
        control.status(now).connectors().stream()
            .filter(one -> one.connector().id().equals(name))
            .findFirst()
            .orElseThrow()
            .exposure()
            .ofTransaction();
    return course == null ? 0 : course.high().at(at);
  }

  @Nullable Instant exceededFrom() {
    return control.status(now).nodes().getFirst().exceededFrom();
  }

  boolean underControl() {
    return control.underControl();
  }
}
