package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.forecast.MeterReading;
import io.evenkeel.smartcharging.domain.forecast.Prices;
import io.evenkeel.smartcharging.steering.SiteInputs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A site's meters and prices: what they are told, and what counts of it. */
@Path("/api/sites/{id}")
@RolesAllowed({"admin", "operator", "site-manager"})
@Produces(MediaType.APPLICATION_JSON)
public class InputResource {

  private final SiteInputs inputs;
  private final SmartchargingClock clock;

  InputResource(SiteInputs inputs, SmartchargingClock clock) {
    this.inputs = inputs;
    this.clock = clock;
  }

  /** What every meter last said, and whether it counts. */
  @GET
  @Path("/meters")
  public Uni<List<MeterStatusDocument>> meters(@PathParam("id") String id) {
    return Problems.ofSite(
        id,
        () ->
            inputs.ask(id, site -> MeterStatusDocument.all(site.surroundings(), clock.instant())));
  }

  /**
   * Readings, in any order; what was told before changes nothing. Answered when they are durable
   * and the site's limits follow from them.
   */
  @POST
  @Path("/meters/{meter}/readings")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<MeterStatusDocument> read(
      @PathParam("id") String id, @PathParam("meter") String meter, @Nullable String body) {
    return Problems.orUnavailable(
            inputs
                .ask(id, site -> voltage(site, meter))
                .map(found -> found.orElseThrow(() -> Problems.noSite(id)))
                .map(voltage -> known(voltage, id, meter))
                .map(voltage -> MeterReadings.read(meter, body, voltage, clock.instant()))
                .chain((List<MeterReading> readings) -> inputs.read(id, readings))
                .chain(_ -> inputs.ask(id, site -> meter(site, meter))))
        .map(found -> found.flatMap(one -> one).orElseThrow(() -> Problems.noSite(id)));
  }

  /** Below 0 when there is no such meter. */
  private static int voltage(SiteControl site, String meter) {
    return site.surroundings().meter(meter).isPresent() ? site.tree().definition().voltage() : -1;
  }

  private static int known(int voltage, String id, String meter) {
    if (voltage < 0) {
      throw Problems.notFound("Site '%s' has no meter '%s'".formatted(id, meter));
    }
    return voltage;
  }

  private Optional<MeterStatusDocument> meter(SiteControl site, String meter) {
    return MeterStatusDocument.all(site.surroundings(), clock.instant()).stream()
        .filter(one -> one.id().equals(meter))
        .findFirst();
  }

  @GET
  @Path("/prices")
  public Uni<PricesDocument> prices(@PathParam("id") String id) {
    return Problems.ofSite(id, () -> inputs.ask(id, site -> site.surroundings().prices()))
        .map(PricesDocument::of);
  }

  /** Replaces all of them. */
  @PUT
  @Path("/prices")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<PricesDocument> put(@PathParam("id") String id, @Nullable String body) {
    Prices prices = PricesDocument.read(body);
    return Problems.orUnavailable(inputs.put(id, prices))
        .map(
            known -> {
              if (!known) {
                throw Problems.noSite(id);
              }
              return PricesDocument.of(prices);
            });
  }
}
