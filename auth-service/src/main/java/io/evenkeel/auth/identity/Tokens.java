package io.evenkeel.auth.identity;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.Role;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Signs tokens that every service verifies by the public half of the key. */
@ApplicationScoped
public class Tokens {

  private static final Logger LOG = Logger.getLogger(Tokens.class);

  private final AuthClock clock;
  private final AuthConfig config;
  private final String issuer;
  private final @Nullable PrivateKey key;

  Tokens(
      AuthClock clock,
      AuthConfig config,
      @ConfigProperty(name = "evenkeel.identity.issuer", defaultValue = LocalIdentity.ISSUER)
          String issuer,
      @ConfigProperty(name = "evenkeel.identity.private-key-file") Optional<Path> keyFile) {
    this.clock = clock;
    this.config = config;
    this.issuer = issuer;
    this.key = config.localIdentity() ? LocalIdentity.privateKey(required(keyFile)) : null;
  }

  /**
   * A signed token and its end.
   *
   * @param token secret; whoever has it is the account until {@code expiresAt}
   */
  public record Token(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Token[until " + expiresAt + "]";
    }
  }

  /**
   * @throws IllegalStateException when another identity provider issues tokens
   */
  public Token issue(Account account) {
    PrivateKey signing = key;
    if (signing == null) {
      throw new IllegalStateException("evenkeel.auth.local-identity is off");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(config.tokenLifetime());
    String token =
        Jwt.issuer(issuer)
            .subject(account.user())
            .upn(account.user())
            .groups(account.roles().stream().map(Role::spelled).collect(Collectors.toSet()))
            .issuedAt(now)
            .expiresAt(end)
            .sign(signing);
    return new Token(token, end);
  }

  /** A key that is missing is found out now and not at the first login. */
  void onStart(@Observes StartupEvent started) {
    LOG.debugf("localIdentity=%s", key != null);
  }

  private static Path required(Optional<Path> keyFile) {
    return keyFile.orElseThrow(
        () ->
            new IllegalStateException(
                "evenkeel.identity.private-key-file is not set. Name the PEM file of the key that"
                    + " signs tokens, or set evenkeel.auth.local-identity=false and configure"
                    + " quarkus.oidc for your identity provider"));
  }
}
