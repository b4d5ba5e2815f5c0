package io.evenkeel.smartcharging;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import io.evenkeel.ocpp.type.ChargingRateUnit;
import io.evenkeel.ocpp.type.ChargingSchedule;
import io.evenkeel.ocpp.type.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A charge point that keeps the profiles it is sent, or does not answer, or refuses. */
public final class PlayedCharger implements Function<Request, Gateway.Reaction> {

  /** What it does with profiles. */
  public enum Mood {
    ACCEPTS,
    REJECTS,
    SILENT
  }

  private final List<ChargingProfile> sent = new CopyOnWriteArrayList<>();
  private final Map<Integer, ChargingProfile> held = new ConcurrentHashMap<>();
  private volatile @Nullable Instant transactionBegun;
  private volatile Mood mood = Mood.ACCEPTS;

  public void mood(Mood now) {
    mood = now;
  }

  @Override
  public Gateway.Reaction apply(Request request) {
    return switch (request) {
      case SetChargingProfile.Request(int _, ChargingProfile profile) -> set(profile);
      case ClearChargingProfile.Request clear -> {
        boolean known = clear.id() != null && held.remove(clear.id()) != null;
        yield new Gateway.Reaction.Answers(
            new ClearChargingProfile.Response(
                known
                    ? ClearChargingProfile.Status.Accepted
                    : ClearChargingProfile.Status.Unknown));
      }
      case GetCompositeSchedule.Request asked ->
          new Gateway.Reaction.Answers(readBack(asked, Instant.now()));
      default -> throw new AssertionError("Not played: " + request);
    };
  }

  /** From now on it tells what it holds for the transaction that began then. */
  public void readsBack(Instant begun) {
    transactionBegun = begun;
  }

  private GetCompositeSchedule.Response readBack(GetCompositeSchedule.Request asked, Instant now) {
    @Nullable Instant begun = transactionBegun;
    Optional<ChargingProfile> profile =
        held.values().stream()
            .filter(each -> each.chargingProfilePurpose() == ChargingProfilePurpose.TxProfile)
            .findFirst();
    if (begun == null || profile.isEmpty()) {
      return new GetCompositeSchedule.Response(
          GetCompositeSchedule.Status.Rejected, null, null, null);
    }
    int since = (int) Duration.between(begun, now).toSeconds();
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (ChargingSchedulePeriod each : profile.get().chargingSchedule().chargingSchedulePeriod()) {
      int start = each.startPeriod() - since;
      if (start <= 0) {
        periods.clear();
      }
      if (start < asked.duration()) {
        periods.add(
            new ChargingSchedulePeriod(Math.max(0, start), each.limit(), each.numberPhases()));
      }
    }
    Integer length = profile.get().chargingSchedule().duration();
    if (length != null && length - since < asked.duration()) {
      int end = Math.max(0, length - since);
      periods.removeIf(each -> each.startPeriod() >= end);
      periods.add(
          new ChargingSchedulePeriod(end, BigDecimal.valueOf(Math.max(0, ofDefault())), null));
    }
    return new GetCompositeSchedule.Response(
        GetCompositeSchedule.Status.Accepted,
        asked.connectorId(),
        Timestamp.of(now),
        new ChargingSchedule(
            asked.duration(), Timestamp.of(now), ChargingRateUnit.A, periods, null));
  }

  private Gateway.Reaction set(ChargingProfile profile) {
    sent.add(profile);
    return switch (mood) {
      case ACCEPTS -> {
        held.put(profile.chargingProfileId(), profile);
        yield answer(SetChargingProfile.Status.Accepted);
      }
      case REJECTS -> answer(SetChargingProfile.Status.Rejected);
      case SILENT -> new Gateway.Reaction.Silence();
    };
  }

  private static Gateway.Reaction answer(SetChargingProfile.Status status) {
    return new Gateway.Reaction.Answers(new SetChargingProfile.Response(status));
  }

  /** Profiles it was sent so far, in order. */
  public List<ChargingProfile> sent() {
    return List.copyOf(sent);
  }

  /** The last profile of a transaction that it was sent. */
  public ChargingProfile last() {
    return sent.stream()
        .filter(profile -> profile.transactionId() != null)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** What that begins with, in A. */
  public double lastLimit() {
    return first(last());
  }

  private static double first(ChargingProfile profile) {
    return profile.chargingSchedule().chargingSchedulePeriod().getFirst().limit().doubleValue();
  }

  public int holds() {
    return held.size();
  }

  /** What it holds for this purpose, in A; -1 when nothing. */
  public double limit(ChargingProfilePurpose purpose) {
    return held.values().stream()
        .filter(profile -> profile.chargingProfilePurpose() == purpose)
        .mapToDouble(PlayedCharger::first)
        .findFirst()
        .orElse(-1);
  }

  public double ofDefault() {
    return limit(ChargingProfilePurpose.TxDefaultProfile);
  }

  public double ofTransaction() {
    return limit(ChargingProfilePurpose.TxProfile);
  }

  /** Of the transaction's profile that it holds; 0 without one. */
  public int periods() {
    return held.values().stream()
        .filter(profile -> profile.chargingProfilePurpose() == ChargingProfilePurpose.TxProfile)
        .mapToInt(profile -> profile.chargingSchedule().chargingSchedulePeriod().size())
        .findFirst()
        .orElse(0);
  }
}
