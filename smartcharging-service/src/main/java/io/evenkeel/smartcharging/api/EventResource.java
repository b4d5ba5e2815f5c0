package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.journal.Journals;
import io.evenkeel.smartcharging.journal.SiteEvent;
import io.evenkeel.smartcharging.steering.NotPlanning;
import io.evenkeel.smartcharging.steering.SitePlanner;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What happens at a site, as it happens (server-sent events). Each event has an id; who comes back
 * with the last one in {@code Last-Event-ID} gets what was missed, or the event {@code gap} when
 * that is not kept any more: then {@code status} tells how things are. A comment comes from time to
 * time when nothing happens. The stream ends after a while, so that roles are looked at again.
 */
@Path("/api/sites/{id}/events")
@RolesAllowed({"admin", "operator", "site-manager"})
public class EventResource {

  /** {@code <journal>-<number>}; journals of processes that ended are a gap and no error. */
  private static final Pattern ID = Pattern.compile("[0-9a-z.]{1,60}-[0-9]{1,19}");

  private static final int SECOND = 1000;

  private static final Logger LOG = Logger.getLogger(EventResource.class);

  private final SitePlanner planner;
  private final Journals journals;
  private final Duration heartbeat;
  private final Duration longest;

  EventResource(SitePlanner planner, Journals journals, SmartchargingConfig config) {
    this.planner = planner;
    this.journals = journals;
    this.heartbeat = config.eventHeartbeat();
    this.longest = config.eventStreamLongest();
  }

  /** The data of an event. */
  public record EventDocument(String type, Instant at, String site, Object what) {}

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> watch(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastId,
      @Context UriInfo uri,
      @Context Sse sse) {
    Problems.onlyParameters(uri);
    if (lastId != null && !ID.matcher(lastId).matches()) {
      throw Problems.badRequest(
          "header", "Last-Event-ID", "must be the id of an event of this stream");
    }
    if (!isThere(id)) {
      throw Problems.noSite(id);
    }
    Multi<OutboundSseEvent> events =
        journals
            .watch(id, lastId)
            .orElseThrow(() -> Problems.unavailable("Too many watch already; try again later"))
            .map(item -> event(id, item, sse));
    return Multi.createBy()
        .merging()
        .streams(events, heartbeats(sse))
        .select()
        .first(longest)
        .onCancellation()
        .invoke(() -> LOG.debugf("a watcher of site %s left", id));
  }

  private boolean isThere(String id) {
    try {
      return planner.plans(id);
    } catch (NotPlanning elsewhere) {
      throw Problems.unavailable("This process does not plan at the moment; try again");
    }
  }

  private Multi<OutboundSseEvent> heartbeats(Sse sse) {
    return Multi.createFrom()
        .ticks()
        .every(heartbeat)
        .onOverflow()
        .drop()
        .map(_ -> sse.newEventBuilder().comment("nothing new").build());
  }

  private static OutboundSseEvent event(String site, Journals.Item item, Sse sse) {
    return switch (item) {
      case Journals.Item.Gap() ->
          sse.newEventBuilder()
              .name("gap")
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(Map.of("type", "gap", "site", site))
              .build();
      case Journals.Item.Entry(SiteEvent event) ->
          sse.newEventBuilder()
              .id(event.id())
              .name(event.happening().type())
              .reconnectDelay(SECOND)
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(
                  new EventDocument(event.happening().type(), event.at(), site, event.happening()))
              .build();
    };
  }
}
