package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Field.requiredOrReceipt;
import static io.evenkeel.ocpp.shape.Moment.MOMENT;
import static io.evenkeel.ocpp.shape.Text.ID_TAG;
import static io.evenkeel.ocpp.shape.Whole.LENIENT_WHOLE;
import static io.evenkeel.ocpp.shape.Whole.WHOLE;
import static io.evenkeel.ocpp.shape.WholeLong.LENIENT_LONG;

import io.evenkeel.ocpp.Timestamp;
import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.type.IdTagInfo;
import org.jspecify.annotations.Nullable;

/**
 * A transaction has started. It is a fact and never refused for a bound: what cannot be read is
 * replaced. Only one without a connector or an idTag is refused. OCPP 1.6 section 4.8.
 */
public final class StartTransaction {
  private StartTransaction() {}

  public record Request(
      int connectorId,
      String idTag,
      long meterStart,
      @Nullable Integer reservationId,
      Timestamp timestamp)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
            required("connectorId", LENIENT_WHOLE, Request::connectorId).unreadableAs(0),
            required("idTag", ID_TAG.lenient(), Request::idTag).unreadableAs(""),
            required("meterStart", LENIENT_LONG, Request::meterStart).orElse(0L),
            optional("reservationId", LENIENT_WHOLE, Request::reservationId).orLeftOut(),
            requiredOrReceipt("timestamp", MOMENT, Request::timestamp),
            Request::new);

    public Request {
      SHAPE.check(connectorId, idTag, meterStart, reservationId, timestamp);
    }
  }

  public record Response(IdTagInfo idTagInfo, int transactionId)
      implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE =
        Shape.of(
            required("idTagInfo", IdTagInfo.SHAPE, Response::idTagInfo),
            required("transactionId", WHOLE, Response::transactionId),
            Response::new);

    public Response {
      SHAPE.check(idTagInfo, transactionId);
    }
  }
}
