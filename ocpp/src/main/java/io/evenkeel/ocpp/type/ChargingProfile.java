package io.evenkeel.ocpp.type;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import org.jspecify.annotations.Nullable;

/** A charging schedule with when and to what it applies. OCPP 1.6 section 7.8. */
public record ChargingProfile(
    int chargingProfileId,
    @Nullable Integer transactionId,
    int stackLevel,
    ChargingProfilePurpose chargingProfilePurpose,
    ChargingProfileKind chargingProfileKind,
    @Nullable RecurrencyKind recurrencyKind,
    @Nullable Timestamp validFrom,
    @Nullable Timestamp validTo,
    ChargingSchedule chargingSchedule) {
  public static final Shape<ChargingProfile> SHAPE =
      Shape.of(
          required("chargingProfileId", WHOLE, ChargingProfile::chargingProfileId),
          optional("transactionId", WHOLE, ChargingProfile::transactionId),
          required("stackLevel", WHOLE, ChargingProfile::stackLevel),
          required(
              "chargingProfilePurpose",
              oneOf(ChargingProfilePurpose.class),
              ChargingProfile::chargingProfilePurpose),
          required(
              "chargingProfileKind",
              oneOf(ChargingProfileKind.class),
              ChargingProfile::chargingProfileKind),
          optional("recurrencyKind", oneOf(RecurrencyKind.class), ChargingProfile::recurrencyKind),
          optional("validFrom", MOMENT, ChargingProfile::validFrom),
          optional("validTo", MOMENT, ChargingProfile::validTo),
          required("chargingSchedule", ChargingSchedule.SHAPE, ChargingProfile::chargingSchedule),
          ChargingProfile::new);

  public ChargingProfile {
    SHAPE.check(
        chargingProfileId,
        transactionId,
        stackLevel,
        chargingProfilePurpose,
        chargingProfileKind,
        recurrencyKind,
        validFrom,
        validTo,
        chargingSchedule);
  }
}
