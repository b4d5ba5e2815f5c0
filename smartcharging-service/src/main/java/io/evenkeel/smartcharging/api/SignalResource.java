package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.forecast.Signal;
import io.evenkeel.smartcharging.domain.site.Violation;
import io.evenkeel.smartcharging.steering.SiteInputs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits that somebody else sets for a while, such as the operator of the grid. A change is
 * answered when it is durable and the site's limits follow it. A signal ends by itself; it is shown
 * for a week longer.
 */
@Path("/api/sites/{id}/signals")
@RolesAllowed({"admin", "operator", "site-manager"})
@Produces(MediaType.APPLICATION_JSON)
public class SignalResource {

  private static final int MOST = 100;

  private final SiteInputs inputs;
  private final SmartchargingClock clock;

  SignalResource(SiteInputs inputs, SmartchargingClock clock) {
    this.inputs = inputs;
    this.clock = clock;
  }

  @GET
  public Uni<List<SignalDocument>> list(@PathParam("id") String id) {
    return signals(id);
  }

  @GET
  @Path("/{signal}")
  public Uni<SignalDocument> get(@PathParam("id") String id, @PathParam("signal") String signal) {
    return signals(id)
        .map(
            found ->
                found.stream()
                    .filter(one -> one.id().equals(signal))
                    .findFirst()
                    .orElseThrow(() -> none(id, signal)));
  }

  private Uni<List<SignalDocument>> signals(String id) {
    return Problems.ofSite(id, () -> inputs.ask(id, site -> site.surroundings().signals()))
        .map(found -> found.stream().map(one -> SignalDocument.of(one, clock.instant())).toList());
  }

  @PUT
  @Path("/{signal}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> put(
      @PathParam("id") String id, @PathParam("signal") String signal, @Nullable String body) {
    Signal read = SignalDocument.read(signal, body, clock.instant());
    return Problems.ofSite(id, () -> inputs.ask(id, site -> check(site, read)))
        .map(Supplier::get)
        .chain(before -> Problems.orUnavailable(inputs.put(id, read)).replaceWith(before))
        .map(
            before ->
                (before.isPresent() ? Response.ok() : Response.status(201))
                    .entity(SignalDocument.of(read, clock.instant()))
                    .build());
  }

  /** What was there before; deferred, since the site's own thread is not to throw. */
  private static Supplier<Optional<Signal>> check(SiteControl site, Signal signal) {
    Optional<Signal> before =
        site.surroundings().signals().stream()
            .filter(one -> one.id().equals(signal.id()))
            .findFirst();
    boolean known =
        site.tree().definition().nodes().stream().anyMatch(one -> one.id().equals(signal.node()));
    int count = site.surroundings().signals().size();
    if (!known) {
      return refuse(new Violation("node", "is no node of this site: " + signal.node()));
    }
    if (before.isEmpty() && count >= MOST) {
      return refuse(new Violation("signal", "would be one more than " + MOST));
    }
    return () -> before;
  }

  private static Supplier<Optional<Signal>> refuse(Violation violation) {
    return () -> {
      throw Problems.badRequest("body", List.of(violation));
    };
  }

  @DELETE
  @Path("/{signal}")
  public Uni<Response> delete(@PathParam("id") String id, @PathParam("signal") String signal) {
    return get(id, signal)
        .chain(_ -> Problems.orUnavailable(inputs.removeSignals(id, List.of(signal))))
        .map(_ -> Response.noContent().build());
  }

  private static RuntimeException none(String id, String signal) {
    return Problems.notFound("Site '%s' has no signal '%s'".formatted(id, signal));
  }
}
