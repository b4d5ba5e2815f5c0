package io.evenkeel.auth.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.Settings;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * With {@code evenkeel.auth.local-identity=false}. The application is not started for it a second
 * time: the resources refuse before they touch any of their parts, which are left out here.
 */
class OtherIdentityProviderTest {

  private final AuthConfig config = Settings.with(Map.of("evenkeel.auth.local-identity", "false"));
  private final ObjectMapper json = new ObjectMapper();
  private final LoginResource login = new LoginResource(config, null, null, json);
  private final AccountResource accounts = new AccountResource(config, null, null, null, json);
  private final OwnPasswordResource own =
      new OwnPasswordResource(config, null, null, null, null, null, json);

  @TestFactory
  Stream<DynamicTest> accountsAreGone() {
    return Stream.of(
        gone("login", () -> login.login("{\"user\":\"a\",\"password\":\"b\"}", null)),
        gone("list", () -> accounts.list(new PageQuery("0", "50"))),
        gone("get", () -> accounts.get("admin")),
        gone("put", () -> accounts.put("admin", "{}", null)),
        gone("delete", () -> accounts.delete("admin")),
        gone("own password", () -> own.change("{}", null)));
  }

  private static DynamicTest gone(String what, Executable call) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          HttpProblem problem = assertThrows(HttpProblem.class, call);
          assertEquals(410, problem.getStatusCode(), what + " is gone");
        });
  }
}
