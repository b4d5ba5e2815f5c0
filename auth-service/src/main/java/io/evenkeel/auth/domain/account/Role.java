package io.evenkeel.auth.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** What an account may do. Code elsewhere asks for these names only, whoever issued the token. */
public enum Role {
  ADMIN(Role.ADMIN_NAME),
  OPERATOR(Role.OPERATOR_NAME),
  SITE_MANAGER(Role.SITE_MANAGER_NAME),
  DRIVER(Role.DRIVER_NAME);

  /** Everything, accounts included. */
  public static final String ADMIN_NAME = "admin";

  /** The network: charge points, idTags, transactions. */
  public static final String OPERATOR_NAME = "operator";

  /** Their own sites. */
  public static final String SITE_MANAGER_NAME = "site-manager";

  /** Their own charging. */
  public static final String DRIVER_NAME = "driver";

  private final String name;

  Role(String name) {
    this.name = name;
  }

  /** As tokens and the API spell it. */
  public String spelled() {
    return name;
  }

  public static Optional<Role> named(String text) {
    return Stream.of(values()).filter(role -> role.name.equals(text)).findFirst();
  }
}
