package io.evenkeel.transaction.inbox;

import io.evenkeel.transaction.TransactionConfig;
import io.evenkeel.transaction.store.Purge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Purges every now and then. */
@ApplicationScoped
class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);

  private final Purge purge;
  private final TransactionConfig config;
  private final Vertx vertx;
  private final AtomicBoolean running = new AtomicBoolean();
  private long timer;

  Retention(Purge purge, TransactionConfig config, Vertx vertx) {
    this.purge = purge;
    this.config = config;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(config.retention().every().toMillis(), _ -> run());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void run() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    purge
        .run()
        .onTermination()
        .invoke(() -> running.set(false))
        .subscribe()
        .with(
            rows -> {
              if (rows > 0) {
                LOG.infof("Purged %d meter values and status reports past their retention", rows);
              }
            },
            failure -> LOG.warnf("Nothing purged, tried again later: %s", failure));
  }
}
