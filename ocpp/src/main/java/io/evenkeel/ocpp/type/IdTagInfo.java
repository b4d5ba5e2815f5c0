package io.evenkeel.ocpp.type;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.ID_TAG;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an idTag: whether it may charge, until when, and the group it belongs to (its
 * parent). OCPP 1.6 section 7.27.
 */
public record IdTagInfo(
    @Nullable Timestamp expiryDate, @Nullable String parentIdTag, AuthorizationStatus status) {
  public static final Shape<IdTagInfo> SHAPE =
      Shape.of(
          optional("expiryDate", MOMENT, IdTagInfo::expiryDate),
          optional("parentIdTag", ID_TAG, IdTagInfo::parentIdTag),
          required("status", oneOf(AuthorizationStatus.class), IdTagInfo::status),
          IdTagInfo::new);

  public IdTagInfo {
    SHAPE.check(expiryDate, parentIdTag, status);
  }
}
