package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.control.Session;
import io.evenkeel.smartcharging.domain.control.SiteStatus;
import io.evenkeel.smartcharging.domain.control.SiteStatus.ConnectorStatus;
import io.evenkeel.smartcharging.domain.control.Standing;
import io.evenkeel.smartcharging.domain.live.Promise;
import io.evenkeel.smartcharging.domain.live.SitePlan;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How fair the sites are, and how healthy their chargers, as metrics: counted with each sample. */
@ApplicationScoped
class Census {

  private final PlanDesk desk;

  /** What was counted over all sites. */
  private static final class Count {
    final Map<Standing, Integer> standing = new EnumMap<>(Standing.class);
    int waiting;
    double longestWait;
    int notConverged;
    int disobeying;
    double needed;
    double promised;
    double leastShare = 1;
  }

  private volatile Count last = new Count();
  private @Nullable Count current;

  Census(PlanDesk desk, MeterRegistry metrics) {
    this.desk = desk;
    for (Standing standing : Standing.values()) {
      metrics.gauge(
          "evenkeel_smartcharging_connectors",
          Tags.of("standing", standing.name()),
          this,
          census -> census.last.standing.getOrDefault(standing, 0));
    }
    metrics.gauge("evenkeel_smartcharging_sessions_waiting", this, it -> it.last.waiting);
    metrics.gauge(
        "evenkeel_smartcharging_waiting_longest_seconds", this, it -> it.last.longestWait);
    metrics.gauge(
        "evenkeel_smartcharging_connectors_not_converged", this, it -> it.last.notConverged);
    metrics.gauge("evenkeel_smartcharging_chargers_disobeying", this, it -> it.last.disobeying);
    metrics.gauge(
        "evenkeel_smartcharging_need_met_ratio",
        this,
        it -> it.last.needed <= 0 ? 1 : it.last.promised / it.last.needed);
    metrics.gauge("evenkeel_smartcharging_need_met_least_ratio", this, it -> it.last.leastShare);
  }

  void begin() {
    current = new Count();
  }

  void count(String site, SiteStatus status) {
    Count count = current;
    if (count == null) {
      return;
    }
    status.connectors().forEach(each -> count(each, status.at(), count));
    desk.state(site)
        .flatMap(state -> Optional.ofNullable(state.plan()))
        .map(SitePlan::promises)
        .ifPresent(promises -> promises.forEach(promise -> count(promise, count)));
  }

  private static void count(ConnectorStatus each, Instant now, Count count) {
    count.standing.merge(each.standing(), 1, Integer::sum);
    Session session = each.session();
    if (session != null && session.live() && !session.served()) {
      count.waiting++;
      double seconds = Duration.between(session.since(), now).toMillis() / 1000.0;
      count.longestWait = Math.max(count.longestWait, seconds);
    }
    if (!each.converged()) {
      count.notConverged++;
    }
    if (each.exposure().conduct().drawn() > 0) {
      count.disobeying++;
    }
  }

  private static void count(Promise promise, Count count) {
    if (promise.neededWh() > 0) {
      count.needed += promise.neededWh();
      count.promised += promise.forecastWh();
      count.leastShare = Math.min(count.leastShare, promise.forecastWh() / promise.neededWh());
    }
  }

  void end() {
    Count count = current;
    if (count != null) {
      last = count;
    }
    current = null;
  }
}
