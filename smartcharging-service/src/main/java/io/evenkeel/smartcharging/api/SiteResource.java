package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.steering.PlanOffice;
import io.evenkeel.smartcharging.steering.SitePlanner;
import io.evenkeel.smartcharging.steering.SitePlanner.Outcome;
import io.evenkeel.smartcharging.store.DeadLetter;
import io.evenkeel.smartcharging.store.Paged;
import io.evenkeel.smartcharging.store.SiteQueries;
import io.evenkeel.smartcharging.store.SmartchargingDeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Sites: their nodes and limits, the connectors placed in them, and how they are. A change is
 * answered when the limits, the new allocation and the profiles that follow are stored together;
 * whether the chargers have taken them is in the status.
 */
@Path("/api/sites")
@RolesAllowed({"admin", "operator", "site-manager"})
@Produces(MediaType.APPLICATION_JSON)
public class SiteResource {

  private final SitePlanner planner;
  private final PlanOffice office;
  private final SiteQueries sites;
  private final SmartchargingDeadLetters deadLetters;

  SiteResource(
      SitePlanner planner,
      PlanOffice office,
      SiteQueries sites,
      SmartchargingDeadLetters deadLetters) {
    this.planner = planner;
    this.office = office;
    this.sites = sites;
    this.deadLetters = deadLetters;
  }

  @GET
  public Uni<Paged<SiteDocument>> list(@BeanParam PageQuery page) {
    PageQuery.Numbers numbers = page.numbers();
    return Problems.orUnavailable(sites.list(numbers.page(), numbers.size()))
        .map(found -> found.map(SiteDocument::of));
  }

  @GET
  @Path("/dead-letters")
  public Uni<Paged<DeadLetter>> deadLetters(@BeanParam PageQuery page) {
    PageQuery.Numbers numbers = page.numbers();
    return Problems.orUnavailable(deadLetters.list(numbers.page(), numbers.size()));
  }

  @GET
  @Path("/{id}")
  public Uni<SiteDocument> get(@PathParam("id") String id) {
    return Problems.ofSite(id, () -> sites.find(id)).map(SiteDocument::of);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = SiteDocument.class)))
  public Uni<Response> put(
      @PathParam("id") String id, @Nullable String body, @Context UriInfo uri) {
    SiteDefinition site = SiteReading.read(id, body);
    return Problems.orUnavailable(planner.put(site))
        .map(
            outcome ->
                switch (outcome) {
                  case Outcome.Refused(var violations) ->
                      throw Problems.badRequest("body", violations);
                  case Outcome.Stored(boolean created) ->
                      (created ? Response.created(uri.getRequestUri()) : Response.ok())
                          .entity(SiteDocument.of(site))
                          .build();
                });
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(@PathParam("id") String id) {
    return Problems.orUnavailable(planner.delete(id))
        .map(
            deleted -> {
              if (!deleted) {
                throw Problems.noSite(id);
              }
              return Response.noContent().build();
            });
  }

  @GET
  @Path("/{id}/status")
  public Uni<StatusDocument> status(@PathParam("id") String id) {
    return Problems.ofSite(id, () -> office.view(id)).map(view -> StatusDocument.of(id, view));
  }

  /** What operators set by hand, so far as it may still be in a charge point. */
  @GET
  @Path("/{id}/profiles")
  public Uni<ProfilesDocument> profiles(@PathParam("id") String id) {
    return Problems.ofSite(id, () -> planner.setByHand(id)).map(ProfilesDocument::of);
  }
}
