package io.evenkeel.smartcharging.domain.composite;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.core.RemoteStartTransaction;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The profiles that others than this service set in a charge point, and that it may still hold.
 * Never too few: a profile whose answer got lost is among them, and one that may have been cleared
 * stays.
 *
 * @param held at most; the same profile may be in it before and after it was replaced
 */
public record SetByHand(List<Installed> held) {

  public static final SetByHand NOTHING = new SetByHand(List.of());

  public SetByHand {
    held = List.copyOf(held);
  }

  /**
   * What a connector is about.
   *
   * @param connectorId from 1
   * @param transactionId of the running transaction; null when none runs
   * @param hasEnded whether a transaction is over
   * @param ourDefault the stack level of a default of ours that the connector holds for certain;
   *     null when it may hold none
   */
  public record At(
      int connectorId,
      @Nullable Integer transactionId,
      Predicate<Integer> hasEnded,
      @Nullable Integer ourDefault) {}

  /** Whether the charge point certainly did not do what it was asked. */
  public static boolean isRefused(@Nullable Response response) {
    return switch (response) {
      case SetChargingProfile.Response set -> set.status() != SetChargingProfile.Status.Accepted;
      case ClearChargingProfile.Response cleared ->
          cleared.status() == ClearChargingProfile.Status.Unknown;
      case RemoteStartTransaction.Response start ->
          start.status() == RemoteStartTransaction.Status.Rejected;
      case null, default -> false;
    };
  }

  /**
   * After somebody asked for a change.
   *
   * @param response null: what came of it is not known
   * @param connectors of the charge point, from 1
   */
  public SetByHand after(
      Request request, @Nullable Response response, Collection<Integer> connectors) {
    if (isRefused(response)) {
      return this;
    }
    return switch (request) {
      case SetChargingProfile.Request(int connectorId, ChargingProfile profile) ->
          with(new Installed(connectorId, profile), response != null);
      case RemoteStartTransaction.Request(Integer connectorId, var _, ChargingProfile profile)
          when profile != null ->
          connectorId == null
              ? onAny(connectors, profile)
              : with(new Installed(connectorId, profile), response != null);
      case ClearChargingProfile.Request clear ->
          response == null ? this : without(one -> one.isMeantBy(clear));
      default -> this;
    };
  }

  private SetByHand with(Installed fresh, boolean certain) {
    SetByHand rest = certain ? without(old -> old.isReplacedBy(fresh)) : without(fresh::equals);
    return new SetByHand(Stream.concat(rest.held.stream(), Stream.of(fresh)).toList());
  }

  /** It is on one of them, nobody knows which. */
  private SetByHand onAny(Collection<Integer> connectors, ChargingProfile profile) {
    List<Installed> all = new ArrayList<>(held);
    for (int connectorId : connectors) {
      Installed one = new Installed(connectorId, profile);
      if (!all.contains(one)) {
        all.add(one);
      }
    }
    return new SetByHand(all);
  }

  /** A profile of ours was accepted, and took the place of what it replaces. */
  public SetByHand replacedBy(SetChargingProfile.Request ours) {
    Installed fresh = new Installed(ours.connectorId(), ours.csChargingProfiles());
    return without(old -> old.isReplacedBy(fresh));
  }

  /**
   * A transaction is over, and what was set for it void.
   *
   * @param idle no other one runs on the connector, so far as is known
   */
  public SetByHand transactionEnded(int connectorId, int transactionId, boolean idle) {
    return without(
        one ->
            one.connectorId() == connectorId
                && one.is(ChargingProfilePurpose.TxProfile)
                && (one.profile().transactionId() == null
                    ? idle
                    : one.profile().transactionId() == transactionId));
  }

  public boolean isEmpty() {
    return held.isEmpty();
  }

  /**
   * The most per phase that these profiles let a connector draw from now on, whatever else it
   * holds, in whole tenths of an ampere; 0 when they let it draw nothing. Watts may all be drawn
   * over one phase. What only lowers limits (ChargePointMaxProfile) does not count, and neither
   * does what is over, or a default under one of ours that is certainly there and does not end.
   */
  public int most(At at, int voltage, Instant now) {
    Supply onePhase = new Supply(voltage, 1);
    double most = 0;
    for (Installed one : held) {
      if (counts(one, at) && !isOver(one.profile(), now)) {
        for (ChargingSchedulePeriod period :
            one.profile().chargingSchedule().chargingSchedulePeriod()) {
          var unit = one.profile().chargingSchedule().chargingRateUnit();
          most = Math.max(most, onePhase.limit(period, unit).amperes());
        }
      }
    }
    return (int) Math.ceil(most * 10);
  }

  private static boolean counts(Installed one, At at) {
    boolean here = one.connectorId() == at.connectorId();
    return switch (one.profile().chargingProfilePurpose()) {
      case ChargePointMaxProfile -> false;
      case TxDefaultProfile ->
          (here || one.connectorId() == 0)
              && (at.ourDefault() == null
                  || (here && one.profile().stackLevel() > at.ourDefault()));
      case TxProfile -> here && mayCount(one.profile().transactionId(), at);
    };
  }

  private static boolean mayCount(@Nullable Integer transactionId, At at) {
    return transactionId == null
        || (at.transactionId() == null
            ? !at.hasEnded().test(transactionId)
            : transactionId.equals(at.transactionId()));
  }

  private static boolean isOver(ChargingProfile profile, Instant now) {
    @Nullable Timestamp validTo = profile.validTo();
    if (validTo != null && !now.isBefore(validTo.instant())) {
      return true;
    }
    var schedule = profile.chargingSchedule();
    return switch (profile.chargingProfileKind()) {
      case Absolute ->
          schedule.startSchedule() != null
              && schedule.duration() != null
              && !now.isBefore(schedule.startSchedule().instant().plusSeconds(schedule.duration()));
      case Relative, Recurring -> false;
    };
  }

  private SetByHand without(Predicate<Installed> gone) {
    return new SetByHand(held.stream().filter(gone.negate()).toList());
  }
}
