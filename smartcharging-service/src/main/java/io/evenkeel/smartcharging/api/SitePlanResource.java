package io.evenkeel.smartcharging.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.api.PlanDocument.StateDocument;
import io.evenkeel.smartcharging.steering.PlanOffice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A site's plan: who gets what and when, what that rests on, and how good it is; and what it would
 * be if something were different.
 */
@Path("/api/sites/{id}")
@RolesAllowed({"admin", "operator", "site-manager"})
@Produces(MediaType.APPLICATION_JSON)
public class SitePlanResource {

  private final PlanOffice office;

  SitePlanResource(PlanOffice office) {
    this.office = office;
  }

  @GET
  @Path("/plan")
  public Uni<PlanDocument> plan(@PathParam("id") String id, @Context UriInfo uri) {
    Problems.onlyParameters(uri);
    return Problems.ofSite(id, () -> office.view(id)).map(view -> PlanView.of(id, view));
  }

  @POST
  @Path("/what-if")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<PlanDocument> whatIf(
      @PathParam("id") String id, @Nullable String body, @Context UriInfo uri) {
    Problems.onlyParameters(uri);
    JsonNode asked = WhatIfReading.parse(body);
    return Problems.ofSite(
            id, () -> office.ask(id, site -> WhatIfReading.read(asked, site).in(site)))
        .onFailure(RejectedExecutionException.class)
        .transform(_ -> Problems.unavailable("Too many questions at once; try again"))
        .map(
            answer -> {
              StateDocument state = PlanDocument.hypothetical(answer.plan(), answer.took());
              return PlanDocument.of(state, answer.plan(), answer.currency(), null);
            });
  }
}
