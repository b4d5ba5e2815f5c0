package io.evenkeel.auth.store;

import io.evenkeel.auth.domain.account.Account;
import io.evenkeel.auth.domain.account.PasswordHash;
import io.evenkeel.auth.domain.account.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Entity
@Table(name = "accounts")
class AccountRow {

  @Id
  @Column(length = 64)
  String name;

  @Column(name = "password_hash", length = 255)
  String passwordHash;

  @Column(length = 20)
  String[] roles;

  @Column boolean enabled;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  Account read() {
    Set<Role> known =
        Stream.of(roles).flatMap(role -> Role.named(role).stream()).collect(Collectors.toSet());
    return new Account(
        name, PasswordHash.parse(passwordHash), known, enabled, createdAt, updatedAt);
  }

  void set(Collection<Role> roles, boolean enabled, Instant now) {
    this.roles = roles.stream().map(Role::spelled).sorted().toArray(String[]::new);
    this.enabled = enabled;
    this.updatedAt = now;
  }
}
