package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.store.SampleStore;
import io.evenkeel.smartcharging.store.SiteQueries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;

/** How a site was. */
@Path("/api/sites/{id}/history")
@RolesAllowed({"admin", "operator", "site-manager"})
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

  private final SampleStore samples;
  private final SiteQueries sites;
  private final SmartchargingClock clock;
  private final Duration sample;

  HistoryResource(
      SampleStore samples,
      SiteQueries sites,
      SmartchargingClock clock,
      SmartchargingConfig config) {
    this.samples = samples;
    this.sites = sites;
    this.clock = clock;
    this.sample = config.historySample();
  }

  @GET
  public Uni<HistoryDocument> history(
      @PathParam("id") String id, @BeanParam HistoryQuery query, @Context UriInfo uri) {
    Problems.onlyParameters(uri, "from", "to", "step", "node");
    HistoryQuery.Span span = query.span(clock.instant(), sample);
    return Problems.ofSite(id, () -> sites.find(id))
        .chain(
            _ ->
                Problems.orUnavailable(
                    samples.read(id, span.from(), span.to(), span.step(), query.node())))
        .map(histories -> HistoryDocument.of(id, span, sample, histories));
  }
}
