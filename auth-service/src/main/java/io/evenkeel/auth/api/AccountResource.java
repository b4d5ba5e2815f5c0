package io.evenkeel.auth.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.Paged;
import io.evenkeel.auth.domain.account.PasswordHash;
import io.evenkeel.auth.domain.account.Role;
import io.evenkeel.auth.domain.account.UserName;
import io.evenkeel.auth.identity.AdminPasswordFile;
import io.evenkeel.auth.identity.FirstAdministrator;
import io.evenkeel.auth.identity.Passwords;
import io.evenkeel.auth.store.AccountStore;
import io.evenkeel.auth.store.AccountStore.Outcome;
import io.evenkeel.messaging.flow.Overloaded;
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
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Who may use the API, while this service keeps the accounts itself. */
@Path("/api/accounts")
@RolesAllowed(Role.ADMIN_NAME)
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

  private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

  private final AuthConfig config;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final AdminPasswordFile passwordFile;
  private final ObjectMapper json;

  AccountResource(
      AuthConfig config,
      AccountStore accounts,
      Passwords passwords,
      AdminPasswordFile passwordFile,
      ObjectMapper json) {
    this.config = config;
    this.accounts = accounts;
    this.passwords = passwords;
    this.passwordFile = passwordFile;
    this.json = json;
  }

  @GET
  public Uni<Paged<AccountView>> list(@BeanParam PageQuery page) {
    LocalAccounts.require(config);
    PageQuery.Numbers numbers = page.numbers();
    return Problems.orUnavailable(accounts.list(numbers.page(), numbers.size()))
        .map(found -> found.map(AccountView::of));
  }

  @GET
  @Path("/{user}")
  public Uni<AccountView> get(@PathParam("user") String user) {
    LocalAccounts.require(config);
    return Problems.orUnavailable(accounts.find(UserName.normal(user)))
        .map(found -> found.map(AccountView::of).orElseThrow(() -> unknown(user)));
  }

  @PUT
  @Path("/{user}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = AccountBody.Shape.class)))
  public Uni<Response> put(
      @PathParam("user") String user, @Nullable String body, @Context UriInfo uri) {
    LocalAccounts.require(config);
    String name = UserName.normal(user);
    String objection = UserName.objection(name);
    if (objection != null) {
      throw Problems.badRequest("path", "user", objection);
    }
    AccountBody account = AccountBody.read(json, body);
    return Problems.orUnavailable(
            hashed(account.password())
                .chain(
                    hash ->
                        accounts.put(name, hash.orElse(null), account.roles(), account.enabled())))
        .invoke(outcome -> forgetFile(name, account.password() != null, outcome))
        .chain(
            outcome ->
                outcome == Outcome.CREATED || outcome == Outcome.CHANGED
                    ? get(name).map(view -> answer(outcome, view, uri))
                    : Uni.createFrom().failure(refusal(outcome, name)));
  }

  @DELETE
  @Path("/{user}")
  public Uni<Response> delete(@PathParam("user") String user) {
    LocalAccounts.require(config);
    return Problems.orUnavailable(accounts.remove(UserName.normal(user)))
        .map(
            outcome -> {
              if (outcome != Outcome.REMOVED) {
                throw refusal(outcome, user);
              }
              return Response.noContent().build();
            });
  }

  private Uni<Optional<PasswordHash>> hashed(@Nullable String password) {
    return password == null
        ? Uni.createFrom().item(Optional.empty())
        : passwords
            .hash(password)
            .map(Optional::of)
            .onFailure(Overloaded.class)
            .transform(full -> Problems.tooManyAttempts(WHEN_BUSY));
  }

  private void forgetFile(String user, boolean password, Outcome outcome) {
    if (password && user.equals(FirstAdministrator.USER) && outcome == Outcome.CHANGED) {
      passwordFile.discard();
    }
  }

  private static Response answer(Outcome outcome, AccountView view, UriInfo uri) {
    return outcome == Outcome.CREATED
        ? Response.created(uri.getRequestUri()).entity(view).build()
        : Response.ok(view).build();
  }

  private static RuntimeException refusal(Outcome outcome, String user) {
    return switch (outcome) {
      case PASSWORD_MISSING ->
          Problems.badRequest("body", "password", "is required for a new account");
      case LAST_ADMINISTRATOR ->
          Problems.conflict("'" + user + "' is the last administrator. Make another one first");
      case UNKNOWN -> unknown(user);
      case CREATED, CHANGED, REMOVED -> new IllegalStateException("Not a refusal: " + outcome);
    };
  }

  private static RuntimeException unknown(String user) {
    return Problems.notFound("There is no account '" + user + "'");
  }
}
