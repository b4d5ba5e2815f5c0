package io.evenkeel.auth.identity;

import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.account.PasswordRule;
import io.evenkeel.auth.store.AccountStore;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The first start makes the account {@code admin}, without which nobody could make any other. */
@ApplicationScoped
public class FirstAdministrator {

  /** The account's name. */
  public static final String USER = "admin";

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

  /** No letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 20;

  private final AuthConfig config;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final AdminPasswordFile file;
  private final Optional<String> given;

  FirstAdministrator(
      AuthConfig config,
      AccountStore accounts,
      Passwords passwords,
      AdminPasswordFile file,
      @ConfigProperty(name = "evenkeel.admin-password") Optional<String> given) {
    this.config = config;
    this.accounts = accounts;
    this.passwords = passwords;
    this.file = file;
    this.given = given;
  }

  void onStart(@Observes StartupEvent started) throws Throwable {
    if (config.localIdentity() && await(accounts::isEmpty)) {
      if (given.isPresent()) {
        useGiven(given.get());
      } else {
        generate(new SecureRandom());
      }
    }
  }

  private void useGiven(String password) throws Throwable {
    if (PasswordRule.objection(password) != null) {
      LOG.warnf("EVENKEEL_ADMIN_PASSWORD %s. Change it soon", PasswordRule.objection(password));
    }
    if (create(password)) {
      LOG.infof("Created the account %s with the password in EVENKEEL_ADMIN_PASSWORD", USER);
    }
  }

  /** The file comes first: an account whose password nobody knows would be worse than none. */
  private void generate(RandomGenerator random) throws Throwable {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    file.write(password.toString());
    if (create(password.toString())) {
      LOG.infof("Created the account %s; its generated password is in %s", USER, file.path());
    } else {
      file.discard();
    }
  }

  private boolean create(String password) throws Throwable {
    return await(() -> passwords.hash(password).chain(hash -> accounts.createFirst(USER, hash)));
  }

  private static boolean await(Supplier<Uni<Boolean>> work) throws Throwable {
    return Boolean.TRUE.equals(VertxContextSupport.subscribeAndAwait(work));
  }
}
