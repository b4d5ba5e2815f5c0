package io.evenkeel.auth.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.bus.Telling;
import io.evenkeel.auth.domain.DeadLetter;
import io.evenkeel.auth.domain.IdTagFields;
import io.evenkeel.auth.domain.Paged;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.auth.domain.Verdict;
import io.evenkeel.auth.domain.Violations;
import io.evenkeel.auth.domain.account.Role;
import io.evenkeel.auth.store.AuthDeadLetters;
import io.evenkeel.auth.store.IdTagFilter;
import io.evenkeel.auth.store.IdTagWrites;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Who may charge. A change is answered when it is committed and every gateway has been told: no
 * charge point hears the old decision after that.
 */
@Path("/api/id-tags")
@RolesAllowed({Role.ADMIN_NAME, Role.OPERATOR_NAME})
@Produces(MediaType.APPLICATION_JSON)
public class IdTagResource {

  private final IdTagViews views;
  private final IdTagWrites writes;
  private final Telling telling;
  private final IdTagImport imports;
  private final AuthDeadLetters deadLetters;
  private final ObjectMapper json;

  IdTagResource(
      IdTagViews views,
      IdTagWrites writes,
      Telling telling,
      IdTagImport imports,
      AuthDeadLetters deadLetters,
      ObjectMapper json) {
    this.views = views;
    this.writes = writes;
    this.telling = telling;
    this.imports = imports;
    this.deadLetters = deadLetters;
    this.json = json;
  }

  @GET
  public Uni<Paged<IdTagView>> list(
      @BeanParam PageQuery page,
      @QueryParam("status") @Nullable String status,
      @QueryParam("parentIdTag") @Nullable String parentIdTag,
      @QueryParam("text") @Nullable String text) {
    Violations violations = new Violations();
    IdTagFields fields = new IdTagFields(violations);
    AuthorizationStatus onlyStatus = status == null ? null : fields.status("status", status);
    TagName onlyParent = parentIdTag == null ? null : fields.tagName("parentIdTag", parentIdTag);
    String onlyText = text == null ? null : fields.note("text", text);
    if (!violations.isEmpty()) {
      throw Problems.badRequest("query", violations.list());
    }
    IdTagFilter filter = new IdTagFilter(onlyStatus, onlyParent, onlyText);
    return Problems.orUnavailable(views.list(filter, page.numbers()));
  }

  @GET
  @Path("/{idTag}")
  public Uni<IdTagView> get(@PathParam("idTag") String idTag) {
    return Problems.orUnavailable(views.find(tagName(idTag)))
        .map(found -> found.orElseThrow(() -> unknown(idTag)));
  }

  @PUT
  @Path("/{idTag}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = IdTagBody.class)))
  public Uni<Response> put(
      @PathParam("idTag") String idTag, @Nullable String body, @Context UriInfo uri) {
    TagName name = tagName(idTag);
    return Problems.orUnavailable(writes.put(IdTagBody.read(json, name, body)))
        .chain(
            written ->
                switch (written.verdicts().getFirst()) {
                  case Verdict.Refused(var violation) ->
                      throw Problems.badRequest("body", violation.field(), violation.message());
                  case Verdict.Created _ ->
                      telling
                          .tell(written.untold())
                          .chain(() -> view(name))
                          .map(view -> Response.created(uri.getRequestUri()).entity(view).build());
                  case Verdict.Updated _ ->
                      telling
                          .tell(written.untold())
                          .chain(() -> view(name))
                          .map(view -> Response.ok(view).build());
                })
        .onFailure(Telling.NotTold.class)
        .transform(IdTagResource::notTold);
  }

  @DELETE
  @Path("/{idTag}")
  public Uni<Response> delete(@PathParam("idTag") String idTag) {
    return Problems.orUnavailable(writes.remove(tagName(idTag)))
        .chain(
            removed ->
                switch (removed.removal()) {
                  case REMOVED ->
                      telling.tell(removed.untold()).map(unused -> Response.noContent().build());
                  case UNKNOWN -> throw unknown(idTag);
                  case HAS_MEMBERS ->
                      throw Problems.conflict(
                          "Other idTags belong to the group '" + idTag + "'. Change them first");
                })
        .onFailure(Telling.NotTold.class)
        .transform(IdTagResource::notTold);
  }

  /** A CSV file; the answer says of every line what came of it. */
  @POST
  @Path("/import")
  @Consumes("text/csv")
  public Uni<ImportReport> importFile(
      @QueryParam("dryRun") @DefaultValue("false") String dryRun, @Nullable String file) {
    if (!dryRun.equals("true") && !dryRun.equals("false")) {
      throw Problems.badRequest("query", "dryRun", "must be true or false");
    }
    return imports
        .run(file == null ? "" : file, dryRun.equals("true"))
        .onFailure(Telling.NotTold.class)
        .transform(IdTagResource::notTold);
  }

  /** Questions of gateways that this service could not digest. */
  @GET
  @Path("/dead-letters")
  public Uni<Paged<DeadLetter>> deadLetters(@BeanParam PageQuery page) {
    PageQuery.Numbers numbers = page.numbers();
    return Problems.orUnavailable(deadLetters.list(numbers.page(), numbers.size()));
  }

  private Uni<IdTagView> view(TagName name) {
    return Problems.orUnavailable(views.find(name))
        .map(found -> found.orElseThrow(() -> unknown(name.spelled())));
  }

  private static Throwable notTold(Throwable cause) {
    return Problems.unavailable(
        "Stored, but not every gateway could be told yet; they will be. Repeat the request to know"
            + " when: "
            + cause.getMessage());
  }

  private static TagName tagName(String idTag) {
    String objection = TagName.objection(idTag);
    if (objection != null) {
      throw Problems.badRequest("path", "idTag", objection);
    }
    return TagName.of(idTag);
  }

  private static RuntimeException unknown(String idTag) {
    return Problems.notFound("There is no idTag '" + idTag + "'");
  }
}
