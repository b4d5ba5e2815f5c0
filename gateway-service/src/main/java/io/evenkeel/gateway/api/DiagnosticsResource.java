package io.evenkeel.gateway.api;

import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.diagnostics.DiagnosticsDesk;
import io.evenkeel.gateway.diagnostics.DiagnosticsDesk.Asked;
import io.evenkeel.gateway.diagnostics.Shelf;
import io.evenkeel.gateway.domain.diagnostics.Diagnostics;
import io.evenkeel.gateway.domain.diagnostics.Diagnostics.Received;
import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.store.DiagnosticsStore;
import io.evenkeel.ocpp.Action;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Diagnostics of a charge point: asked for, and received by this service. */
@Path("/api/charge-points/{id}/diagnostics")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class DiagnosticsResource {

  private final Registry registry;
  private final DiagnosticsDesk desk;
  private final DiagnosticsStore store;
  private final Shelf shelf;
  private final GatewayConfig config;
  private final SecurityIdentity identity;

  public DiagnosticsResource(
      Registry registry,
      DiagnosticsDesk desk,
      DiagnosticsStore store,
      Shelf shelf,
      GatewayConfig config,
      SecurityIdentity identity) {
    this.registry = registry;
    this.desk = desk;
    this.store = store;
    this.shelf = shelf;
    this.config = config;
    this.identity = identity;
  }

  /** Sends GetDiagnostics with an address of ours, that is good for one upload. */
  @POST
  @Consumes(MediaType.WILDCARD) // there need be no body, nor a type of it
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DiagnosticsBody.class)))
  public Uni<Response> ask(
      @PathParam("id") String id,
      @BeanParam Patience patience,
      @Nullable String body,
      @Context UriInfo uri) {
    var wanted = JsonBody.read(body, DiagnosticsBody.class).wanted();
    var time = patience.time(config);
    boolean waiting = patience.waits();
    var base = uri.getBaseUri().toString();
    var user = identity.getPrincipal().getName();
    return Problems.registered(registry, id)
        .chain(device -> desk.ask(device, wanted, base, time, user))
        .plug(asked -> Problems.asProblems("body", asked))
        .chain(asked -> waiting ? answered(asked) : accepted(id, asked));
  }

  private static Uni<Response> answered(Asked asked) {
    return asked
        .outcome()
        .map(outcome -> CommandAnswer.response(Action.GetDiagnostics.wire(), outcome, asked.id()));
  }

  private Uni<Response> accepted(String id, Asked asked) {
    CommandAnswer.nobodyWaits(asked.outcome(), asked.entry().commandId());
    var address =
        UriBuilder.fromPath("/api/charge-points/{id}/diagnostics/{n}")
            .build(new Object[] {id, asked.id()}, true);
    return found(id, asked.id())
        .map(entry -> Response.accepted(DiagnosticsView.of(entry)).location(address).build());
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.SITE_MANAGER})
  public Uni<Page<DiagnosticsView>> list(@PathParam("id") String id, @BeanParam PageQuery page) {
    var request = page.request();
    return Problems.registered(registry, id)
        .chain(device -> Problems.asProblems("query", store.list(id, request)))
        .map(entries -> entries.map(DiagnosticsView::of));
  }

  @GET
  @Path("/{n}")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.SITE_MANAGER})
  public Uni<DiagnosticsView> get(@PathParam("id") String id, @PathParam("n") String n) {
    return found(id, number(id, n)).map(DiagnosticsView::of);
  }

  /** The file as it came. What is in it is the charge point's word: no browser may run it. */
  @GET
  @Path("/{n}/file")
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  public Uni<Response> file(@PathParam("id") String id, @PathParam("n") String n) {
    return found(id, number(id, n))
        .chain(
            entry -> {
              var file = entry.file();
              if (file == null) {
                throw Problems.notFound("No file of diagnostics %s is here".formatted(n));
              }
              return shelf.find(file.stored()).map(path -> download(file, path));
            });
  }

  private static Response download(Received file, Optional<java.nio.file.Path> path) {
    var stored =
        path.orElseThrow(
            () ->
                Problems.notFound(
                    "The file is kept by gateway node %d, not by this one".formatted(file.node())));
    return Response.ok(stored.toFile(), MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  @DELETE
  @Path("/{n}")
  public Uni<Response> delete(@PathParam("id") String id, @PathParam("n") String n) {
    long number = number(id, n);
    return Problems.asProblems("path", desk.delete(id, number))
        .map(
            known -> {
              if (!known) {
                throw unknown(id, n);
              }
              return Response.noContent().build();
            });
  }

  private Uni<Diagnostics> found(String id, long n) {
    return Problems.asProblems("path", store.get(id, n))
        .map(entry -> entry.orElseThrow(() -> unknown(id, Long.toString(n))));
  }

  private static long number(String id, String n) {
    try {
      return Long.parseLong(n);
    } catch (NumberFormatException notANumber) {
      throw unknown(id, n);
    }
  }

  private static HttpProblem unknown(String id, String n) {
    return Problems.notFound("No diagnostics '%s' of charge point '%s' are known".formatted(n, id));
  }
}
