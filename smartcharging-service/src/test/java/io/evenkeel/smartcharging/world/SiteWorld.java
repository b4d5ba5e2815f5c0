package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.control.Origins;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A site of chargers with cars that come and go, a bad network, and a service that dies now and
 * then. After everything that happens the fuses are looked at. The same seed gives the same story.
 */
final class SiteWorld {

  private static final SiteTerms TERMS =
      new SiteTerms(ZoneOffset.UTC, 0, 0, Duration.ofHours(8), 20_000, Slots.HORIZON, Slots.LENGTH);

  private final Random random;
  private final Faults faults;
  private final Timeline timeline = new Timeline(this::look);
  private final RandomSites sites;
  private final Map<String, Charger> chargers = new LinkedHashMap<>();
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final Network network;
  private final Fuses fuses;
  private final Wishes wishes;
  private final Service service;
  private final Bus bus;
  private SiteDefinition site;
  private int transactions;
  private long sockets;
  private final boolean growing;
  private boolean calm;
  private @Nullable String wrong;

  SiteWorld(long seed, Setup setup) {
    random = new Random(seed);
    growing = setup.growing();
    faults = new Faults(random);
    sites = new RandomSites(random);
    site = sites.overTime(sites.site(10), TERMS, random.nextBoolean());
    for (Connector connector : site.connectors()) {
      Charger charger =
          chargers.computeIfAbsent(
              connector.key().chargePoint(), name -> new Charger(name, temper()));
      charger.sockets.put(
          connector.key().connectorId(),
          new Socket(
              charger,
              connector.key().connectorId(),
              connector.maximum() / 10.0,
              connector.phases(),
              site.voltage()));
    }
    chargers.values().forEach(charger -> links.put(charger.name, new Link(charger)));
    network = new Network(timeline, random, faults, links, setup.gatewayForgets());
    fuses = new Fuses(site, chargers, timeline.now());
    wishes = new Wishes(random);
    chargers
        .values()
        .forEach(charger -> charger.clockOff = Duration.ofSeconds(random.nextInt(25) - 12));
    service =
        new Service(
            site,
            timeline,
            random,
            faults,
            setup,
            new Origins(name -> link(name).session, name -> link(name).charger.capabilities()),
            network);
    bus = new Bus(timeline, network, service);
    network.atDeathOfGateway(
        () -> DeadGateway.leaves(links.values(), timeline, bus, this::jitter, this::connect));
  }

  /** What went wrong first, null when nothing. */
  @Nullable String play(Duration faulty, Duration calmAfter) {
    links.values().forEach(link -> timeline.in(jitter(20), () -> connect(link)));
    timeline.in(jitter(10), service::start);
    links.values().forEach(link -> timeline.in(jitter(300), () -> trouble(link)));
    for (Connector connector : site.connectors()) {
      timeline.in(jitter(120), () -> carComesOrGoes(connector));
      timeline.in(jitter(60), () -> meter(connector));
    }
    timeline.in(jitter(900), this::limitsChange);
    timeline.in(jitter(1200), this::serviceDies);
    timeline.in(jitter(400), this::plans);
    if (growing) {
      timeline.in(jitter(600), this::carGrows);
    }
    if (isConstant() && random.nextInt(3) == 0) {
      timeline.in(jitter(1800), this::clockJumps);
    }
    timeline.runUntil(timeline.now().plus(faulty));
    calm = true;
    faults.end();
    service.desire(Map.of());
    service.clockJumps(Duration.ZERO);
    chargers.values().forEach(charger -> charger.setClock(Duration.ZERO));
    links.values().stream().filter(link -> !link.online()).forEach(this::connect);
    timeline.runUntil(timeline.now().plus(calmAfter));
    return wrong;
  }

  private void look() {
    String judged = fuses.judge(timeline.now());
    if (judged != null && wrong == null) {
      wrong = timeline.now() + " " + judged + "\n" + timeline.story();
    }
  }

  // cars

