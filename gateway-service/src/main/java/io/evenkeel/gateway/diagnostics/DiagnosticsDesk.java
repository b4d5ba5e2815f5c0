package io.evenkeel.gateway.diagnostics;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.commands.CommandDesk;
import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.diagnostics.FileName;
import io.evenkeel.gateway.domain.diagnostics.UploadAddress;
import io.evenkeel.gateway.store.DiagnosticsStore;
import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.firmware.GetDiagnostics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks charge points for diagnostics, each time with an address of its own. */
@ApplicationScoped
public class DiagnosticsDesk {

  private static final Logger LOG = Logger.getLogger(DiagnosticsDesk.class);

  /** Which part of its diagnostics a charge point is to send, and how often it may try. */
  public record Wanted(
      @Nullable Timestamp startTime,
      @Nullable Timestamp stopTime,
      @Nullable Integer retries,
      @Nullable Integer retryInterval) {

    public Wanted {
      if (startTime != null
          && stopTime != null
          && stopTime.instant().isBefore(startTime.instant())) {
        throw new InvalidField("stopTime", "must not be before startTime");
      }
      notNegative("retries", retries);
      notNegative("retryInterval", retryInterval);
    }

    private static void notNegative(String field, @Nullable Integer number) {
      if (number != null && number < 0) {
        throw new InvalidField(field, "must be 0 or more");
      }
    }
  }

  /** A request that has been written down; {@code outcome} sends it when subscribed to. */
  public record Asked(long id, CommandEntry entry, Uni<CommandOutcome> outcome) {}

  private final GatewayConfig config;
  private final CommandDesk desk;
  private final DiagnosticsStore store;
  private final Shelf shelf;
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();

  @Inject
  public DiagnosticsDesk(
      GatewayConfig config, CommandDesk desk, DiagnosticsStore store, Shelf shelf) {
    this.config = config;
    this.desk = desk;
    this.store = store;
    this.shelf = shelf;
  }

  /**
   * Writes the request down; it is not sent yet.
   *
   * @param reachedAt address of the API as the asker reached it
   */
  public Uni<Asked> ask(
      Device device, Wanted wanted, String reachedAt, Duration timeout, String user) {
    var secret = new byte[UploadAddress.RANDOM_BYTES];
    random.nextBytes(secret);
    var address = UploadAddress.of(secret);
    var request =
        new GetDiagnostics.Request(
            address.location(config.publicUrl().orElse(reachedAt)),
            wanted.retries(),
            wanted.retryInterval(),
            wanted.startTime(),
            wanted.stopTime());
    var now = clock.instant();
    return desk.take(device, request, timeout, user)
        .chain(
            taken ->
                store
                    .add(
                        device.id(),
                        taken.entry().commandId(),
                        user,
                        now,
                        address.hash(),
                        now.plus(config.diagnosticsDeadline()))
                    .map(
                        id ->
                            new Asked(
                                id,
                                taken.entry(),
                                taken.outcome().call(outcome -> heard(id, outcome)))));
  }

  /** Keeps what the answer says; the answer itself does not depend on that. */
  private Uni<Void> heard(long id, CommandOutcome outcome) {
    return note(id, outcome)
        .onFailure()
        .invoke(cause -> LOG.warnf("answer not noted diagnostics=%d cause=%s", id, cause))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> note(long id, CommandOutcome outcome) {
    if (outcome.response() instanceof GetDiagnostics.Response(var fileName)) {
      var name = FileName.safe(fileName);
      return name == null ? Uni.createFrom().voidItem() : store.named(id, name);
    }
    // after a time-out it may have been understood all the same
    return outcome.outcome() == Outcome.TimedOut ? Uni.createFrom().voidItem() : store.closed(id);
  }

  /** Forgets a request and its file; false when it was not known. */
  public Uni<Boolean> delete(String chargePoint, long id) {
    return store
        .delete(chargePoint, id)
        .call(
            stored ->
                stored.filter(name -> !name.isEmpty()).isPresent()
                    ? shelf.delete(stored.get())
                    : Uni.createFrom().voidItem())
        .map(stored -> stored.isPresent());
  }
}
