package io.evenkeel.gateway.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 as a problem document. Comes before the mappers of resteasy-problem 3.21.0, which read a
 * field that this Quarkus does not have, and would make it a 500.
 */
class Unauthenticated {

  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  Response withoutToken(UnauthorizedException cause) {
    return answer("A token is needed: Authorization: Bearer …");
  }

  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  Response withBadToken(AuthenticationFailedException cause) {
    return answer("The token is not valid, or its time is over");
  }

  private static Response answer(String detail) {
    var problem =
        Problems.problem(401, "Unauthorized", detail)
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
            .build();
    return problem.toResponse();
  }
}
