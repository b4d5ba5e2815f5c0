package io.evenkeel.gateway.registry;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.gateway.domain.device.PasswordHash;
import io.evenkeel.messaging.flow.Overloaded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks charge points' passwords against their slow hashes, on threads of its own. What was
 * checked is remembered under an HMAC whose key dies with this process, so that charge points which
 * come back all at once cost no hash each, and one that keeps knocking with a wrong password
 * neither.
 */
@ApplicationScoped
public class PasswordCheck {

  private static final Duration RIGHT_FOR = Duration.ofHours(24);
  private static final Duration WRONG_FOR = Duration.ofSeconds(30);
  private static final String HMAC = "HmacSHA256";

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;
  private final int iterations;
  private final ThreadPoolExecutor threads;
  private final AsyncCache<String, Boolean> checked;

  @Inject
  public PasswordCheck(GatewayConfig config) {
    var secret = new byte[32];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, HMAC);
    iterations = config.passwordIterations();
    int size =
        config.passwordThreads() > 0
            ? config.passwordThreads()
            : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.passwordQueue()),
            Thread.ofPlatform().name("gateway-password-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    checked =
        Caffeine.newBuilder()
            .maximumSize(config.verifiedPasswords())
            .expireAfter(
                Expiry.<String, Boolean>writing((_, right) -> right ? RIGHT_FOR : WRONG_FOR))
            .executor(Runnable::run)
            .buildAsync();
  }

  /**
   * Is it this charge point's password? Completes on any thread; fails with {@link Overloaded} when
   * too many wait to be checked.
   */
  public CompletableFuture<Boolean> matches(String chargePoint, byte[] password, String hash) {
    return checked.get(fingerprint(chargePoint, password, hash), (_, _) -> check(password, hash));
  }

  /**
   * A new hash of the charge point's password, which counts as checked; fails with {@link
   * Overloaded} like {@link #matches}.
   */
  public Uni<String> hash(String chargePoint, byte[] password) {
    return Uni.createFrom()
        .completionStage(() -> run(() -> PasswordHash.of(password, iterations, random)))
        .invoke(
            hash ->
                checked.put(
                    fingerprint(chargePoint, password, hash),
                    CompletableFuture.completedFuture(true)));
  }

  private CompletableFuture<Boolean> check(byte[] password, String hash) {
    return run(() -> PasswordHash.matches(password, hash));
  }

  private <T> CompletableFuture<T> run(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(
          new Overloaded("password check: too many wait already"));
    }
  }

  /** The stored hash is part of it: a changed password makes what was remembered void. */
  private String fingerprint(String chargePoint, byte[] password, String hash) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(chargePoint.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder().encodeToString(mac.doFinal(password));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no " + HMAC, missing);
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
