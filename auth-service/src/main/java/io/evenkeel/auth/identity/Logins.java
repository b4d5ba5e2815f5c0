package io.evenkeel.auth.identity;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.Throttle;
import io.evenkeel.auth.store.AccountStore;
import io.evenkeel.messaging.flow.Overloaded;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Checks who knows a password, and slows down who does not. What is answered, and when, says
 * nothing about whether the user exists.
 */
@ApplicationScoped
public class Logins {

  private static final Logger LOG = Logger.getLogger(Logins.class);
  private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

  private final AccountStore accounts;
  private final Passwords passwords;
  private final AuthClock clock;
  private final MeterRegistry meters;
  private final Throttle users;
  private final Throttle addresses;

  Logins(
      AccountStore accounts,
      Passwords passwords,
      AuthClock clock,
      AuthConfig config,
      MeterRegistry meters) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
    this.meters = meters;
    this.users = throttle(config.login(), config.login().freeAttemptsPerUser());
    this.addresses = throttle(config.login(), config.login().freeAttemptsPerAddress());
  }

  private static Throttle throttle(AuthConfig.Login login, int freeAttempts) {
    return new Throttle(
        new Throttle.Limits(
            freeAttempts,
            login.firstWait(),
            login.longestWait(),
            login.memory(),
            login.remembered()));
  }

  /** What came of an attempt. */
  public sealed interface Attempt {
    /** The password is this account's. */
    record Right(Account account) implements Attempt {}

    /** No such user, not enabled, or not the password: nobody is told which. */
    record Wrong() implements Attempt {}

    /** Not looked at. */
    record TooMany(Duration pause) implements Attempt {}
  }

  /**
   * @param user lower case
   * @param address where the caller is
   */
  public Uni<Attempt> attempt(String user, String password, SourceAddress address) {
    Instant now = clock.instant();
    Duration wait = longer(users.waiting(user, now), addresses.waiting(address.text(), now));
    if (!wait.isZero()) {
      LOG.warnf("user=%s address=%s: login refused for %s", user, address.text(), wait);
      return Uni.createFrom().item(counted(new Attempt.TooMany(wait)));
    }
    users.attempted(user, now);
    addresses.attempted(address.text(), now);
    return accounts
        .find(user)
        .chain(account -> judge(account, password))
        .invoke(attempt -> settle(attempt, user, address))
        .onFailure()
        .invoke(failure -> takeBack(user, address))
        .onFailure(Overloaded.class)
        .recoverWithItem(new Attempt.TooMany(WHEN_BUSY))
        .map(this::counted);
  }

  private Uni<Attempt> judge(Optional<Account> account, String password) {
    return passwords
        .matches(account, password)
        .chain(
            right ->
                right && account.filter(Account::enabled).isPresent()
                    ? renewed(account.get(), password)
                    : Uni.createFrom().item(new Attempt.Wrong()));
  }

  /** The one moment at which the password is known, and so can be hashed as the rules are now. */
  private Uni<Attempt> renewed(Account account, String password) {
    Attempt right = new Attempt.Right(account);
    if (!passwords.isOutdated(account.password())) {
      return Uni.createFrom().item(right);
    }
    return passwords
        .hash(password)
        .chain(hash -> accounts.setPassword(account.user(), hash))
        .replaceWith(right);
  }

  private void settle(Attempt attempt, String user, SourceAddress address) {
    if (attempt instanceof Attempt.Right) {
      users.succeeded(user);
      addresses.takenBack(address.text(), clock.instant());
    } else {
      LOG.warnf("user=%s address=%s: wrong user or password", user, address.text());
    }
  }

  private void takeBack(String user, SourceAddress address) {
    users.takenBack(user, clock.instant());
    addresses.takenBack(address.text(), clock.instant());
  }

  private Attempt counted(Attempt attempt) {
    String outcome =
        switch (attempt) {
          case Attempt.Right _ -> "right";
          case Attempt.Wrong _ -> "wrong";
          case Attempt.TooMany _ -> "too-many";
        };
    meters.counter("evenkeel_auth_logins", "outcome", outcome).increment();
    return attempt;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
