package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Choice.oneOf;
import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Field.requiredOrReceipt;
import static io.evenkeel.ocpp.shape.Many.list;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.ID_TAG;
import static io.evenkeel.ocpp.shape.Whole.LENIENT_WHOLE;
import static io.evenkeel.ocpp.shape.WholeLong.LENIENT_LONG;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.shape.Wire;
import io.evenkeel.ocpp.type.IdTagInfo;
import io.evenkeel.ocpp.type.MeterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction has ended. It is a fact and never refused: what cannot be read is replaced or left
 * out, and a missing transactionId is -1. OCPP 1.6 section 4.10.
 */
public final class StopTransaction {
  private StopTransaction() {}

  public record Request(
      @Nullable String idTag,
      long meterStop,
      Timestamp timestamp,
      int transactionId,
      @Nullable Reason reason,
      @Nullable List<MeterValue> transactionData)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
                optional("idTag", ID_TAG.lenient(), Request::idTag).orLeftOut(),
                required("meterStop", LENIENT_LONG, Request::meterStop).orElse(0L),
                requiredOrReceipt("timestamp", MOMENT, Request::timestamp),
                required("transactionId", LENIENT_WHOLE, Request::transactionId).orElse(-1),
                optional("reason", oneOf(Reason.class), Request::reason).orLeftOut(),
                optional(
                        "transactionData",
                        list(MeterValue.SHAPE).withoutUnreadable(),
                        Request::transactionData)
                    .orLeftOut(),
                Request::new)
            .evenWithoutObject();

    public Request {
      SHAPE.check(idTag, meterStop, timestamp, transactionId, reason, transactionData);
      transactionData = transactionData == null ? null : List.copyOf(transactionData);
    }
  }

  public record Response(@Nullable IdTagInfo idTagInfo) implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(optional("idTagInfo", IdTagInfo.SHAPE, Response::idTagInfo), Response::new);

    public Response {
      SHAPE.check(idTagInfo);
    }
  }

  public enum Reason implements Wire {
    EmergencyStop,
    EVDisconnected,
    HardReset,
    Local,
    Other,
    PowerLoss,
    Reboot,
    Remote,
    SoftReset,
    UnlockCommand,
    DeAuthorized
  }
}
