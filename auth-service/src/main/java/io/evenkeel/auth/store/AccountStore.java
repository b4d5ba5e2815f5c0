package io.evenkeel.auth.store;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.domain.Paged;
import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.PasswordHash;
import io.evenkeel.auth.domain.account.Role;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Accounts. Writers take turns (a lock in the database), so that two of them together cannot remove
 * the last administrator.
 */
@ApplicationScoped
public class AccountStore {

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<AccountRow, String> {}

  private static final String TAKE_TURN =
      "select 1 from (select pg_advisory_xact_lock(hashtext('auth.accounts'))) as turn";

  private final Rows rows;
  private final AuthClock clock;

  AccountStore(Rows rows, AuthClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** What came of a write. */
  public enum Outcome {
    CREATED,
    CHANGED,
    REMOVED,
    UNKNOWN,
    /** A new account needs a password. */
    PASSWORD_MISSING,
    /** Nobody could administer any more. */
    LAST_ADMINISTRATOR
  }

  public Uni<Optional<Account>> find(String user) {
    return Panache.withSession(
        "auth",
        () -> rows.findById(user).map(row -> Optional.ofNullable(row).map(AccountRow::read)));
  }

  /** In the order of their names. */
  public Uni<Paged<Account>> list(int page, int size) {
    return Panache.withSession(
        "auth",
        () ->
            rows.count()
                .chain(
                    total ->
                        rows.findAll(Sort.by("name"))
                            .page(page, size)
                            .list()
                            .map(
                                found ->
                                    new Paged<>(
                                        found.stream().map(AccountRow::read).toList(),
                                        page,
                                        size,
                                        total))));
  }

  /**
   * Makes or changes an account.
   *
   * @param password null: stays as it is
   */
  public Uni<Outcome> put(
      String user, @Nullable PasswordHash password, Set<Role> roles, boolean enabled) {
    boolean administers = enabled && roles.contains(Role.ADMIN);
    return inTurn(
        () ->
            rows.findById(user)
                .chain(
                    row -> {
                      if (row == null) {
                        return password == null
                            ? Uni.createFrom().item(Outcome.PASSWORD_MISSING)
                            : create(user, password, roles, enabled);
                      }
                      return unlessLastAdministrator(
                          row, administers, () -> change(row, password, roles, enabled));
                    }));
  }

  public Uni<Outcome> remove(String user) {
    return inTurn(
        () ->
            rows.findById(user)
                .chain(
                    row ->
                        row == null
                            ? Uni.createFrom().item(Outcome.UNKNOWN)
                            : unlessLastAdministrator(
                                row, false, () -> rows.delete(row).replaceWith(Outcome.REMOVED))));
  }

  public Uni<Outcome> setPassword(String user, PasswordHash password) {
    return inTurn(
        () ->
            rows.findById(user)
                .map(
                    row -> {
                      if (row == null) {
                        return Outcome.UNKNOWN;
                      }
                      row.passwordHash = password.text();
                      row.updatedAt = clock.instant();
                      return Outcome.CHANGED;
                    }));
  }

  /** Makes {@code user} an administrator if there is no account at all; whether it did. */
  public Uni<Boolean> createFirst(String user, PasswordHash password) {
    return inTurn(
        () ->
            rows.count()
                .chain(
                    total ->
                        total > 0
                            ? Uni.createFrom().item(false)
                            : create(user, password, Set.of(Role.ADMIN), true).replaceWith(true)));
  }

  public Uni<Boolean> isEmpty() {
    return Panache.withSession("auth", () -> rows.count().map(total -> total == 0));
  }

  private Uni<Outcome> create(
      String user, PasswordHash password, Set<Role> roles, boolean enabled) {
    AccountRow row = new AccountRow();
    row.name = user;
    row.passwordHash = password.text();
    row.createdAt = clock.instant();
    row.set(roles, enabled, row.createdAt);
    return rows.persist(row).replaceWith(Outcome.CREATED);
  }

  private Uni<Outcome> change(
      AccountRow row, @Nullable PasswordHash password, Set<Role> roles, boolean enabled) {
    row.set(roles, enabled, clock.instant());
    if (password != null) {
      row.passwordHash = password.text();
    }
    return Uni.createFrom().item(Outcome.CHANGED);
  }

  private Uni<Outcome> unlessLastAdministrator(
      AccountRow row, boolean staysOne, Supplier<Uni<Outcome>> change) {
    if (staysOne || !row.read().administers()) {
      return change.get();
    }
    return rows.count("enabled and array_contains(roles, 'admin') and name <> ?1", row.name)
        .chain(
            others ->
                others == 0 ? Uni.createFrom().item(Outcome.LAST_ADMINISTRATOR) : change.get());
  }

  private <T> Uni<T> inTurn(Supplier<Uni<T>> work) {
    return Panache.withTransaction(
        "auth",
        () ->
            rows.getSession()
                .chain(session -> session.createNativeQuery(TAKE_TURN).getResultList())
                .chain(unused -> work.get()));
  }
}
