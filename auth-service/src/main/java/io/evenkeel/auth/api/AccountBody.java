package io.evenkeel.auth.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.domain.Violations;
import io.evenkeel.auth.domain.account.PasswordRule;
import io.evenkeel.auth.domain.account.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/accounts/{user}}.
 *
 * @param password null: stays as it is
 */
record AccountBody(Set<Role> roles, boolean enabled, @Nullable String password) {

  private static final Set<String> FIELDS = Set.of("roles", "enabled", "password");

  @Override
  public String toString() {
    return "AccountBody[" + roles + ", enabled=" + enabled + "]";
  }

  /** As the API's description shows it. */
  record Shape(Set<String> roles, @Nullable Boolean enabled, @Nullable String password) {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names every field that is wrong
   */
  static AccountBody read(ObjectMapper json, @Nullable String text) {
    Violations violations = new Violations();
    JsonBody body = JsonBody.read(json, text, FIELDS, violations);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (!body.has("roles")) {
      violations.add("roles", "is required");
    }
    for (String name : body.texts("roles")) {
      Role.named(name)
          .ifPresentOrElse(
              roles::add,
              () -> violations.add("roles", "must be among admin, operator, site-manager, driver"));
    }
    boolean enabled = body.flag("enabled", true);
    String password = body.text("password");
    String objection = password == null ? null : PasswordRule.objection(password);
    if (objection != null) {
      violations.add("password", objection);
    }
    if (!violations.isEmpty()) {
      throw Problems.badRequest("body", violations.list());
    }
    return new AccountBody(roles, enabled, password);
  }
}
