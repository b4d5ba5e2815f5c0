package io.evenkeel.gateway.api;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.commands.CommandDesk;
import io.evenkeel.gateway.commands.CommandDesk.Taken;
import io.evenkeel.gateway.commands.CommandLog;
import io.evenkeel.gateway.domain.command.CommandRules;
import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.ocpp.Action;
import io.evenkeel.ocpp.Codec;
import io.evenkeel.ocpp.InvalidPayload;
import io.evenkeel.ocpp.Request;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Commands to a charge point, all by one uniform call, and the log of them. */
@Path("/api/charge-points/{id}/commands")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class CommandResource {

  private final GatewayConfig config;
  private final Registry registry;
  private final CommandDesk desk;
  private final CommandLog log;
  private final SecurityIdentity identity;

  public CommandResource(
      GatewayConfig config,
      Registry registry,
      CommandDesk desk,
      CommandLog log,
      SecurityIdentity identity) {
    this.config = config;
    this.registry = registry;
    this.desk = desk;
    this.log = log;
    this.identity = identity;
  }

  /**
   * Sends the OCPP request whose payload is the body.
   *
   * @param patience not waiting: answered at once with 202 and the address of the line in the log
   */
  @POST
  @Path("/{action}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
  public Uni<Response> send(
      @PathParam("id") String id,
      @PathParam("action") String name,
      @BeanParam Patience patience,
      @Nullable String body) {
    var action =
        CommandRules.action(name)
            .orElseThrow(
                () -> Problems.notFound("'" + name + "' is no command of a central system"));
    var time = patience.time(config);
    boolean waiting = patience.waits();
    var user = identity.getPrincipal().getName();
    return Problems.registered(registry, id)
        .chain(device -> desk.take(device, payload(action, body), time, user))
        .plug(taken -> Problems.asProblems("body", taken))
        .chain(
            taken ->
                waiting
                    ? taken.outcome().map(outcome -> CommandAnswer.response(action.wire(), outcome))
                    : Uni.createFrom().item(() -> accepted(id, taken)));
  }

  private static Request payload(Action action, @Nullable String body) {
    try {
      var request = Codec.decodeRequest(action, body == null || body.isBlank() ? "{}" : body);
      CommandRules.check(request);
      return request;
    } catch (InvalidPayload wrong) {
      boolean whole = wrong.field().isEmpty();
      throw Problems.invalid("body", whole ? "body" : wrong.field(), words(wrong));
    }
  }

  /** What is wrong, without the field that is named beside it. */
  private static String words(InvalidPayload wrong) {
    String said = String.valueOf(wrong.getMessage());
    String field = wrong.field() + ": ";
    String what = said.startsWith(field) ? said.substring(field.length()) : said;
    return what.equals("unknown property") ? "is unknown" : "is " + what;
  }

  private static Response accepted(String id, Taken taken) {
    CommandAnswer.nobodyWaits(taken.outcome(), taken.entry().commandId());
    var address =
        UriBuilder.fromPath("/api/charge-points/{id}/commands/{command}")
            .build(new Object[] {id, taken.entry().commandId()}, true);
    return Response.accepted(CommandView.of(taken.entry())).location(address).build();
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.SITE_MANAGER})
  public Uni<Page<CommandView>> list(@PathParam("id") String id, @BeanParam PageQuery page) {
    var request = page.request();
    return Problems.registered(registry, id)
        .chain(device -> Problems.asProblems("query", log.list(id, request)))
        .map(lines -> lines.map(CommandView::of));
  }

  @GET
  @Path("/{commandId}")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.SITE_MANAGER})
  public Uni<CommandView> get(
      @PathParam("id") String id, @PathParam("commandId") String commandId) {
    return Problems.asProblems("path", log.get(id, commandId))
        .map(
            found ->
                found
                    .map(CommandView::of)
                    .orElseThrow(
                        () ->
                            Problems.notFound(
                                "No command '%s' of charge point '%s' is in the log"
                                    .formatted(commandId, id))));
  }
}
