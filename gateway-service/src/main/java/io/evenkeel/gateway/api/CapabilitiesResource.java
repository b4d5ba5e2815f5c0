package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.registry.Registry;
import io.evenkeel.gateway.registry.RegistryChanges;
import io.evenkeel.gateway.store.ChargePointStore;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What a charge point really stands. */
@Path("/api/charge-points/{id}/capabilities")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class CapabilitiesResource {

  private final ChargePointStore store;
  private final RegistryChanges changes;
  private final Registry registry;
  private final SecurityIdentity identity;

  public CapabilitiesResource(
      ChargePointStore store,
      RegistryChanges changes,
      Registry registry,
      SecurityIdentity identity) {
    this.store = store;
    this.changes = changes;
    this.registry = registry;
    this.identity = identity;
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.SITE_MANAGER})
  public Uni<CapabilitiesView> get(@PathParam("id") String id) {
    return Problems.asProblems("path", store.get(id))
        .map(found -> view(id, found.map(entry -> entry.device())));
  }

  /**
   * The operator's word, {@code {}} takes all of it back; what it leaves out is the charge point's
   * or the known model's again.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = Claims.class)))
  public Uni<CapabilitiesView> put(@PathParam("id") String id, @Nullable String body) {
    var claims = JsonBody.required(body, Claims.class);
    return Problems.asProblems("body", changes.claim(id, claims)).map(device -> view(id, device));
  }

  /** What smart charging learned is forgotten, so that all of it is tried again. */
  @DELETE
  @Path("/learned")
  public Uni<CapabilitiesView> forgetAll(@PathParam("id") String id) {
    return forget(id, null);
  }

  /** As above, of one capability. */
  @DELETE
  @Path("/learned/{field}")
  public Uni<CapabilitiesView> forgetOne(
      @PathParam("id") String id, @PathParam("field") String field) {
    if (!Claims.FIELDS.contains(field)) {
      throw Problems.notFound("'" + field + "' is no capability");
    }
    return forget(id, field);
  }

  private Uni<CapabilitiesView> forget(String id, @Nullable String field) {
    var user = identity.getPrincipal().getName();
    return Problems.asProblems("path", changes.forget(id, field, user))
        .map(device -> view(id, device));
  }

  private CapabilitiesView view(String id, Optional<Device> found) {
    var device = found.orElseThrow(() -> Problems.unknownChargePoint(id));
    return CapabilitiesView.of(device, registry.models());
  }
}
