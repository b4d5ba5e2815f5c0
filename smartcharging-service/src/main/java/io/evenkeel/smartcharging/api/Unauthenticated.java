package io.evenkeel.smartcharging.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 as a problem document. Goes before the mappers of resteasy-problem 3.21.0, which read a field
 * that Quarkus no longer has and so answer 500.
 */
class Unauthenticated {

  /** Theirs is {@code Priorities.USER - 1}; among equals the order is left to chance. */
  private static final int BEFORE_THE_LIBRARYS = Priorities.AUTHENTICATION;

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARYS)
  Response withoutToken(UnauthorizedException cause) {
    return answer("A token is needed: Authorization: Bearer …");
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARYS)
  Response withBadToken(AuthenticationFailedException cause) {
    return answer("The token is not valid, or its time is over");
  }

  private static Response answer(String detail) {
    HttpProblem problem = Problems.unauthorized(detail);
    return problem.toResponse();
  }
}
