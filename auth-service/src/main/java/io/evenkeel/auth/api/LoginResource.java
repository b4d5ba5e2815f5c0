package io.evenkeel.auth.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.Violations;
import io.evenkeel.auth.domain.account.UserName;
import io.evenkeel.auth.identity.Logins;
import io.evenkeel.auth.identity.Logins.Attempt;
import io.evenkeel.auth.identity.SourceAddress;
import io.evenkeel.auth.identity.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/login}: a password for a token. */
@Path("/api/login")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

  private static final int LONGEST = 1_000;

  private final AuthConfig config;
  private final Logins logins;
  private final Tokens tokens;
  private final ObjectMapper json;

  LoginResource(AuthConfig config, Logins logins, Tokens tokens, ObjectMapper json) {
    this.config = config;
    this.logins = logins;
    this.tokens = tokens;
    this.json = json;
  }

  /** What a caller sends. */
  record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[" + user + "]";
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = Credentials.class)))
  public Uni<Response> login(@Nullable String body, @Context HttpServerRequest request) {
    LocalAccounts.require(config);
    Credentials credentials = read(body);
    SourceAddress address =
        SourceAddress.of(
            request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
    return Problems.orUnavailable(
            logins.attempt(UserName.normal(credentials.user()), credentials.password(), address))
        .map(
            attempt ->
                switch (attempt) {
                  case Attempt.Right(var account) ->
                      Response.ok(tokens.issue(account))
                          .header(HttpHeaders.CACHE_CONTROL, "no-store")
                          .build();
                  case Attempt.Wrong _ -> throw Problems.unauthorized("Wrong user or password");
                  case Attempt.TooMany(var wait) -> throw Problems.tooManyAttempts(wait);
                });
  }

  private Credentials read(@Nullable String text) {
    Violations violations = new Violations();
    JsonBody body = JsonBody.read(json, text, Set.of("user", "password"), violations);
    Credentials credentials =
        new Credentials(body.requiredText("user"), body.requiredText("password"));
    if (credentials.user().length() > LONGEST) {
      violations.add("user", "is too long");
    }
    if (credentials.password().length() > LONGEST) {
      violations.add("password", "is too long");
    }
    if (!violations.isEmpty()) {
      throw Problems.badRequest("body", violations.list());
    }
    return credentials;
  }
}
