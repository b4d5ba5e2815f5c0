package io.evenkeel.smartcharging;

import io.evenkeel.ocpp.Request;
import io.evenkeel.ocpp.smartcharging.ClearChargingProfile;
import io.evenkeel.ocpp.smartcharging.GetCompositeSchedule;
import io.evenkeel.ocpp.smartcharging.SetChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfile;
import io.evenkeel.ocpp.type.ChargingProfilePurpose;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

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
      case GetCompositeSchedule.Request _ ->
          new Gateway.Reaction.Answers(
              new GetCompositeSchedule.Response(
                  GetCompositeSchedule.Status.Rejected, null, null, null));
      default -> throw new AssertionError("Not played: " + request);
    };
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

  public int holds() {
    return held.size();
  }

  /** What it holds for this purpose, in A; -1 when nothing. */
  public double limit(ChargingProfilePurpose purpose) {
    return held.values().stream()
        .filter(profile -> profile.chargingProfilePurpose() == purpose)
        .mapToDouble(
            profile ->
                profile
                    .chargingSchedule()
                    .chargingSchedulePeriod()
                    .getFirst()
                    .limit()
                    .doubleValue())
        .findFirst()
        .orElse(-1);
  }

  public double ofDefault() {
    return limit(ChargingProfilePurpose.TxDefaultProfile);
  }

  public double ofTransaction() {
    return limit(ChargingProfilePurpose.TxProfile);
  }
}
