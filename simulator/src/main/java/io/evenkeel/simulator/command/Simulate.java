package io.evenkeel.simulator.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.simulator.charging.ChargerModel;
import io.evenkeel.simulator.fleet.Fleet;
import io.evenkeel.simulator.fleet.FleetOptions;
import io.evenkeel.simulator.load.IdleRun;
import io.evenkeel.simulator.load.LoadOptions;
import io.evenkeel.simulator.load.LoadRun;
import io.evenkeel.simulator.load.Names;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: virtual charge points against any central system. */
@Command(
    name = "simulate",
    description = {
      "Drive virtual charge points against any OCPP 1.6J central system.",
      "Without --load or --idle: realistic charge points with cars that come and go, until Ctrl-C."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true)
public final class Simulate implements Callable<Integer> {
  private static final int PLENTY_OF_TAGS = 1000;
  private static final int LONGEST_PREFIX = 12;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--url",
      paramLabel = "URL",
      split = ",",
      description =
          "The central system, without an identity (${DEFAULT-VALUE}); several spread the load.")
  private List<URI> urls = List.of(URI.create("ws://127.0.0.1:9000/ocpp"));

  @Option(
      names = "--charge-points",
      paramLabel = "N",
      description = "How many (10; with --load 1000).")
  private int chargePoints;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description =
          "Identities are TEXT-0, TEXT-1, …; idTags TEXTT0, TEXTT1, … (${DEFAULT-VALUE}).")
  private String prefix = "SIM";

  @Option(
      names = "--password",
      paramLabel = "TEXT",
      description = "For HTTP Basic, for all of them.")
  private @Nullable String password;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "generic, double or delta-ac-max (${DEFAULT-VALUE}).")
  private String model = "generic";

  @Option(
      names = "--sessions-per-hour",
      paramLabel = "N",
      description = "How many cars come to a connector per hour (${DEFAULT-VALUE}).")
  private double sessionsPerHour = 1;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How many times faster cars come and batteries fill (${DEFAULT-VALUE}).")
  private double speed = 1;

  @Option(names = "--threads", paramLabel = "N", description = "Event loops (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--load", description = "As many sessions as the central system stands.")
  private boolean load;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "--load: sessions under way at a time (${DEFAULT-VALUE}).")
  private int concurrency = 64;

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "--load: before measuring (10s).")
  private Duration warmup = Duration.ofSeconds(10);

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How long to measure (30s), to hold (--idle) or to drive; then it ends.")
  private @Nullable Duration duration;

  @Option(names = "--json", paramLabel = "FILE", description = "--load: the report for machines.")
  private @Nullable Path jsonFile;

  @Option(
      names = "--idle",
      paramLabel = "N",
      description = "So many connections at once, which then do nothing.")
  private int idle;

  @Option(names = "--boot", description = "--idle: each sends a BootNotification.")
  private boolean boot;

  @Mixin private ServerProcesses server = new ServerProcesses();
  @Mixin private ApiOptions api = new ApiOptions();

  @Override
  public Integer call() throws IOException {
    check();
    if (idle > 0) {
      return idle();
    }
    return load ? load() : drive();
  }

  private void check() {
    require(
        !prefix.isEmpty() && prefix.length() <= LONGEST_PREFIX,
        "--prefix has 1 to " + LONGEST_PREFIX + " characters");
    for (URI url : urls) {
      require(
          ("ws".equals(url.getScheme()) || "wss".equals(url.getScheme())) && url.getHost() != null,
          "--url begins with ws:// or wss:// and names a host, not " + url);
    }
    require(chargePoints >= 0, "--charge-points is at least 1");
    require(idle >= 0, "--idle is at least 1");
    require(threads >= 1, "--threads is at least 1");
    require(concurrency >= 1, "--concurrency is at least 1");
    require(sessionsPerHour > 0, "--sessions-per-hour is above 0");
    require(speed > 0, "--speed is above 0");
  }

  private void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw wrong(otherwise);
    }
  }

  private int count(int usual) {
    return chargePoints > 0 ? chargePoints : usual;
  }

  private void register(int count, int tags) {
    api.open()
        .ifPresent(
            central -> {
              try (central) {
                long began = System.nanoTime();
                central.importIdTags(Names.idTags(prefix, tags));
                central.registerChargePoints(Names.chargePoints(prefix, count), password);
                say(
                    "registered %,d charge points and %,d idTags in %.1f s",
                    count, tags, (System.nanoTime() - began) / 1e9);
              }
            });
  }

  private int load() throws IOException {
    int count = count(1000);
    int tags = Math.min(count, PLENTY_OF_TAGS);
    register(count, tags);
    var options =
        new LoadOptions(
            urls,
            count,
            concurrency,
            threads,
            warmup,
            duration == null ? Duration.ofSeconds(30) : duration,
            prefix,
            tags,
            password);
    var report = new LoadRun(options, server.tree(), this::say).run();
    out().println();
    out().print(report.text());
    out().flush();
    if (jsonFile != null) {
      Files.writeString(
          jsonFile,
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.figures()));
    }
    return report.errors() == 0 ? 0 : 1;
  }

  private int idle() {
    register(idle, 1);
    var processes = server.tree();
    var before = processes.usage();
    try (var run = new IdleRun(urls, prefix, password, boot, threads)) {
      var storm = run.connect(idle, Duration.ofMinutes(5));
      say(
          "%,d of %,d accepted in %.2f s; refused: %s",
          storm.accepted(),
          storm.asked(),
          storm.took().toNanos() / 1e9,
          storm.refusals().isEmpty() ? "none" : storm.refusals());
      Ending.after(duration == null ? Duration.ofSeconds(10) : duration);
      if (!processes.isEmpty() && storm.accepted() > 0) {
        var after = processes.usage();
        say(
            "server: %,d KiB resident, %,.1f KiB more per connection; %.2f s of CPU since the start",
            after.memoryKiB(),
            (after.memoryKiB() - before.memoryKiB()) / (double) storm.accepted(),
            after.cpu().minus(before.cpu()).toMillis() / 1000.0);
      }
      say("%,d connections lost while holding", run.lost());
      return storm.accepted() == idle ? 0 : 1;
    }
  }

  private int drive() {
    var make =
        ChargerModel.named(model)
            .orElseThrow(
                () ->
                    wrong(
                        "--model: one of "
                            + ChargerModel.all().stream()
                                .map(ChargerModel::name)
                                .collect(Collectors.joining(", "))));
    int count = count(10);
    int tags = Math.min(count, PLENTY_OF_TAGS);
    register(count, tags);
    var options =
        new FleetOptions(
            urls, count, prefix, password, make, sessionsPerHour, speed, threads, tags);
    try (var fleet = Fleet.start(options)) {
      Ending.every(Duration.ofSeconds(5), duration, () -> say("%s", fleet.summary()));
      if (fleet.connections() == 0) {
        say(
            "no charge point was ever accepted at %s: is the address right, are they registered?",
            urls);
        return 1;
      }
    }
    return 0;
  }

  private void say(String format, Object... values) {
    out().println(String.format(Locale.ROOT, format, values));
    out().flush();
  }

  private void say(String line) {
    say("%s", line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
