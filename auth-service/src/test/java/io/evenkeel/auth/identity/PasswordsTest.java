package io.evenkeel.auth.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.auth.Settings;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.PasswordHash;
import io.evenkeel.messaging.flow.Overloaded;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private static final int ITERATIONS = 50_000;

  private final Passwords passwords =
      new Passwords(
          Settings.with(
              Map.of(
                  "evenkeel.auth.password-iterations",
                  Integer.toString(ITERATIONS),
                  "evenkeel.auth.login.queue",
                  "3")));
  private final Account account =
      new Account(
          "jane",
          PasswordHash.of("correct horse", ITERATIONS, new SecureRandom()),
          Set.of(),
          true,
          Instant.EPOCH,
          Instant.EPOCH);

  @AfterEach
  void stop() {
    passwords.stop();
  }

  @Test
  void onlyAnAccountsOwnPasswordMatches() {
    assertTrue(matches(Optional.of(account), "correct horse"), "its own");
    assertFalse(matches(Optional.of(account), "wrong horse"), "another");
    assertFalse(matches(Optional.empty(), "correct horse"), "nobody's");
  }

  @Test
  void anUnknownUserTakesAsLongAsAKnownOne() {
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int round = 0; round < 7; round++) {
      known.add(timed(Optional.of(account)));
      unknown.add(timed(Optional.empty()));
    }
    long median = known.stream().sorted().toList().get(3);
    long other = unknown.stream().sorted().toList().get(3);
    assertTrue(
        other > median / 3 && other < median * 3,
        "known " + median / 1_000_000 + " ms, unknown " + other / 1_000_000 + " ms");
  }

  @Test
  void whenTooManyWaitTheNextIsRefusedAndTheOthersAreNot() throws InterruptedException {
    int attempts = 200;
    AtomicInteger judged = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    List<Throwable> unexpected = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(attempts);
    for (int attempt = 0; attempt < attempts; attempt++) {
      passwords
          .matches(Optional.empty(), "guess")
          .subscribe()
          .with(
              right -> {
                judged.incrementAndGet();
                ended.countDown();
              },
              failure -> {
                if (failure instanceof Overloaded) {
                  refused.incrementAndGet();
                } else {
                  unexpected.add(failure);
                }
                ended.countDown();
              });
    }
    assertTrue(ended.await(60, TimeUnit.SECONDS), "all end");
    assertEquals(List.of(), unexpected);
    assertEquals(attempts, judged.get() + refused.get());
    assertTrue(judged.get() >= 4, "those who began and those who waited: " + judged);
    assertTrue(refused.get() > 100, "the queue is short: " + refused);
  }

  private long timed(Optional<Account> who) {
    long start = System.nanoTime();
    matches(who, "guess");
    return System.nanoTime() - start;
  }

  private boolean matches(Optional<Account> who, String password) {
    return passwords.matches(who, password).await().atMost(Duration.ofSeconds(30));
  }
}
