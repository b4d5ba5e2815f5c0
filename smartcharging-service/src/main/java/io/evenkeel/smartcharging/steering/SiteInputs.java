package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.domain.forecast.QuarterLoad;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.evenkeel.smartcharging.store.InputStore;
import io.evenkeel.smartcharging.store.LostLeadership;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What sites are told by people and machines beside the chargers. Everything is stored before the
 * site hears of it, and the site has drawn its conclusions when it completes; empty when there is
 * no such site. Everything fails with {@link NotPlanning} in a process that does not plan.
 */
@ApplicationScoped
public class SiteInputs {

  private static final Logger LOG = Logger.getLogger(SiteInputs.class);

  /** Signals that ended are shown for so long. */
  private static final Duration SIGNALS_SHOWN = Duration.ofDays(7);

  private final Leadership leadership;
  private final Sites sites;
  private final InputStore store;
  private final SmartchargingClock clock;

  SiteInputs(Leadership leadership, Sites sites, InputStore store, SmartchargingClock clock) {
    this.leadership = leadership;
    this.sites = sites;
    this.store = store;
    this.clock = clock;
  }

  /** Asks a site as it is now. */
  public <T> Uni<Optional<T>> ask(String site, Function<SiteControl, T> question) {
    return Uni.createFrom()
        .deferred(
            () -> {
              leadership.term();
              return sites.ask(site, question);
            });
  }

  /**
   * Readings of one meter, in any order, also such as were told before.
   *
   * @param readings at least one
   */
  public Uni<Boolean> read(String site, List<MeterReading> readings) {
    List<MeterReading> inOrder =
        readings.stream().sorted(Comparator.comparing(MeterReading::at)).toList();
    List<QuarterLoad> ended = new ArrayList<>();
    return told(
            site,
            epoch -> store.readings(epoch, site, List.of(inOrder.getLast())),
            control -> {
              Instant now = clock.instant();
              inOrder.forEach(reading -> ended.addAll(control.read(reading, now)));
            })
        .call(known -> known && !ended.isEmpty() ? keep(site, ended) : Uni.createFrom().nullItem());
  }

  /** A forecast that misses a quarter of an hour is a little worse, and nobody need wait for it. */
  private Uni<Void> keep(String site, List<QuarterLoad> ended) {
    return store
        .loads(leadership.term(), site, ended)
        .onFailure()
        .invoke(failure -> LOG.warnf("Site %s: a quarter's load is not kept: %s", site, failure))
        .onFailure()
        .recoverWithNull();
  }

  /** Forgets signals that ended long ago. */
  public Uni<Boolean> put(String site, Signal signal) {
    return told(
            site,
            epoch -> store.signal(epoch, site, signal),
            control -> control.surroundings().put(signal))
        .call(known -> known ? forget(site) : Uni.createFrom().nullItem());
  }

  private Uni<Boolean> forget(String site) {
    Instant oldest = clock.instant().minus(SIGNALS_SHOWN);
    return ask(site, control -> control.surroundings().signals())
        .map(
            found ->
                found.stream()
                    .flatMap(signals -> signals.stream())
                    .filter(signal -> signal.until().isBefore(oldest))
                    .map(Signal::id)
                    .toList())
        .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(true) : removeSignals(site, ids));
  }

  public Uni<Boolean> removeSignals(String site, List<String> ids) {
    return told(
        site,
        epoch -> store.removeSignals(epoch, site, ids),
        control -> ids.forEach(control.surroundings()::removeSignal));
  }

  public Uni<Boolean> put(String site, Prices prices) {
    return told(
        site,
        epoch -> store.prices(epoch, site, prices),
        control -> control.surroundings().prices(prices));
  }

  private Uni<Boolean> told(
      String site, Function<Long, Uni<Void>> stored, Consumer<SiteControl> fact) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long epoch = leadership.term();
              Optional<SiteActor> actor = sites.site(site);
              if (actor.isEmpty()) {
                return Uni.createFrom().item(false);
              }
              return stored
                  .apply(epoch)
                  .chain(() -> actor.get().tell(fact))
                  .invoke(() -> sites.due(site))
                  .replaceWith(true)
                  .onFailure(LostLeadership.class)
                  .transform(_ -> leadership.isLost());
            });
  }
}
