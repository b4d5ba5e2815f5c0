package io.evenkeel.gateway.handler;

import io.evenkeel.ocpp.core.DataTransfer;
import io.smallrye.mutiny.Uni;

/** Understands the DataTransfer messages of one vendor. Every CDI bean of this type is asked. */
public interface DataTransferVendor {

  /** Whose messages: compared exactly with {@code vendorId}. */
  String vendorId();

  /** The answer; UnknownMessageId for messages it does not know. */
  Uni<DataTransfer.Response> answer(Caller caller, DataTransfer.Request request);
}
