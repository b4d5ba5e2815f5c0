package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.messaging.Directory;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.domain.profile.ProfileWriter;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.store.LeaverStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes our profiles out of connectors that left their site (OCPP 1.6 section 5.5): a default of 0
 * A that stayed would keep cars from charging for ever.
 */
@ApplicationScoped
class Leavers {

  private final LeaverStore store;
  private final Courier courier;
  private final Directory directory;
  private final SmartchargingClock clock;
  private final Duration pause;
  private final Map<ConnectorKey, Instant> dueAt = new ConcurrentHashMap<>();

  Leavers(
      LeaverStore store,
      Courier courier,
      Directory directory,
      SmartchargingClock clock,
      SmartchargingConfig config) {
    this.store = store;
    this.courier = courier;
    this.directory = directory;
    this.clock = clock;
    this.pause = config.retryFirst();
  }

  Uni<Void> load() {
    dueAt.clear();
    return store.list().invoke(this::add).replaceWithVoid();
  }

  void add(Collection<ConnectorKey> left) {
    left.forEach(key -> dueAt.put(key, Instant.MIN));
  }

  void remove(Collection<ConnectorKey> placed) {
    placed.forEach(dueAt::remove);
  }

  Set<ConnectorKey> all() {
    return Set.copyOf(dueAt.keySet());
  }

  void tick() {
    Instant now = clock.instant();
    dueAt.forEach(
        (key, due) -> {
          if (!now.isBefore(due) && directory.sessionOf(key.chargePoint()).isPresent()) {
            dueAt.replace(key, due, now.plus(pause).plusSeconds(60));
            clear(key);
          }
        });
  }

  private void clear(ConnectorKey key) {
    clear(key, ProfileWriter.transactionProfileId(key.connectorId()))
        .chain(
            first ->
                isDone(first)
                    ? clear(key, ProfileWriter.defaultProfileId(key.connectorId()))
                    : Uni.createFrom().item(first))
        .chain(
            last ->
                isDone(last) && dueAt.containsKey(key)
                    ? store.remove(key).invoke(() -> dueAt.remove(key))
                    : Uni.createFrom().voidItem())
        .onTermination()
        .invoke(() -> dueAt.computeIfPresent(key, (_, _) -> clock.instant().plus(pause)))
        .subscribe()
        .with(_ -> {}, _ -> {});
  }

  private Uni<CommandOutcome> clear(ConnectorKey key, int profileId) {
    return courier.send(
        key.chargePoint(), new ClearChargingProfile.Request(profileId, null, null, null));
  }

  /** Also when the charge point knows no such profile. */
  private static boolean isDone(CommandOutcome outcome) {
    return outcome.outcome() == Outcome.Answered;
  }
}
