package io.evenkeel.gateway.handler;

import io.evenkeel.gateway.domain.connection.Ask;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Response;
import io.evenkeel.ocpp.security.SignCertificate;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/** There is no certificate authority yet, so no certificate is signed. */
@Singleton
class SignCertificateHandler implements CallHandler {

  private static final Logger LOG = Logger.getLogger(SignCertificateHandler.class);

  @Override
  public Set<Action> actions() {
    return Set.of(Action.SignCertificate);
  }

  @Override
  public Uni<Response> answer(Caller caller, Ask.Question question) {
    LOG.warnf(
        "certificate not signed, no authority is configured; chargePoint=%s", caller.chargePoint());
    return Uni.createFrom().item(new SignCertificate.Response(SignCertificate.Status.Rejected));
  }
}
