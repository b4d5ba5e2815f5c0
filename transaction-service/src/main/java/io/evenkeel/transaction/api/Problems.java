package io.evenkeel.transaction.api;

import io.evenkeel.messaging.flow.Transient;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The refusals of this API, RFC 9457. */
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final int RETRY_AFTER_S = 5;

  private Problems() {}

  /** One field that is wrong, as the problem document names it. */
  record FieldProblem(String field, String in, String message) {}

  static HttpProblem badRequest(String in, String field, String message) {
    return problem(400, "Bad Request", field + " " + message)
        .with("violations", List.of(new FieldProblem(field, in, message)))
        .build();
  }

  static HttpProblem forbidden(String detail) {
    return problem(403, "Forbidden", detail).build();
  }

  static HttpProblem notFound(String detail) {
    return problem(404, "Not Found", detail).build();
  }

  static HttpProblem conflict(String detail) {
    return problem(409, "Conflict", detail).build();
  }

  static HttpProblem unauthorized(String detail) {
    return problem(401, "Unauthorized", detail)
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  static <T> T found(Optional<T> value, String otherwise) {
    return value.orElseThrow(() -> notFound(otherwise));
  }

  /** What passes by itself is a 503 to the caller, who may try again. */
  static <T> Uni<T> orUnavailable(Uni<T> work) {
    return work.onFailure(Transient::is)
        .transform(
            cause -> {
              LOG.warnf("Answered 503: %s", cause);
              return problem(
                      503, "Service Unavailable", "The database cannot be reached at the moment")
                  .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                  .build();
            });
  }

  private static HttpProblem.Builder problem(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
  }
}
