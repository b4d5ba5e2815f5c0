package io.evenkeel.gateway.api;

/** Roles of people, as tokens name them. */
final class Roles {

  static final String ADMIN = "admin";
  static final String OPERATOR = "operator";
  static final String SITE_MANAGER = "site-manager";

  private Roles() {}
}
