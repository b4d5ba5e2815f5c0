package io.evenkeel.ocpp.core;

import static io.evenkeel.ocpp.shape.Field.optional;
import static io.evenkeel.ocpp.shape.Field.required;
import static io.evenkeel.ocpp.shape.Many.list;
import static io.evenkeel.ocpp.shape.Whole.LENIENT_WHOLE;

import io.evenkeel.ocpp.shape.Shape;
import io.evenkeel.ocpp.type.MeterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings of a connector's meter, or of the main meter (connector 0). They are facts and never
 * refused: what cannot be read is left out, and a missing connector is 0. OCPP 1.6 section 4.7.
 */
public final class MeterValues {
  private MeterValues() {}

  public record Request(
      int connectorId, @Nullable Integer transactionId, List<MeterValue> meterValue)
      implements io.evenkeel.ocpp.Request {
    public static final Shape<Request> SHAPE =
        Shape.of(
                required("connectorId", LENIENT_WHOLE, Request::connectorId).orElse(0),
                optional("transactionId", LENIENT_WHOLE, Request::transactionId).orLeftOut(),
                required(
                        "meterValue",
                        list(MeterValue.SHAPE).withoutUnreadable(),
                        Request::meterValue)
                    .orElse(List.of()),
                Request::new)
            .evenWithoutObject();

    public Request {
      SHAPE.check(connectorId, transactionId, meterValue);
      meterValue = List.copyOf(meterValue);
    }
  }

  public record Response() implements io.evenkeel.ocpp.Response {
    public static final Shape<Response> SHAPE = Shape.of(Response::new);
  }
}
