package io.evenkeel.auth.api;

import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.Role;
import java.time.Instant;
import java.util.List;

/** An account as the API shows it: never its password, hashed or not. */
record AccountView(
    String user, List<String> roles, boolean enabled, Instant createdAt, Instant updatedAt) {

  static AccountView of(Account account) {
    return new AccountView(
        account.user(),
        account.roles().stream().map(Role::spelled).sorted().toList(),
        account.enabled(),
        account.createdAt(),
        account.updatedAt());
  }
}
