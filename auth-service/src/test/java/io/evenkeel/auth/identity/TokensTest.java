package io.evenkeel.auth.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.Settings;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.PasswordHash;
import io.evenkeel.auth.domain.account.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.700Z");

  private final AuthClock clock = AuthClock.of(() -> NOW);
  private final Account account =
      new Account(
          "jane",
          PasswordHash.of("correct horse", 10, new SecureRandom()),
          Set.of(Role.OPERATOR, Role.SITE_MANAGER),
          true,
          NOW,
          NOW);

  @TempDir Path directory;

  @Test
  void aTokenSaysWhoMayDoWhatUntilWhen() throws Exception {
    AuthConfig config = Settings.with(Map.of("evenkeel.auth.token-lifetime", "PT2H"));
    Tokens tokens = new Tokens(clock, config, "somebody", key());
    Tokens.Token token = tokens.issue(account);
    JsonNode claims =
        new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.token().split("\\.")[1]));
    assertEquals(Instant.parse("2026-06-01T14:00:00Z"), token.expiresAt());
    assertEquals(token.expiresAt().getEpochSecond(), claims.get("exp").asLong());
    assertEquals("somebody", claims.get("iss").asText());
    assertEquals("jane", claims.get("upn").asText());
    assertEquals(2, claims.get("groups").size());
    assertTrue(claims.get("groups").toString().contains("\"site-manager\""), "as code asks");
    assertFalse(token.toString().contains(token.token()), "not shown in a log by accident");
  }

  @Test
  void withoutAKeyTheServiceDoesNotStartAndSaysWhatToDo() {
    AuthConfig config = Settings.with(Map.of());
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> new Tokens(clock, config, "evenkeel", Optional.empty()));
    assertTrue(
        failure.getMessage().startsWith("evenkeel.identity.private-key-file is not set."),
        failure.getMessage());
  }

  @Test
  void withAnotherIdentityProviderNoKeyIsNeededAndNoTokenIssued() {
    AuthConfig config = Settings.with(Map.of("evenkeel.auth.local-identity", "false"));
    Tokens tokens = new Tokens(clock, config, "evenkeel", Optional.empty());
    assertThrows(IllegalStateException.class, () -> tokens.issue(account));
  }

  private Optional<Path> key() {
    return Optional.of(LocalIdentity.in(directory).privateKeyFile());
  }
}
