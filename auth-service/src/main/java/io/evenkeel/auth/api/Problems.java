package io.evenkeel.auth.api;

import io.evenkeel.auth.domain.Violation;
import io.evenkeel.messaging.flow.Transient;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** The refusals of this API, RFC 9457. */
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  private Problems() {}

  /** One field that is wrong, as the problem document names it. */
  record FieldProblem(String field, String in, String message) {}

  static HttpProblem badRequest(String in, List<Violation> violations) {
    String first = violations.getFirst().field() + " " + violations.getFirst().message();
    return problem(400, "Bad Request", first)
        .with(
            "violations",
            violations.stream()
                .map(each -> new FieldProblem(each.field(), in, each.message()))
                .toList())
        .build();
  }

  static HttpProblem badRequest(String in, String field, String message) {
    return badRequest(in, List.of(new Violation(field, message)));
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

  static HttpProblem gone(String detail) {
    return problem(410, "Gone", detail).build();
  }

  static HttpProblem unauthorized(String detail) {
    return problem(401, "Unauthorized", detail)
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  static HttpProblem tooManyAttempts(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return problem(429, "Too Many Requests", "Try again in " + seconds + " s")
        .withHeader(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  static HttpProblem unavailable(String detail) {
    return problem(503, "Service Unavailable", detail)
        .withHeader(HttpHeaders.RETRY_AFTER, 5)
        .build();
  }

  /** What passes by itself is a 503 to the caller, who may try again. */
  static <T> Uni<T> orUnavailable(Uni<T> work) {
    return work.onFailure(Transient::is)
        .transform(
            cause -> {
              LOG.warnf("Answered 503: %s", cause.toString());
              return unavailable("The database cannot be reached at the moment");
            });
  }

  private static HttpProblem.Builder problem(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
  }
}
