package io.evenkeel.smartcharging.world;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.SessionRef;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.ocpp.core.BootNotification;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.smartcharging.domain.control.Origins;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
  private final Cars cars;
  private SiteDefinition site;
  private long sockets;
  private final boolean growing;
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
    cars = new Cars(timeline, random, faults, links, service, bus, this::jitter);
    network.atDeathOfGateway(
        () -> DeadGateway.leaves(links.values(), timeline, bus, this::jitter, this::connect));
  }

  /** What went wrong first, null when nothing. */
  @Nullable String play(Duration faulty, Duration calmAfter) {
    links.values().forEach(link -> timeline.in(jitter(20), () -> connect(link)));
    timeline.in(jitter(10), service::start);
    links.values().forEach(link -> timeline.in(jitter(300), () -> trouble(link)));
    for (Connector connector : site.connectors()) {
      timeline.in(jitter(120), () -> cars.comeOrGo(connector));
      timeline.in(jitter(60), () -> cars.meter(connector));
    }
    timeline.in(jitter(900), this::limitsChange);
    timeline.in(jitter(1200), this::serviceDies);
    timeline.in(jitter(400), this::plans);
    if (growing) {
      timeline.in(jitter(600), cars::grow);
    }
    if (isConstant() && random.nextInt(3) == 0) {
      timeline.in(jitter(1800), this::clockJumps);
    }
    timeline.runUntil(timeline.now().plus(faulty));
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

  private void trouble(Link link) {
    if (faults.over()) {
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
        bus.tell(link, () -> cars.status(connector, ChargePointStatus.Charging));
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
    if (!faults.over()) {
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
    if (!faults.over()) {
      service.clockJumps(Duration.ofSeconds(random.nextInt(7200) - 3600));
      timeline.in(jitter(1200), this::clockJumps);
    }
  }

  private void plans() {
    if (!faults.over()) {
      service.desire(wishes.plan(site, fuses, timeline.now()));
      timeline.in(jitter(500), this::plans);
    }
  }

  private void serviceDies() {
    if (!faults.over()) {
      service.die();
      timeline.in(jitter(1800), this::serviceDies);
    }
  }

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
    return link(connector.key().chargePoint()).socket(connector);
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
