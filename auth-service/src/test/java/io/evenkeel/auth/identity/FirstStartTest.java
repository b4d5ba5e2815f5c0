package io.evenkeel.auth.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.Settings;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.PasswordHash;
import io.evenkeel.auth.domain.account.Role;
import io.evenkeel.auth.store.AccountStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a start does to the accounts; each test begins with none, as the first start does. */
@QuarkusTest
class FirstStartTest {

  @Inject AuthConfig config;
  @Inject AccountStore accounts;
  @Inject Passwords passwords;
  @Inject AdminPasswordFile file;
  @Inject AuthClock clock;

  @Inject
  @ReactiveDataSource("auth")
  Pool pool;

  @AfterEach
  void leaveAFreshAdministrator() throws Throwable {
    start(Optional.empty(), true);
  }

  @Test
  void aGivenPasswordIsUsedAndNotWritten() throws Throwable {
    file.discard();
    start(Optional.of("given by the environment"), true);
    login("admin", "given by the environment", 200);
    assertFalse(Files.exists(file.path()), "not written");
  }

  @Test
  void aShortGivenPasswordIsUsedAllTheSame() throws Throwable {
    start(Optional.of("short"), true);
    login("admin", "short", 200);
  }

  @Test
  void aLaterStartChangesNothing() throws Throwable {
    start(Optional.empty(), true);
    String password = Files.readString(file.path()).strip();
    start(Optional.of("given too late"), false);
    start(Optional.empty(), false);
    assertEquals(password, Files.readString(file.path()).strip());
    login("admin", password, 200);
    login("admin", "given too late", 401);
  }

  @Test
  void theFileGoesWhenThePasswordDoes() throws Throwable {
    start(Optional.empty(), true);
    String password = Files.readString(file.path()).strip();
    String token = login("admin", password, 200);
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Map.of("currentPassword", password, "password", "my own password"))
        .put("/api/accounts/me/password")
        .then()
        .statusCode(204);
    assertFalse(Files.exists(file.path()), "an old password is of no use");
    login("admin", "my own password", 200);
  }

  @Test
  void aLoginRenewsAHashOfAnotherNumberOfRounds() throws Throwable {
    PasswordHash old = PasswordHash.of("correct horse", 500, new SecureRandom());
    await(() -> accounts.put("old-timer", old, Set.of(Role.DRIVER), true));
    login("old-timer", "wrong horse", 401);
    assertEquals(500, account("old-timer").password().iterations());
    login("old-timer", "correct horse", 200);
    assertEquals(2000, account("old-timer").password().iterations());
    login("old-timer", "correct horse", 200);
  }

  @Test
  void oneAddressCannotTryEverybodysPassword() throws Throwable {
    Logins logins =
        new Logins(
            accounts,
            passwords,
            clock,
            Settings.with(Map.of("evenkeel.auth.login.free-attempts-per-address", "3")),
            new SimpleMeterRegistry());
    SourceAddress address = new SourceAddress("192.0.2.1");
    for (int user = 0; user < 4; user++) {
      String name = "user-" + user;
      assertInstanceOf(
          Logins.Attempt.Wrong.class, await(() -> logins.attempt(name, "guess", address)));
    }
    Logins.Attempt fifth = await(() -> logins.attempt("user-5", "guess", address));
    Duration pause = assertInstanceOf(Logins.Attempt.TooMany.class, fifth).pause();
    assertFalse(pause.isZero() || pause.compareTo(Duration.ofSeconds(1)) > 0, "about 1 s");
    assertInstanceOf(
        Logins.Attempt.Wrong.class,
        await(() -> logins.attempt("user-5", "guess", new SourceAddress("192.0.2.2"))));
  }

  private void start(Optional<String> given, boolean first) throws Throwable {
    if (first) {
      await(() -> pool.query("delete from auth.accounts").execute());
    }
    new FirstAdministrator(config, accounts, passwords, file, given).onStart(new StartupEvent());
  }

  private Account account(String user) throws Throwable {
    return await(() -> accounts.find(user)).orElseThrow();
  }

  private static <T> T await(java.util.function.Supplier<io.smallrye.mutiny.Uni<T>> work)
      throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }

  private static String login(String user, String password, int expected) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("user", user, "password", password))
        .post("/api/login")
        .then()
        .statusCode(expected)
        .extract()
        .path("token");
  }
}
