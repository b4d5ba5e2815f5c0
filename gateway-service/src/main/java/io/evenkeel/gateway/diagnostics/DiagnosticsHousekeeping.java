package io.evenkeel.gateway.diagnostics;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.store.DiagnosticsStore;
import io.evenkeel.gateway.store.UploadStore;
import io.evenkeel.messaging.NodeIdentity;
import io.evenkeel.messaging.flow.Contexts;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Removes, hourly, diagnostics that are too old, and files that belong to nothing: halves of
 * uploads that ended with the process, and files whose removal failed. The first time at the start.
 */
@ApplicationScoped
public class DiagnosticsHousekeeping {

  private static final Logger LOG = Logger.getLogger(DiagnosticsHousekeeping.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final GatewayConfig config;
  private final DiagnosticsStore store;
  private final UploadStore uploads;
  private final Shelf shelf;
  private final NodeIdentity self;
  private final Vertx vertx;
  private final Clock clock = Clock.systemUTC();
  private long timer;

  @Inject
  public DiagnosticsHousekeeping(
      GatewayConfig config,
      DiagnosticsStore store,
      UploadStore uploads,
      Shelf shelf,
      NodeIdentity self,
      Vertx vertx) {
    this.config = config;
    this.store = store;
    this.uploads = uploads;
    this.shelf = shelf;
    this.self = self;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    later(() -> uploads.releaseAll(self.ordinal() + "-").chain(this::purge));
    timer = vertx.setPeriodic(EVERY.toMillis(), _ -> later(this::purge));
  }

  private void later(Supplier<Uni<Void>> work) {
    Contexts.later(
        Contexts.fresh(vertx.getOrCreateContext()),
        () ->
            work.get()
                .subscribe()
                .with(
                    _ -> {},
                    failure ->
                        LOG.warnf("diagnostics not purged, tried again later: %s", failure)));
  }

  /** Completes when what is too old is gone. */
  public Uni<Void> purge() {
    return store
        .purge(clock.instant().minus(config.diagnosticsRetention()))
        .chain(this::remove)
        .chain(shelf::names)
        .chain(
            names -> {
              if (names.isEmpty()) {
                return Uni.createFrom().voidItem();
              }
              return store
                  .known(names)
                  .chain(
                      known -> {
                        var wanted = new HashSet<>(known);
                        return remove(
                            names.stream().filter(name -> !wanted.contains(name)).toList());
                      });
            });
  }

  private Uni<Void> remove(List<String> files) {
    return Multi.createFrom()
        .iterable(files)
        .onItem()
        .transformToUniAndConcatenate(shelf::delete)
        .collect()
        .last()
        .replaceWithVoid();
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
