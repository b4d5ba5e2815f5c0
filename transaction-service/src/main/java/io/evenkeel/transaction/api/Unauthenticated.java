package io.evenkeel.transaction.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 as a problem document, said before resteasy-problem 3.21.0 tries: its own mappers need a
 * field that this Quarkus has lost, and end in a 500. auth-service has the same; in one process
 * either may answer.
 */
class Unauthenticated {

  private static final int BEFORE_THE_LIBRARY = Priorities.AUTHENTICATION;

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
  Response withoutToken(UnauthorizedException cause) {
    return Problems.unauthorized("A token is needed: Authorization: Bearer …").toResponse();
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
  Response withBadToken(AuthenticationFailedException cause) {
    return Problems.unauthorized("The token is not valid, or its time is over").toResponse();
  }
}
