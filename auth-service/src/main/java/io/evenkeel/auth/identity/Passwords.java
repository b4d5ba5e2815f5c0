package io.evenkeel.auth.identity;

import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.PasswordHash;
import io.evenkeel.messaging.flow.Contexts;
import io.evenkeel.messaging.flow.Overloaded;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Computes password hashes on few threads of its own, so that who tries many passwords takes CPU
 * time from nobody but others who log in. Results come back on the caller's Vert.x context. Fails
 * with {@link Overloaded} when too many wait.
 */
@ApplicationScoped
public class Passwords {

  private final SecureRandom random = new SecureRandom();
  private final int iterations;
  private final PasswordHash nobodys;
  private final ThreadPoolExecutor threads;

  Passwords(AuthConfig config) {
    iterations = config.passwordIterations();
    nobodys = PasswordHash.of(Long.toHexString(random.nextLong()), iterations, random);
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.login().queue()),
            Thread.ofPlatform().name("evenkeel-passwords-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  public Uni<PasswordHash> hash(String password) {
    return compute(() -> PasswordHash.of(password, iterations, random));
  }

  /** Takes as long for an account that does not exist as for one that does. */
  public Uni<Boolean> matches(Optional<Account> account, String password) {
    PasswordHash hash = account.map(Account::password).orElse(nobodys);
    return compute(() -> hash.matches(password) && account.isPresent());
  }

  /** True when the configuration has since asked for another number of rounds. */
  public boolean isOutdated(PasswordHash hash) {
    return hash.iterations() != iterations;
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }

  private <T> Uni<T> compute(Supplier<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              ContextInternal caller = Contexts.current();
              return Uni.createFrom()
                  .item(work)
                  .runSubscriptionOn(this::execute)
                  .emitOn(rest -> Contexts.on(caller, rest));
            });
  }

  private void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException full) {
      throw new Overloaded("logins: " + threads.getQueue().size() + " passwords wait already");
    }
  }
}
