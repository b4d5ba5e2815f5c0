package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.control.ChargePointRecord;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Origins;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.store.InputStore;
import io.evenkeel.smartcharging.store.Inputs;
import io.evenkeel.smartcharging.store.SiteStore;
import io.evenkeel.smartcharging.store.StoredSite;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sites this process plans: none, or all. */
@ApplicationScoped
class Sites {

  private final SiteStore store;
  private final InputStore inputs;
  private final Roster roster;
  private final SiteActors actors;
  private final SmartchargingClock clock;
  private final Narrator narrator;
  private final PlanDesk desk;
  private final Stays stays;

  private final Map<String, SiteActor> byId = new ConcurrentHashMap<>();
  private final Map<String, SiteActor> byChargePoint = new ConcurrentHashMap<>();

  Sites(
      SiteStore store,
      InputStore inputs,
      Roster roster,
      SiteActors actors,
      SmartchargingClock clock,
      Narrator narrator,
      PlanDesk desk,
      Stays stays,
      MeterRegistry metrics) {
    this.store = store;
    this.inputs = inputs;
    this.roster = roster;
    this.actors = actors;
    this.clock = clock;
    this.narrator = narrator;
    this.desk = desk;
    this.stays = stays;
    metrics.gaugeMapSize("evenkeel_smartcharging_sites", Tags.empty(), byId);
    metrics.gauge("evenkeel_smartcharging_sites_exceeded", this, Sites::exceeded);
  }

  /** Sites where more may be drawn than a node carries. */
  private double exceeded() {
    return byId.values().stream().filter(actor -> !actor.underControl()).count();
  }

  /**
   * Takes over all sites there are.
   *
   * @param lost runs when it turns out that another process plans
   */
  Uni<Void> load(long epoch, Runnable lost) {
    actors.begin(epoch, lost);
    return store
        .load()
        .chain(found -> inputs.load().invoke(told -> found.forEach(site -> begin(site, told))))
        .replaceWithVoid();
  }

  private void begin(StoredSite site, Map<String, Inputs> inputsOf) {
    SiteTree tree = SiteTree.of(site.definition());
    SiteControl control = control(tree, site.connectors(), byName(site.chargePoints()));
    @Nullable Inputs told = inputsOf.get(site.definition().id());
    if (told != null) {
      told.tell(control.surroundings());
    }
    SiteActor actor = actors.actor(control);
    register(tree, actor);
    actor.start();
  }

  private static Map<String, ChargePointRecord> byName(List<ChargePointRecord> records) {
    Map<String, ChargePointRecord> byName = new HashMap<>();
    records.forEach(record -> byName.put(record.chargePoint(), record));
    return byName;
  }

  /** A site that is not run yet, but knows what has been heard. */
  SiteControl control(SiteTree tree, List<ConnectorRecord> records) {
    return control(tree, records, Map.of());
  }

  private SiteControl control(
      SiteTree tree, List<ConnectorRecord> records, Map<String, ChargePointRecord> stored) {
    SiteControl control = actors.control(tree, records, roster.origins(stored));
    catchUp(control);
    return control;
  }

  Origins origins() {
    return roster.origins(Map.of());
  }

  /** What was heard while nobody was in charge of the connectors. */
  void catchUp(SiteControl control) {
    List<Connector> connectors = control.tree().definition().connectors();
    roster
        .latest(connectors.stream().map(Connector::key).toList())
        .forEach(event -> control.apply(event, clock.instant()));
  }

  SiteActor actor(SiteControl control) {
    return actors.actor(control);
  }

  void register(SiteTree tree, SiteActor actor) {
    String id = tree.definition().id();
    if (!actor.equals(byId.put(id, actor))) {
      desk.open(new Steered(id, actor, clock, stays));
    }
    desk.due(id);
    for (Connector connector : tree.definition().connectors()) {
      byChargePoint.put(connector.key().chargePoint(), actor);
    }
  }

  void unregister(String site, Collection<String> chargePoints) {
    byId.remove(site);
    desk.close(site);
    chargePoints.forEach(byChargePoint::remove);
  }

  /** Nothing is planned here any more. */
  void drop() {
    byId.values().forEach(SiteActor::stop);
    byId.clear();
    desk.closeAll();
    byChargePoint.clear();
  }

  Optional<SiteActor> site(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Asks a site; empty when there is no such site. */
  <T> Uni<Optional<T>> ask(String id, Function<SiteControl, T> question) {
    return site(id)
        .map(actor -> actor.ask(question).map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /** The site a charge point belongs to. */
  Optional<SiteActor> siteOf(String chargePoint) {
    return Optional.ofNullable(byChargePoint.get(chargePoint));
  }

  /** Something happened that a site's plan may depend on. */
  void due(String site) {
    desk.due(site);
  }

  int count() {
    return byId.size();
  }

  /** A site's status. */
  record Named(String site, SiteStatus status) {}

  /** How all of them are. */
  Multi<Named> statuses(Instant now) {
    return Multi.createFrom()
        .iterable(Map.copyOf(byId).entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            entry ->
                entry.getValue().ask(control -> new Named(entry.getKey(), control.status(now))));
  }

  void tick() {
    desk.tick();
    byId.forEach(
        (site, actor) -> {
          actor.tick(roster::socket);
          narrator.control(site, actor.underControl());
        });
  }

  /** Completes when what follows from it is stored; at once when it concerns no site. */
  Uni<Void> tell(TransactionEvent event) {
    @Nullable SiteActor actor = byChargePoint.get(event.chargePoint());
    if (actor == null || (event instanceof Metered metered && !actor.note(metered))) {
      return Uni.createFrom().voidItem();
    }
    return actor.tell(control -> control.apply(event, clock.instant()));
  }

  /** As above. */
  Uni<Void> tell(ChargePointEvent event) {
    @Nullable SiteActor actor = byChargePoint.get(event.chargePoint());
    return actor == null
        ? Uni.createFrom().voidItem()
        : actor.tell(control -> control.apply(event));
  }
}
