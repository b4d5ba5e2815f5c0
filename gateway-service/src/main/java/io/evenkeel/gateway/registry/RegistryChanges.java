package io.evenkeel.gateway.registry;

import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.Lesson;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.domain.device.RegistrationChange;
import io.evenkeel.gateway.store.ChargePointStore;
import io.evenkeel.gateway.store.ChargePointStore.Written;
import io.evenkeel.messaging.ChargePointEvent;
import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.RegistryEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What operators change of the registry. Each of these completes when the change is committed and
 * all gateway nodes have been told; repeating one that failed is safe.
 */
@ApplicationScoped
public class RegistryChanges {

  private final ChargePointStore store;
  private final Registry registry;
  private final PasswordCheck passwords;
  private final Publisher<RegistryEvent> registryEvents;
  private final Publisher<ChargePointEvent> chargePointEvents;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public RegistryChanges(
      ChargePointStore store,
      Registry registry,
      PasswordCheck passwords,
      Publisher<RegistryEvent> registryEvents,
      Publisher<ChargePointEvent> chargePointEvents) {
    this.store = store;
    this.registry = registry;
    this.passwords = passwords;
    this.registryEvents = registryEvents;
    this.chargePointEvents = chargePointEvents;
  }

  /**
   * Registers a charge point or changes what is registered of it.
   *
   * @param password null leaves it as it is
   */
  public Uni<Written> put(
      String id,
      @Nullable Registration registration,
      byte @Nullable [] password,
      @Nullable String note) {
    Uni<Optional<String>> hash =
        password == null
            ? Uni.createFrom().item(Optional.empty())
            : passwords.hash(id, password).map(Optional::of);
    return hash.chain(
            hashed ->
                store.put(
                    id,
                    new RegistrationChange(registration, hashed.orElse(null), note),
                    clock.instant()))
        .call(() -> changed(id));
  }

  /** False when it is not registered. */
  public Uni<Boolean> removePassword(String id) {
    return store
        .removePassword(id, clock.instant())
        .call(known -> known ? changed(id) : Uni.createFrom().voidItem());
  }

  /**
   * False when it was not registered. The event is told all the same, in case it was not before.
   */
  public Uni<Boolean> delete(String id) {
    return store.delete(id).call(() -> registryEvents.publish(new RegistryEvent.Removed(id)));
  }

  /**
   * The operator's word of what a charge point stands; what it leaves open is the charge point's or
   * the known model's again. Empty when it is not registered.
   *
   * @throws InvalidField by the Uni, when it makes no sense together with what else is known
   */
  public Uni<Optional<Device>> claim(String id, Claims claims) {
    return Uni.createFrom()
        .completionStage(() -> registry.registered(id))
        .invoke(known -> known.ifPresent(device -> check(device.operator(claims), claims)))
        .chain(() -> store.operatorClaims(id, claims, clock.instant()))
        .call(
            device ->
                device.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : changed(id).chain(() -> tell(device.get())));
  }

  /**
   * What smart charging learned of a charge point. Nothing happens when it is not registered.
   *
   * @throws InvalidField by the Uni, when it makes no sense together with what else is known
   */
  public Uni<Void> learn(String id, String field, Lesson lesson) {
    return change(
            id,
            device -> {
              var after = device.learned(device.learned().with(field, lesson));
              check(after, lesson.claim());
              return after;
            })
        .replaceWithVoid();
  }

  /**
   * The operator has what was learned forgotten, so that it is tried again. Empty when it is not
   * registered.
   *
   * @param field null: all of it
   */
  public Uni<Optional<Device>> forget(String id, @Nullable String field, String user) {
    var now = clock.instant();
    return change(
        id,
        device ->
            device.learned(
                field == null
                    ? device.learned().forgetAll(user, now)
                    : device.learned().forget(field, user, now)));
  }

  private Uni<Optional<Device>> change(String id, UnaryOperator<Device> change) {
    return store
        .learned(id, change, clock.instant())
        .call(
            device ->
                device.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : changed(id).chain(() -> tell(device.get())));
  }

  private void check(Device device, Claims claims) {
    var capabilities = registry.capabilities(device);
    if (capabilities.minCurrentA().compareTo(capabilities.maxCurrentA()) > 0) {
      throw new InvalidField(
          claims.minCurrentA() != null ? "minCurrentA" : "maxCurrentA",
          claims.minCurrentA() != null
              ? "must not be above maxCurrentA, which is " + capabilities.maxCurrentA() + " A"
              : "must not be below minCurrentA, which is " + capabilities.minCurrentA() + " A");
    }
  }

  private Uni<Void> tell(Device device) {
    return chargePointEvents.publish(
        new ChargePointEvent.CapabilitiesKnown(
            device.id(), clock.instant(), registry.capabilities(device)));
  }

  private Uni<Void> changed(String id) {
    return registryEvents.publish(new RegistryEvent.Changed(id));
  }
}
