package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.domain.control.SiteStatus.NodeStatus;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.store.Sample;
import io.evenkeel.smartcharging.store.SampleStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes how the sites are from time to time, for plots, and forgets what is old. */
@ApplicationScoped
class Sampling {

  private static final Logger LOG = Logger.getLogger(Sampling.class);

  /** Sites of which samples are stored together. */
  private static final int BATCH = 100;

  /** Samples that are forgotten at a time. */
  private static final int BITE = 20_000;

  private final Sites sites;
  private final SampleStore store;
  private final Census census;
  private final PlanDesk desk;
  private final SmartchargingClock clock;
  private final Duration every;
  private final Duration kept;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Instant next = Instant.MIN;

  Sampling(
      Sites sites,
      SampleStore store,
      Census census,
      PlanDesk desk,
      SmartchargingClock clock,
      SmartchargingConfig config) {
    this.sites = sites;
    this.store = store;
    this.census = census;
    this.desk = desk;
    this.clock = clock;
    this.every = config.historySample();
    this.kept = config.historyKept();
  }

  void tick() {
    Instant now = clock.instant();
    if (now.isBefore(next) || !busy.compareAndSet(false, true)) {
      return;
    }
    next = now.plus(every);
    census.begin();
    sites
        .statuses(now)
        .invoke(named -> census.count(named.site(), named.status()))
        .map(named -> sample(named, plan(named, now), now))
        .group()
        .intoLists()
        .of(BATCH)
        .onItem()
        .transformToUniAndConcatenate(store::add)
        .collect()
        .last()
        .invoke(census::end)
        .chain(() -> forget(now))
        .onTermination()
        .invoke(() -> busy.set(false))
        .subscribe()
        .with(
            _ -> {}, failure -> LOG.warnf("A sample is missing in plots: %s", failure.toString()));
  }

  private Uni<Void> forget(Instant now) {
    return store.forget(now.minus(kept), BITE).replaceWithVoid();
  }

  /** What the plan says of the present slot, per cell; null when none is followed. */
  private int @Nullable [] plan(Sites.Named named, Instant at) {
    return named.status().planRefused() != null
        ? null
        : desk.state(named.site()).map(state -> state.plannedAt(at)).orElse(null);
  }

  /**
   * @param plannedAt null where none is followed: then what is desired counts as planned
   */
  static Sample sample(Sites.Named named, int @Nullable [] plannedAt, Instant at) {
    List<NodeStatus> nodes = named.status().nodes();
    int cells = nodes.size() * Phase.COUNT;
    // a site that was described anew has no plan yet
    int[] plan = plannedAt != null && plannedAt.length == cells ? plannedAt : null;
    int[] limits = new int[cells];
    int[] worst = new int[cells];
    int[] planned = new int[cells];
    int[] measured = new int[cells];
    for (int i = 0; i < nodes.size(); i++) {
      NodeStatus node = nodes.get(i);
      for (Phase phase : Phase.values()) {
        int cell = i * Phase.COUNT + phase.ordinal();
        limits[cell] = node.limit().get(phase.ordinal());
        worst[cell] = node.worst().get(phase.ordinal());
        planned[cell] = plan == null ? node.desired().get(phase.ordinal()) : plan[cell];
        measured[cell] = tenths(node.measured().get(phase.ordinal()));
      }
    }
    List<String> names = nodes.stream().map(node -> node.node().id()).toList();
    return new Sample(named.site(), at, names, limits, worst, planned, measured);
  }

  private static int tenths(BigDecimal amperes) {
    return amperes.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValue();
  }
}
