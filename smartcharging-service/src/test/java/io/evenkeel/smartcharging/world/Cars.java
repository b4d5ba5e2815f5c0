package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.site.Connector;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Cars that come, charge, are measured, perhaps go on with more phases, and go. */
final class Cars {

  private final Timeline timeline;
  private final Random random;
  private final Faults faults;
  private final Map<String, Link> links;
  private final Service service;
  private final Bus bus;
  private final IntFunction<Duration> jitter;
  private int transactions;

  Cars(
      Timeline timeline,
      Random random,
      Faults faults,
      Map<String, Link> links,
      Service service,
      Bus bus,
      IntFunction<Duration> jitter) {
    this.timeline = timeline;
    this.random = random;
    this.faults = faults;
    this.links = links;
    this.service = service;
    this.bus = bus;
    this.jitter = jitter;
  }

  void comeOrGo(Connector connector) {
    Link link = link(connector);
    Socket socket = link.socket(connector);
    if (socket.transaction != null) {
      end(link, connector, socket, socket.transaction);
    } else {
      begin(link, connector, socket);
    }
    if (!faults.over()) {
      timeline.in(jitter.apply(600), () -> comeOrGo(connector));
    }
  }

  private void begin(Link link, Connector connector, Socket socket) {
    int transaction = ++transactions;
    int uses = random.nextBoolean() ? socket.phases : 1 + random.nextInt(socket.phases);
    socket.plugIn(transaction, uses, timeline.now());
    Instant startedAt = timeline.now().plus(link.charger.clockOff);
    bus.tell(
        link,
        () ->
            new TransactionEvent.TransactionStarted(
                connector.key().chargePoint(),
                connector.key().connectorId(),
                transaction,
                "TAG",
                AuthorizationStatus.Accepted,
                0,
                startedAt,
                timeline.now()));
    bus.tell(link, () -> status(connector, ChargePointStatus.Charging));
  }

  private void end(Link link, Connector connector, Socket socket, int transaction) {
    Instant endedAt = timeline.now();
    socket.unplug();
    bus.tell(
        link,
        () ->
            new TransactionEvent.TransactionEnded(
                connector.key().chargePoint(),
                connector.key().connectorId(),
                transaction,
                endedAt,
                0,
                false));
    bus.tell(link, () -> status(connector, ChargePointStatus.Available));
  }

  /** One that is known to use few phases, of all cars: that is the worst that it can do. */
  void grow() {
    if (faults.over()) {
      return;
    }
    List<SiteStatus.ConnectorStatus> all =
        service.isAlive() ? service.status().connectors() : List.of();
    for (SiteStatus.ConnectorStatus one : all) {
      Socket socket = link(one.connector()).socket(one.connector());
      boolean known = one.phasesUsed() != null && one.phasesUsed() < socket.phases;
      if (known && random.nextInt(4) == 0) {
        timeline.note("the car at " + one.connector().id() + " goes on with all phases");
        socket.usesAllPhases();
      }
    }
    timeline.in(jitter.apply(240), this::grow);
  }

  void meter(Connector connector) {
    Link link = link(connector);
    Socket socket = link.socket(connector);
    if (socket.transaction != null && link.online()) {
      Integer transaction = socket.transaction;
      bus.tell(
          link,
          () ->
              new TransactionEvent.Metered(
                  connector.key().chargePoint(),
                  connector.key().connectorId(),
                  transaction,
                  timeline.now(),
                  null,
                  currents(socket),
                  null));
    }
    timeline.in(Duration.ofSeconds(30), () -> meter(connector));
  }

  /** Per phase; now and then only of the first. */
  private List<BigDecimal> currents(Socket socket) {
    BigDecimal draws = BigDecimal.valueOf(socket.draws(timeline.now()));
    int told = random.nextInt(8) == 0 ? 1 : socket.phases;
    return IntStream.range(0, told)
        .mapToObj(phase -> phase < socket.carPhases() ? draws : BigDecimal.ZERO)
        .toList();
  }

  TransactionEvent status(Connector connector, ChargePointStatus status) {
    return new TransactionEvent.ConnectorStatusChanged(
        connector.key().chargePoint(),
        connector.key().connectorId(),
        status,
        ChargePointErrorCode.NoError,
        timeline.now());
  }

  private Link link(Connector connector) {
    return Objects.requireNonNull(links.get(connector.key().chargePoint()));
  }
}
