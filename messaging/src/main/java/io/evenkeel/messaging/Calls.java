package io.evenkeel.messaging;

import io.smallrye.mutiny.Uni;

/** Asks a service and waits for its reply; used by the gateway. */
public interface Calls {

  /** Fails with {@link CallFailed} when auth-service says so, or nobody answers in time. */
  Uni<Authorization> authorization(AuthorizationCall call);

  /** Fails with {@link CallFailed} when transaction-service says so, or nobody answers in time. */
  Uni<io.evenkeel.ocpp.Response> transaction(TransactionCall call);
}
