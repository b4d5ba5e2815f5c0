package io.evenkeel.transaction.inbox;

import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.transaction.domain.Outcome;
import io.evenkeel.transaction.store.ClosedByBoot;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Transactions of the last days that were closed because their charge point booted: the only ones a
 * reading may open again. A set of a few, so that the other readings need not ask the database.
 * What another replica closes is learned within a minute.
 */
@ApplicationScoped
class ThoughtOver {

  private static final Logger LOG = Logger.getLogger(ThoughtOver.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final ClosedByBoot closedByBoot;
  private final Vertx vertx;
  private final Set<Integer> transactions = ConcurrentHashMap.newKeySet();
  private long timer;

  ThoughtOver(ClosedByBoot closedByBoot, Vertx vertx) {
    this.closedByBoot = closedByBoot;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    refresh();
    timer = vertx.setPeriodic(EVERY.toMillis(), _ -> refresh());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  boolean contains(int transactionId) {
    return !transactions.isEmpty() && transactions.contains(transactionId);
  }

  void add(Outcome ofBoot) {
    for (TransactionEvent event : ofBoot.events()) {
      if (event instanceof TransactionEvent.TransactionEnded ended) {
        transactions.add(ended.transactionId());
      }
    }
  }

  /** What was reopened needs no more attention. */
  void settle(int transactionId, Outcome ofReading) {
    if (!ofReading.events().isEmpty()) {
      transactions.remove(transactionId);
    }
  }

  private void refresh() {
    closedByBoot
        .ids()
        .subscribe()
        .with(
            ids -> {
              transactions.retainAll(ids);
              transactions.addAll(ids);
            },
            failure ->
                LOG.debugf("Which transactions a boot closed is asked again later: %s", failure));
  }
}
