package io.evenkeel.gateway.registry;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.device.BootFacts;
import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.KnownModels;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.store.DeviceStore;
import io.evenkeel.gateway.store.DeviceStore.Boot;
import io.evenkeel.messaging.Capabilities;
import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.messaging.flow.GroupLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The device registry as the sockets need it: look-ups are cached and, like boots, travel to the
 * database in company, so that ten thousand charge points may come back at once. What an operator
 * changes is forgotten here when the {@code RegistryEvent} comes.
 */
@ApplicationScoped
public class Registry {

  private static final int BATCH = 500;
  private static final int WAITING = 100_000;

  private final AsyncCache<String, Optional<Device>> devices;
  private final GroupCommit<String, Optional<Device>> lookups;
  private final GroupCommit<Boot, Optional<Device>> boots;
  private final AtomicLong forgotten = new AtomicLong();
  private final KnownModels models = KnownModelsTable.read();
  private final DeviceStore store;
  private final @Nullable Registration strangers;

  @Inject
  public Registry(GatewayConfig config, DeviceStore store) {
    this.store = store;
    this.strangers =
        switch (config.unknownChargePoints()) {
          case REFUSE -> null;
          case PENDING -> Registration.Pending;
          case ACCEPT -> Registration.Accepted;
        };
    this.devices =
        Caffeine.newBuilder()
            .maximumSize(config.registryCacheSize())
            .expireAfterWrite(config.registryCacheTime())
            .executor(Runnable::run)
            .buildAsync();
    this.lookups =
        new GroupCommit<>("registry look-up", new GroupLimits(BATCH, 2, WAITING), store::find);
    // one at a time: two batches that lock the same rows in different orders would collide
    this.boots =
        new GroupCommit<>(
            "boot", new GroupLimits(BATCH, 1, WAITING), batch -> store.boot(batch, strangers));
  }

  /**
   * The charge point, by the policy for unknown ones if it is not registered; empty when that
   * policy is to refuse. Completes on any thread.
   */
  public CompletableFuture<Optional<Device>> find(String id) {
    return registered(id)
        .thenApply(
            known ->
                known.isPresent() || strangers == null
                    ? known
                    : Optional.of(Device.stranger(id, strangers)));
  }

  /** The charge point, empty when it is not registered. Completes on any thread. */
  public CompletableFuture<Optional<Device>> registered(String id) {
    return devices.get(
        id, (key, _) -> lookups.submit(key).subscribeAsCompletionStage().toCompletableFuture());
  }

  /**
   * Writes down what a charge point says of itself. Completes when that is durable, with what is
   * registered of it now; empty when it is not registered any more.
   */
  public Uni<Optional<Device>> boot(String id, BootFacts facts, Instant at) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long before = forgotten.get();
              return boots
                  .submit(new Boot(id, facts, at))
                  .invoke(device -> remember(id, device, before));
            });
  }

  /** Writes down what a charge point with this firmware says it stands. */
  public Uni<Optional<Device>> declared(String id, Claims claims, String firmware, Instant now) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long before = forgotten.get();
              return store
                  .declared(id, claims, firmware, now)
                  .invoke(device -> remember(id, device, before));
            });
  }

  /** Keeps what was read, unless something was changed meanwhile: then what was read may be old. */
  private void remember(String id, Optional<Device> device, long before) {
    if (forgotten.get() == before) {
      devices.put(id, CompletableFuture.completedFuture(device));
    } else {
      devices.synchronous().invalidate(id);
    }
  }

  /** Reads this charge point anew when it is next asked for. */
  public void forget(String id) {
    forgotten.incrementAndGet();
    devices.synchronous().invalidate(id);
  }

  /** What the charge point really stands. */
  public Capabilities capabilities(Device device) {
    return device.capabilities(models);
  }

  public KnownModels models() {
    return models;
  }
}
