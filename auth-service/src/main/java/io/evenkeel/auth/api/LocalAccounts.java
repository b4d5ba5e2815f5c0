package io.evenkeel.auth.api;

import io.evenkeel.auth.AuthConfig;

/** The door before everything that Keycloak replaces. */
final class LocalAccounts {

  private LocalAccounts() {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 410 when accounts live elsewhere
   */
  static void require(AuthConfig config) {
    if (!config.localIdentity()) {
      throw Problems.gone(
          "Accounts and passwords are kept by this installation's identity provider. Get a token"
              + " there");
    }
  }
}
