package io.evenkeel.auth.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.Violations;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.PasswordRule;
import io.evenkeel.auth.domain.account.Role;
import io.evenkeel.auth.identity.AdminPasswordFile;
import io.evenkeel.auth.identity.FirstAdministrator;
import io.evenkeel.auth.identity.Logins;
import io.evenkeel.auth.identity.Logins.Attempt;
import io.evenkeel.auth.identity.Passwords;
import io.evenkeel.auth.identity.SourceAddress;
import io.evenkeel.auth.store.AccountStore;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /api/accounts/me/password}: whoever is logged in changes their own password. A token
 * alone is not enough, and guesses are slowed down as at the login.
 */
@Path("/api/accounts/me/password")
@RolesAllowed({Role.ADMIN_NAME, Role.OPERATOR_NAME, Role.SITE_MANAGER_NAME, Role.DRIVER_NAME})
public class OwnPasswordResource {

  private final AuthConfig config;
  private final Logins logins;
  private final Passwords passwords;
  private final AccountStore accounts;
  private final AdminPasswordFile passwordFile;
  private final SecurityIdentity caller;
  private final ObjectMapper json;

  OwnPasswordResource(
      AuthConfig config,
      Logins logins,
      Passwords passwords,
      AccountStore accounts,
      AdminPasswordFile passwordFile,
      SecurityIdentity caller,
      ObjectMapper json) {
    this.config = config;
    this.logins = logins;
    this.passwords = passwords;
    this.accounts = accounts;
    this.passwordFile = passwordFile;
    this.caller = caller;
    this.json = json;
  }

  /** What a caller sends. */
  record Change(String currentPassword, String password) {
    @Override
    public String toString() {
      return "Change[]";
    }
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = Change.class)))
  public Uni<Response> change(@Nullable String body, @Context HttpServerRequest request) {
    LocalAccounts.require(config);
    Change change = read(body);
    SourceAddress address =
        SourceAddress.of(
            request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
    String user = caller.getPrincipal().getName();
    return Problems.orUnavailable(logins.attempt(user, change.currentPassword(), address))
        .chain(
            attempt ->
                switch (attempt) {
                  case Attempt.Right(Account account) -> set(account, change.password());
                  case Attempt.Wrong _ ->
                      throw Problems.badRequest("body", "currentPassword", "is not your password");
                  case Attempt.TooMany(var wait) -> throw Problems.tooManyAttempts(wait);
                });
  }

  private Uni<Response> set(Account account, String password) {
    return Problems.orUnavailable(
            passwords.hash(password).chain(hash -> accounts.setPassword(account.user(), hash)))
        .map(
            outcome -> {
              if (outcome != AccountStore.Outcome.CHANGED) {
                throw Problems.notFound("Your account was removed");
              }
              if (account.user().equals(FirstAdministrator.USER)) {
                passwordFile.discard();
              }
              return Response.noContent().build();
            });
  }

  private Change read(@Nullable String text) {
    Violations violations = new Violations();
    JsonBody body = JsonBody.read(json, text, Set.of("currentPassword", "password"), violations);
    Change change = new Change(body.requiredText("currentPassword"), body.requiredText("password"));
    String objection = PasswordRule.objection(change.password());
    if (body.has("password") && objection != null) {
      violations.add("password", objection);
    }
    if (!violations.isEmpty()) {
      throw Problems.badRequest("body", violations.list());
    }
    return change;
  }
}
