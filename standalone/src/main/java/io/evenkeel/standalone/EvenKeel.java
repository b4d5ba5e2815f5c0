package io.evenkeel.standalone;

import io.evenkeel.auth.identity.LocalIdentity;
import io.evenkeel.embedded.StartFailure;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts the all-in-one: a PostgreSQL in the data directory, the local identity, then the four
 * services in this process. What is set from outside (system property, environment) wins.
 */
@QuarkusMain
public final class EvenKeel {

  private EvenKeel() {}

  public static void main(String... args) {
    Path data = Path.of(setting("evenkeel.data", "EVENKEEL_DATA", "data")).toAbsolutePath();
    System.setProperty("evenkeel.data", data.toString());
    try (Database database = Database.startIn(data.resolve("postgres"))) {
      configure(database.configuration());
      configure(LocalIdentity.in(data).configuration());
      Quarkus.run(args);
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static String setting(String property, String variable, String otherwise) {
    String fromEnvironment = System.getenv().getOrDefault(variable, otherwise);
    return System.getProperty(property, fromEnvironment);
  }

  private static void configure(Map<String, String> defaults) {
    defaults.forEach(
        (key, value) -> {
          if (System.getProperty(key) == null) {
            System.setProperty(key, value);
          }
        });
  }
}
