package io.evenkeel.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.evenkeel.ocpp.ErrorCode;
import io.evenkeel.ocpp.Response;

/** What came of a call. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Result.Decided.class, name = "Decided"),
  @JsonSubTypes.Type(value = Result.Answered.class, name = "Answered"),
  @JsonSubTypes.Type(value = Result.Failed.class, name = "Failed")
})
public sealed interface Result {

  /** Answer to an {@link AuthorizationCall}. */
  record Decided(Authorization authorization) implements Result {}

  /** Answer to a {@link TransactionCall}: what it acknowledges is durable. */
  record Answered(Response response) implements Result {}

  /** The service could not do it; nothing was made durable, the charge point repeats. */
  record Failed(ErrorCode code, String description) implements Result {}
}
