package io.evenkeel.simulator.command;

import io.evenkeel.simulator.api.ApiFailure;
import io.evenkeel.simulator.api.CentralApi;
import io.evenkeel.simulator.demo.DemoRun;
import io.evenkeel.simulator.demo.DemoSite;
import io.evenkeel.simulator.demo.Screen;
import io.evenkeel.simulator.demo.Show;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a site of charge points that charge. */
@Command(
    name = "demo",
    description = {
      "Make a site of eight charge points through the API and let cars charge there,",
      "under a limit that is far below what they want. Ctrl-C ends it; the next start goes on."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final int STILL_STARTING = 503;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ApiOptions api = new ApiOptions();

  @Option(
      names = {"--ocpp", "--url"},
      paramLabel = "URL",
      description = "Where charge points connect, without an identity (${DEFAULT-VALUE}).")
  private URI ocpp = URI.create("ws://127.0.0.1:9000/ocpp");

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "What the charge points remember over a power failure (${DEFAULT-VALUE}).")
  private Path state = Path.of("data", "demo");

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How many times faster batteries fill (${DEFAULT-VALUE}); clocks stay real.")
  private double speed = 60;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How long to wait for the API to come up (2m).")
  private Duration patience = Duration.ofMinutes(2);

  @Option(names = "--plain", description = "Plain lines, also on a terminal.")
  private boolean plain;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "End by itself after so long.")
  private @Nullable Duration duration;

  @Override
  public Integer call() {
    if (api.api == null) {
      api.api = URI.create("http://127.0.0.1:8080");
    }
    try (var central = open(System.nanoTime() + patience.toNanos())) {
      if (central == null) {
        return 0;
      }
      DemoSite.setUp(central);
      introduce();
      var screen = new Screen(out(), plain || System.console() == null || !isTerminal());
      try (var run = new DemoRun(ocpp, speed, state, screen::news)) {
        var show = new Show(central, run, screen);
        Ending.every(Duration.ofSeconds(1), duration, show::draw);
        out().println("The charge points hang up; what they charged is kept.");
        out().flush();
      }
    }
    return 0;
  }

  /** Logs in as soon as the central system is there; null when Ctrl-C came first. */
  private @Nullable CentralApi open(long deadline) {
    while (!Ending.asked()) {
      try {
        return api.open().orElseThrow();
      } catch (ApiFailure failure) {
        boolean tooEarly = failure.status() == 0 || failure.status() == STILL_STARTING;
        if (!tooEarly || System.nanoTime() > deadline) {
          throw failure;
        }
        Ending.after(LOOK_AGAIN);
      } catch (UncheckedIOException notYet) {
        if (passwordFileIsThere() || System.nanoTime() > deadline) {
          throw notYet;
        }
        Ending.after(LOOK_AGAIN);
      }
    }
    return null;
  }

  private boolean passwordFileIsThere() {
    return api.passwordFile != null && Files.exists(api.passwordFile);
  }

  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  private void introduce() {
    out()
        .print(
            """

            EvenKeel demo: eight chargers on four circuits of 40 A behind a grid connection of %d A.
            Batteries fill %.0f times faster than in the real world; everything else is real.

              API       %s   user %s, password %s
              OCPP      %s

              token     curl -s %s/api/login -H 'Content-Type: application/json' -d '{"user":"%s","password":"%s"}'
              site      curl -s %s/api/sites/demo/status -H "Authorization: Bearer $TOKEN"
              sessions  curl -s %s/api/transactions -H "Authorization: Bearer $TOKEN"

            Ctrl-C ends it. README.md says what to try next.

            """
                .formatted(
                    DemoSite.GRID_A,
                    speed,
                    api.api,
                    api.user,
                    api.password(),
                    ocpp,
                    api.api,
                    api.user,
                    api.password(),
                    api.api,
                    api.api));
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
