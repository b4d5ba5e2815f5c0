package io.evenkeel.auth.domain.account;

import java.time.Instant;
import java.util.Set;

/**
 * Who may use the API.
 *
 * @param user lower case
 * @param enabled false: no login; a token given before stays good until it expires
 */
public record Account(
    String user,
    PasswordHash password,
    Set<Role> roles,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt) {

  public Account {
    roles = Set.copyOf(roles);
  }

  /** Whether it can administer now. */
  public boolean administers() {
    return enabled && roles.contains(Role.ADMIN);
  }
}
