package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.store.DeadLetterStore;
import io.evenkeel.gateway.store.DeadLetterStore.DeadLetter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Messages that this service's readers could not digest. */
@Path("/api/charge-points/dead-letters")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

  private final DeadLetterStore store;

  public DeadLetterResource(DeadLetterStore store) {
    this.store = store;
  }

  @GET
  public Uni<Page<DeadLetter>> list(@BeanParam PageQuery page) {
    return Problems.asProblems("query", store.list(page.request()));
  }
}
