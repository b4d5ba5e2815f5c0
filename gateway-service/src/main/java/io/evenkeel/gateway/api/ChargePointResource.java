package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.device.ChargePointPath;
import io.evenkeel.gateway.domain.device.RegistryEntry;
import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.registry.RegistryChanges;
import io.evenkeel.gateway.socket.Connection;
import io.evenkeel.gateway.socket.Connections;
import io.evenkeel.gateway.store.ChargePointStore;
import io.evenkeel.messaging.Directory;
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

/** The device registry. */
@Path("/api/charge-points")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ChargePointResource {

  private final ChargePointStore store;
  private final RegistryChanges changes;
  private final Registry registry;
  private final Directory directory;
  private final Connections connections;

  public ChargePointResource(
      ChargePointStore store,
      RegistryChanges changes,
      Registry registry,
      Directory directory,
      Connections connections) {
    this.store = store;
    this.changes = changes;
    this.registry = registry;
    this.directory = directory;
    this.connections = connections;
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.SITE_MANAGER})
  public Uni<Page<ChargePointView>> list(
      @BeanParam ChargePointFilter filter, @BeanParam PageQuery page) {
    return Problems.asProblems("query", store.list(filter.filter(directory), page.request()))
        .map(found -> found.map(this::view));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.SITE_MANAGER})
  public Uni<ChargePointView> get(@PathParam("id") String id) {
    return Problems.asProblems("path", store.get(id))
        .map(found -> found.map(this::view).orElseThrow(() -> Problems.unknownChargePoint(id)));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = ChargePointBody.class)))
  public Uni<Response> put(
      @PathParam("id") String id, @Nullable String body, @Context UriInfo uri) {
    if (!ChargePointPath.isId(id)) {
      throw Problems.invalid("path", "id", "must be 1 to 255 characters and no control characters");
    }
    var given = JsonBody.read(body, ChargePointBody.class);
    return Problems.asProblems(
            "body", changes.put(id, given.registration(), given.passwordBytes(), given.note()))
        .map(
            written ->
                (written.created() ? Response.created(uri.getRequestUri()) : Response.ok())
                    .entity(view(written.entry()))
                    .build());
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(@PathParam("id") String id) {
    return Problems.asProblems("path", changes.delete(id)).map(known -> gone(known, id));
  }

  /** From now on the charge point may connect without a password. */
  @DELETE
  @Path("/{id}/password")
  public Uni<Response> removePassword(@PathParam("id") String id) {
    return Problems.asProblems("path", changes.removePassword(id)).map(known -> gone(known, id));
  }

  private static Response gone(boolean known, String id) {
    if (!known) {
      throw Problems.unknownChargePoint(id);
    }
    return Response.noContent().build();
  }

  private ChargePointView view(RegistryEntry entry) {
    var id = entry.device().id();
    return ChargePointView.of(
        entry,
        registry.capabilities(entry.device()),
        directory.sessionOf(id),
        connections.of(id).map(Connection::heardAt).orElse(null));
  }
}
