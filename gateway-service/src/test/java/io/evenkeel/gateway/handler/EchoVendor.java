package io.evenkeel.gateway.handler;

import io.evenkeel.ocpp.core.DataTransfer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A vendor whose only message is answered with what it said. */
@ApplicationScoped
public class EchoVendor implements DataTransferVendor {

  static final String ID = "io.evenkeel.echo";

  @Override
  public String vendorId() {
    return ID;
  }

  @Override
  public Uni<DataTransfer.Response> answer(Caller caller, DataTransfer.Request request) {
    return Uni.createFrom()
        .item(
            "echo".equals(request.messageId())
                ? new DataTransfer.Response(DataTransfer.Status.Accepted, request.data())
                : new DataTransfer.Response(DataTransfer.Status.UnknownMessageId, null));
  }
}
