package io.evenkeel.gateway.kit;

import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.registry.RegistryChanges;
import io.evenkeel.gateway.socket.OcppServer;
import io.evenkeel.messaging.Directory;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Registers charge points and connects them. */
@ApplicationScoped
public class Fleet {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Inject RegistryChanges changes;
  @Inject OcppServer server;
  @Inject Directory directory;

  /** A name that no other test uses. */
  public String newId() {
    return "CP-" + COUNT.incrementAndGet();
  }

  /** Registers an accepted charge point without a password. */
  public String registered() {
    var id = newId();
    register(id, Registration.Accepted, null);
    return id;
  }

  public void register(String id, @Nullable Registration registration, byte @Nullable [] password) {
    run(() -> changes.put(id, registration, password, null));
  }

  public void delete(String id) {
    run(() -> changes.delete(id));
  }

  /** Runs reactive work from a test. */
  public static <T> T run(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (Throwable failure) {
      throw new AssertionError("The work failed", failure);
    }
  }

  /** Does everybody know of a socket of it? */
  public boolean isConnected(String id) {
    return directory.sessionOf(id).isPresent();
  }

  public ChargePoint.Way way(String id) {
    return ChargePoint.Way.to(server.port(), id);
  }

  public ChargePoint connect(String id) throws ExecutionException {
    return ChargePoint.connect(way(id));
  }

  /**
   * A charge point that is registered, connected and accepted, and has been asked what it stands.
   */
  public ChargePoint accepted(String id) throws ExecutionException {
    register(id, Registration.Accepted, null);
    var chargePoint = connect(id);
    chargePoint.boot();
    Await.until("the directory knows " + id, () -> isConnected(id));
    Await.until("capabilities of " + id + " learned", () -> learned(id));
    return chargePoint;
  }

  @Inject Registry registry;

  private boolean learned(String id) {
    return registry
        .registered(id)
        .join()
        .filter(device -> !device.capabilitiesUnknown())
        .isPresent();
  }
}
