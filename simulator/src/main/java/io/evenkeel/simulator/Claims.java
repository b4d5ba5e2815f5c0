package io.evenkeel.simulator;

import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.simulator.wire.Timers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who has a claim to a connector without a transaction; each claim ends by itself. */
final class Claims {
  /** Somebody who was let in and has no car plugged in yet. */
  record Welcome(String idTag, @Nullable ChargingProfile profile, Timers.Timer expiry) {}

  /** Somebody for whom the connector is kept free. */
  record Reservation(int id, String idTag, Timers.Timer expiry) {
    boolean isFor(String somebody) {
      return idTag.equalsIgnoreCase(somebody);
    }
  }

  private final Timers timers;
  private final Runnable changed;
  private @Nullable Welcome welcome;
  private @Nullable Reservation reservation;

  /**
   * @param changed called after a claim has ended by itself
   */
  Claims(Timers timers, Runnable changed) {
    this.timers = timers;
    this.changed = changed;
  }

  boolean expected() {
    return welcome != null;
  }

  @Nullable Reservation reservation() {
    return reservation;
  }

  /** Lets somebody in for so long, in place of whoever was. */
  void welcome(String idTag, @Nullable ChargingProfile profile, Duration patience) {
    var _ = takeWelcome();
    welcome = new Welcome(idTag, profile, timers.after(patience, this::nobodyCame));
  }

  private void nobodyCame() {
    welcome = null;
    changed.run();
  }

  /** Who was let in, who then is not any longer. */
  @Nullable Welcome takeWelcome() {
    var taken = welcome;
    if (taken != null) {
      taken.expiry().cancel();
      welcome = null;
    }
    return taken;
  }

  void reserve(int id, String idTag, Duration time) {
    endReservation();
    reservation = new Reservation(id, idTag, timers.after(time, this::expired));
  }

  private void expired() {
    reservation = null;
    changed.run();
  }

  /** The reservation of that idTag, which it has used up then; null when there is none. */
  @Nullable Integer takeReservation(String idTag) {
    var held = reservation;
    if (held == null || !held.isFor(idTag)) {
      return null;
    }
    endReservation();
    return held.id();
  }

  void endReservation() {
    if (reservation != null) {
      reservation.expiry().cancel();
      reservation = null;
    }
  }

  void endAll() {
    var _ = takeWelcome();
    endReservation();
  }
}
