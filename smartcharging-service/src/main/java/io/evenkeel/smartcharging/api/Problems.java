package io.evenkeel.smartcharging.api;

import io.evenkeel.messaging.flow.Transient;
import io.evenkeel.smartcharging.domain.site.Violation;
import io.evenkeel.smartcharging.steering.NotPlanning;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** A query parameter that does not exist is an error of the caller's and not ignored. */
  static void onlyParameters(UriInfo uri, String... known) {
    List<Violation> unknown =
        uri.getQueryParameters().keySet().stream()
            .filter(name -> !List.of(known).contains(name))
            .sorted()
            .map(name -> new Violation(name, "is unknown" + there(known)))
            .toList();
    if (!unknown.isEmpty()) {
      throw badRequest("query", unknown);
    }
  }

  private static String there(String... known) {
    return known.length == 0 ? "; there are none here" : "; there are " + String.join(", ", known);
  }

  static HttpProblem noSite(String id) {
    return notFound("There is no site '" + id + "'");
  }

  static HttpProblem forbidden(String detail) {
    return problem(403, "Forbidden", detail).build();
  }

  static HttpProblem notFound(String detail) {
    return problem(404, "Not Found", detail).build();
  }

  static HttpProblem unauthorized(String detail) {
    return problem(401, "Unauthorized", detail)
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  static HttpProblem tooLarge(String detail) {
    return problem(413, "Content Too Large", detail).build();
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
              if (cause instanceof NotPlanning || cause.getCause() instanceof NotPlanning) {
                return unavailable("This process does not plan at the moment; try again");
              }
              LOG.warnf("Answered 503: %s", cause.toString());
              return unavailable("The database cannot be reached at the moment");
            });
  }

  /** The same of what is asked of a site, and 404 when there is no such site. */
  static <T> Uni<T> ofSite(String id, Supplier<Uni<Optional<T>>> question) {
    return orUnavailable(Uni.createFrom().deferred(question::get))
        .map(found -> found.orElseThrow(() -> noSite(id)));
  }

  private static HttpProblem.Builder problem(int status, String title, String detail) {
    return HttpProblem.builder().withStatus(status).withTitle(title).withDetail(detail);
  }
}
