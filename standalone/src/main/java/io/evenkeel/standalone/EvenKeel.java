package io.evenkeel.standalone;

import io.evenkeel.auth.identity.LocalIdentity;
import io.evenkeel.embedded.StartFailure;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts the all-in-one: a PostgreSQL in the data directory, the local identity, then the four
 * services in this process. What is set from outside (system property, environment) wins.
 */
@QuarkusMain
public final class EvenKeel {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

  private EvenKeel() {}

  public static void main(String... args) {
    Path data = Path.of(setting("evenkeel.data", "EVENKEEL_DATA", "data")).toAbsolutePath();
    System.setProperty("evenkeel.data", data.toString());
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      Database database = Database.startIn(data.resolve("postgres"));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> closeAfter(stopped, database), "database"));
      configure(database.configuration());
      configure(LocalIdentity.in(data).configuration());
      ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> exit(stopped, code));
      Quarkus.run(args);
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      exit(stopped, 1);
    } finally {
      stopped.countDown();
    }
  }

  private static void exit(CountDownLatch stopped, int code) {
    stopped.countDown();
    System.exit(code);
  }

  /**
   * The database is the last to go. Nothing after {@code Quarkus.run} is sure to run when a signal
   * ends the process, so this waits in a hook of its own until the services have stopped.
   */
  private static void closeAfter(CountDownLatch stopped, Database database) {
    try {
      var _ = stopped.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
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
