package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.messaging.flow.Transient;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jboss.logging.Logger;

/** The refusals of this API (RFC 9457). */
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  private Problems() {}

  /** A field that is wrong. */
  record Violation(String field, String in, String message) {}

  static HttpProblem invalid(String in, String field, String message) {
    return problem(400, "Bad Request", (field + " " + message).strip())
        .with("violations", List.of(new Violation(field, in, message)))
        .build();
  }

  static HttpProblem invalid(String in, InvalidField wrong) {
    return invalid(in, wrong.field(), String.valueOf(wrong.getMessage()));
  }

  static HttpProblem unknownChargePoint(String id) {
    return problem(404, "Not Found", "No charge point '" + id + "' is registered").build();
  }

  static HttpProblem forbidden(String detail) {
    return problem(403, "Forbidden", detail).build();
  }

  /** A charge point of the registry, or 404. */
  static Uni<Device> registered(Registry registry, String id) {
    return asProblems(
        "path",
        Uni.createFrom()
            .completionStage(() -> registry.registered(id))
            .map(known -> known.orElseThrow(() -> unknownChargePoint(id))));
  }

  static HttpProblem notFound(String detail) {
    return problem(404, "Not Found", detail).build();
  }

  static HttpProblem.Builder problem(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
  }

  /** Bad fields are 400; what passes by itself is 503, and the caller may try again. */
  static <T> Uni<T> asProblems(String in, Uni<T> work) {
    return work.onFailure(InvalidField.class)
        .transform(wrong -> invalid(in, wrong))
        .onFailure(Transient::is)
        .transform(
            cause -> {
              LOG.warnf("answered 503: %s", cause);
              return problem(503, "Service Unavailable", "Not possible at the moment, try again")
                  .withHeader("Retry-After", 5)
                  .build();
            });
  }
}
