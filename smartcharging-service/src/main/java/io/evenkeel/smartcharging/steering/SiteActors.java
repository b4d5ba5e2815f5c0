package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.domain.control.Changes;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Origins;
import io.evenkeel.smartcharging.domain.control.Send;
import io.evenkeel.smartcharging.domain.control.Settings;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.safety.SafetyGate;
import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.store.LostLeadership;
import io.evenkeel.smartcharging.store.SiteStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Makes sites run: gives them the store, the way to the charge points, and an event loop. */
@ApplicationScoped
class SiteActors {

  private final SiteStore store;
  private final Courier courier;
  private final SmartchargingClock clock;
  private final VertxInternal vertx;
  private final Settings settings;
  private final Narrator narrator;
  private final PlanDesk desk;
  private final Teaching teaching;
  private volatile Term term = new Term(0, () -> {});

  private record Term(long epoch, Runnable lost) {}

  SiteActors(
      SiteStore store,
      Courier courier,
      SmartchargingClock clock,
      Vertx vertx,
      Narrator narrator,
      PlanDesk desk,
      Teaching teaching,
      SmartchargingConfig config) {
    this.store = store;
    this.courier = courier;
    this.clock = clock;
    this.vertx = (VertxInternal) vertx;
    this.narrator = narrator;
    this.desk = desk;
    this.teaching = teaching;
    this.settings =
        new Settings(
            config.retryFirst(),
            config.retryLongest(),
            Amperes.ceiling(config.smallestIncreaseA()),
            config.turn(),
            config.replayedAfter(),
            config.maxInFlightPerSite(),
            config.maxPeriods(),
            config.guard(),
            config.readBackPause(),
            config.grace());
  }

  /** What is made from now on writes under this epoch. */
  void begin(long epoch, Runnable lost) {
    term = new Term(epoch, lost);
  }

  SiteControl control(SiteTree tree, List<ConnectorRecord> records, Origins origins) {
    return new SiteControl(tree, settings, SafetyGate.STRICT, records, origins);
  }

  SiteActor actor(SiteControl control) {
    String site = control.tree().definition().id();
    narrator.begins(site, control.connectorRecords());
    teaching.begins(control.chargePointRecords());
    return new SiteActor(control, vertx.createEventLoopContext(), clock, effects(site, term));
  }

  private Effects effects(String site, Term now) {
    return new Effects() {
      @Override
      public Uni<Void> save(String site, Changes changes) {
        return store
            .save(now.epoch(), site, changes)
            .invoke(
                () -> {
                  narrator.saved(site, changes.connectors());
                  teaching.saved(changes.chargePoints());
                });
      }

      @Override
      public Uni<CommandOutcome> send(Send send) {
        narrator.sent(site, send);
        return courier
            .send(send.key().chargePoint(), send.request())
            .invoke(outcome -> narrator.completed(site, send, outcome));
      }

      @Override
      public void carries(SiteTree tree, Outlook outlook, Instant at) {
        narrator.carries(site, tree, outlook, at);
      }

      @Override
      public void settled(String site) {
        desk.due(site);
      }

      @Override
      public boolean isOver(Throwable failure) {
        if (failure instanceof LostLeadership) {
          now.lost().run();
          return true;
        }
        return false;
      }
    };
  }
}
