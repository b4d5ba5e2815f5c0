package io.evenkeel.smartcharging.journal;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The sites' journals, in memory: they end with the process, and whoever watched is told so. What
 * is kept for each site is bounded, and so are those who watch.
 */
@ApplicationScoped
public class Journals {

  /** How far a watcher may lag behind what is kept before it is sent away. */
  private static final int SLACK = 256;

  private final SmartchargingClock clock;
  private final int kept;
  private final int mostWatchers;
  private final String process;
  private final AtomicLong opened = new AtomicLong();
  private final AtomicInteger watching = new AtomicInteger();
  private final Map<String, Journal> bySite = new ConcurrentHashMap<>();

  Journals(SmartchargingClock clock, SmartchargingConfig config, MeterRegistry metrics) {
    this.clock = clock;
    this.kept = config.eventsKept();
    this.mostWatchers = config.eventWatchers();
    this.process = Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX);
    metrics.gauge("evenkeel_smartcharging_event_watchers", watching);
  }

  /** What a watcher gets. */
  public sealed interface Item {

    /** The next entry. */
    record Entry(SiteEvent event) implements Item {}

    /** Entries between the last one seen and the next one are lost. */
    record Gap() implements Item {}
  }

  public void write(String site, Happening happening) {
    journal(site).write(clock.instant(), happening);
  }

  /** The site is gone; a new one of this name has a journal of its own. */
  public void close(String site) {
    bySite.remove(site);
  }

  /**
   * What happens at a site from now on, and before it what happened since {@code lastId}. It fails
   * when the watcher is too slow. Empty when there are too many watchers already.
   */
  public Optional<Multi<Item>> watch(String site, @Nullable String lastId) {
    if (watching.incrementAndGet() > mostWatchers) {
      watching.decrementAndGet();
      return Optional.empty();
    }
    return Optional.of(
        Multi.createFrom()
            .<Item>emitter(emitter -> begin(site, lastId, emitter), BackPressureStrategy.IGNORE)
            .onTermination()
            .invoke(watching::decrementAndGet)
            .onOverflow()
            .buffer(kept + SLACK)
            .emitOn(Infrastructure.getDefaultWorkerPool()));
  }

  private void begin(String site, @Nullable String lastId, MultiEmitter<? super Item> emitter) {
    emitter.onTermination(
        journal(site)
            .watch(
                lastId,
                () -> emitter.emit(new Item.Gap()),
                event -> emitter.emit(new Item.Entry(event))));
  }

  private Journal journal(String site) {
    return bySite.computeIfAbsent(
        site, _ -> new Journal(process + "." + opened.incrementAndGet(), kept));
  }
}
