package io.evenkeel.gateway.registry;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.store.DeviceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * When charge points were last heard, on its way to the database: gathered here and written in
 * batches, every so often and not per frame. What is lost by a crash is at most one interval old.
 */
@ApplicationScoped
public class LastSeen {

  private static final Logger LOG = Logger.getLogger(LastSeen.class);
  private static final int BATCH = 1000;

  private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
  private final AtomicBoolean flushing = new AtomicBoolean();
  private final DeviceStore store;
  private final int most;

  @Inject
  public LastSeen(DeviceStore store, GatewayConfig config) {
    this.store = store;
    this.most = config.maxConnections() * 2;
  }

  /** The charge point was heard at that time. */
  public void note(String chargePoint, Instant at) {
    if (unwritten.size() < most) {
      unwritten.merge(chargePoint, at, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /**
   * Writes what was noted. Never fails: what could not be written is tried again with the next. One
   * at a time: while the database is away they must not pile up.
   */
  public Uni<Void> flush() {
    return Uni.createFrom()
        .deferred(
            () ->
                flushing.compareAndSet(false, true)
                    ? writeAll().onTermination().invoke(() -> flushing.set(false))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> writeAll() {
    var taken = new ArrayList<>(unwritten.entrySet());
    Uni<Void> done = Uni.createFrom().voidItem();
    for (int from = 0; from < taken.size(); from += BATCH) {
      var batch = List.copyOf(taken.subList(from, Math.min(taken.size(), from + BATCH)));
      done = done.chain(() -> write(batch));
    }
    return done;
  }

  private Uni<Void> write(List<Map.Entry<String, Instant>> batch) {
    var seen = new ConcurrentHashMap<String, Instant>();
    batch.forEach(entry -> seen.put(entry.getKey(), entry.getValue()));
    return store
        .seen(seen)
        .invoke(() -> seen.forEach(unwritten::remove))
        .onFailure()
        .invoke(failure -> LOG.warnf("last-seen not written, tried again later: %s", failure))
        .onFailure()
        .recoverWithNull();
  }
}