  private void carComesOrGoes(Connector connector) {
    Link link = link(connector.key().chargePoint());
    Socket socket = socket(connector);
    if (socket.transaction != null) {
      end(link, connector, socket, socket.transaction);
    } else {
      begin(link, connector, socket);
    }
    if (!calm) {
      timeline.in(jitter(600), () -> carComesOrGoes(connector));
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
  private void carGrows() {
    if (!calm && !service.isAlive()) {
      timeline.in(jitter(240), this::carGrows);
    } else if (!calm) {
      for (SiteStatus.ConnectorStatus one : service.status().connectors()) {
        Socket socket = socket(one.connector());
        boolean known = one.phasesUsed() != null && one.phasesUsed() < socket.phases;
        if (known && random.nextInt(4) == 0) {
          timeline.note("the car at " + one.connector().id() + " goes on with all phases");
          socket.usesAllPhases();
        }
      }
      timeline.in(jitter(240), this::carGrows);
    }
  }

  private void meter(Connector connector) {
    Socket socket = socket(connector);
    Link link = link(connector.key().chargePoint());
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

  // trouble

  private void trouble(Link link) {
    if (calm) {
      return;
    }
    if (link.online()) {
      disconnect(link);
      boolean reboots = random.nextInt(3) == 0;
      if (reboots) {
        link.charger.reboot();
      }
      if (random.nextInt(6) == 0) {
        link.charger.setClock(Duration.ofSeconds(random.nextInt(7200) - 3600));
      }
      timeline.in(
          jitter(reboots ? 40 : 200),
          () -> {
            connect(link);
            if (reboots) {
              booted(link);
            }
          });
    }
    timeline.in(jitter(900), () -> trouble(link));
  }

  private void connect(Link link) {
    if (link.online()) {
      return;
    }
    SessionRef session = new SessionRef(0, 1, ++sockets);
    link.session = session;
    bus.told(
        link,
        new ChargePointEvent.Connected(
            link.charger.name, timeline.now(), session, link.charger.capabilities()));
    while (!link.untold.isEmpty()) {
      link.untold.remove().run();
    }
  }

  private void disconnect(Link link) {
    SessionRef session = Objects.requireNonNull(link.session);
    link.session = null;
    bus.told(
        link,
        new ChargePointEvent.Disconnected(link.charger.name, timeline.now(), session, "cable"));
  }

  private void booted(Link link) {
    SessionRef session = link.session;
    if (session == null) {
      return;
    }
    bus.told(
        link,
        new ChargePointEvent.Booted(
            link.charger.name,
            timeline.now(),
            session,
            new BootNotification.Request(
                "Delta", "AC MAX", null, null, null, null, null, null, null)));
    for (Connector connector : site.connectors()) {
      Integer running = socket(connector).transaction;
      if (connector.key().chargePoint().equals(link.charger.name) && running != null) {
        socket(connector).writtenOff = running;
        bus.tell(link, () -> status(connector, ChargePointStatus.Charging));
        bus.tell(
            link,
            () ->
                new TransactionEvent.TransactionEnded(
                    link.charger.name,
                    connector.key().connectorId(),
                    running,
                    timeline.now(),
                    0,
                    true));
      }
    }
  }

  private void limitsChange() {
    if (!calm) {
      SiteDefinition described = sites.otherLimits(site);
      if (service.redefine(described)) {
        site = described;
        timeline.note("limits " + described.nodes());
        fuses.rewire(described, timeline.now());
      }
      timeline.in(jitter(1200), this::limitsChange);
    }
  }

  /** The service's clock; limits that go by the clock would be the wrong ones. */
  private void clockJumps() {
    if (!calm) {
      service.clockJumps(Duration.ofSeconds(random.nextInt(7200) - 3600));
      timeline.in(jitter(1200), this::clockJumps);
    }
  }

  private void plans() {
    if (!calm) {
      service.desire(wishes.plan(site, fuses, timeline.now()));
      timeline.in(jitter(500), this::plans);
    }
  }

  private void serviceDies() {
    if (!calm) {
      service.die();
      timeline.in(jitter(1800), this::serviceDies);
    }
  }

  private TransactionEvent status(Connector connector, ChargePointStatus status) {
    return new TransactionEvent.ConnectorStatusChanged(
        connector.key().chargePoint(),
        connector.key().connectorId(),
        status,
        ChargePointErrorCode.NoError,
        timeline.now());
  }

  // what is there

  SiteStatus status() {
    return service.status();
  }

  Fuses fuses() {
    return fuses;
  }

  SiteDefinition site() {
    return site;
  }

  Socket socket(Connector connector) {
    return Objects.requireNonNull(
        link(connector.key().chargePoint()).charger.sockets.get(connector.key().connectorId()));
  }

  Temper temper(Connector connector) {
    return link(connector.key().chargePoint()).charger.temper;
  }

  int hangs() {
    return chargers.values().stream().mapToInt(charger -> charger.hangs).sum();
  }

  Instant now() {
    return timeline.now();
  }

  boolean isConstant() {
    return site.nodes().stream().allMatch(node -> node.limit().isConstant());
  }

  /** Profiles of several periods. */
  int schedules() {
    return network.schedules;
  }

  int readBacks() {
    return network.readBacks;
  }

  int profiles() {
    return network.profiles;
  }

  /** How often a charger took as many periods as it had lost. */
  int believedAgain() {
    return service.believedAgain;
  }

  /** How often it was tried in vain. */
  int lostAgain() {
    return service.lostAgain;
  }

  int deaths() {
    return service.deaths;
  }

  long happened() {
    return timeline.happened();
  }

  private Link link(String name) {
    return Objects.requireNonNull(links.get(name), name);
  }

  private Temper temper() {
    return random.nextInt(3) > 0
        ? Temper.GOOD
        : Temper.values()[random.nextInt(Temper.values().length)];
  }

  private Duration jitter(int seconds) {
    return Duration.ofMillis(1 + random.nextInt(1000 * seconds));
  }
}
