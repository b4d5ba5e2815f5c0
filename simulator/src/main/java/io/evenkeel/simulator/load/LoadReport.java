package io.evenkeel.simulator.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a load run found.
 *
 * @param serverCpu what the server's processes used meanwhile; null when none were named
 * @param memoryKiB resident, of the server's processes at the end
 * @param ownCpu what the load generator itself used
 */
public record LoadReport(
    LoadOptions options,
    long connected,
    Duration connecting,
    Duration took,
    Tally tally,
    @Nullable Duration serverCpu,
    long memoryKiB,
    Duration ownCpu) {

  private static final double[] PERCENTILES = {50, 95, 99};

  public long messages() {
    return tally.overall().getTotalCount();
  }

  public double perSecond() {
    return messages() / LoadRun.seconds(took);
  }

  public long errors() {
    return tally.errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The given percentile of all answers, in milliseconds. */
  public double latencyMillis(double percentile) {
    return tally.overall().getValueAtPercentile(percentile) / 1e6;
  }

  private double micros(Duration cpu) {
    return messages() == 0 ? 0 : cpu.toNanos() / 1000.0 / messages();
  }

  /** For people. */
  public String text() {
    var out = new StringBuilder();
    line(
        out,
        "%,d answered messages in %.1f s: %,.0f/s; %,d sessions, %d at a time; %,d charge points",
        messages(),
        LoadRun.seconds(took),
        perSecond(),
        tally.sessions,
        options.concurrency(),
        connected);
    line(out, "");
    line(out, "%-20s %10s %9s %9s %9s %9s", "latency in ms", "count", "p50", "p95", "p99", "max");
    row(out, "all", tally.overall());
    tally.latencies.forEach((kind, histogram) -> row(out, kind.name(), histogram));
    line(out, "");
    if (serverCpu != null) {
      line(
          out,
          "server: %.1f µs of CPU per message (%.1f s); %,d MiB resident",
          micros(serverCpu),
          LoadRun.seconds(serverCpu),
          memoryKiB / 1024);
    }
    line(out, "load generator: %.1f µs of CPU per message", micros(ownCpu));
    line(out, "errors: %s", tally.errors.isEmpty() ? "none" : tally.errors);
    return out.toString();
  }

  private static void row(StringBuilder out, String name, Histogram histogram) {
    line(
        out,
        "%-20s %,10d %9.2f %9.2f %9.2f %9.2f",
        name,
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50) / 1e6,
        histogram.getValueAtPercentile(95) / 1e6,
        histogram.getValueAtPercentile(99) / 1e6,
        histogram.getMaxValue() / 1e6);
  }

  private static void line(StringBuilder out, String format, @Nullable Object... values) {
    out.append(format.formatted(values)).append(System.lineSeparator());
  }

  /** For machines: names and figures, ready to be written as JSON. */
  public Map<String, Object> figures() {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("chargePoints", connected);
    figures.put("concurrency", options.concurrency());
    figures.put("seconds", rounded(LoadRun.seconds(took)));
    figures.put("connectSeconds", rounded(LoadRun.seconds(connecting)));
    figures.put("messages", messages());
    figures.put("messagesPerSecond", rounded(perSecond()));
    figures.put("sessions", tally.sessions);
    figures.put("latencyMillis", latencies(tally.overall()));
    var perAction = new LinkedHashMap<String, Object>();
    tally.latencies.forEach((kind, histogram) -> perAction.put(kind.name(), latencies(histogram)));
    figures.put("actions", perAction);
    if (serverCpu != null) {
      figures.put("serverCpuMicrosPerMessage", rounded(micros(serverCpu)));
      figures.put("serverMemoryKiB", memoryKiB);
    }
    figures.put("ownCpuMicrosPerMessage", rounded(micros(ownCpu)));
    figures.put("errors", tally.errors);
    return figures;
  }

  private static Map<String, Object> latencies(Histogram histogram) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("count", histogram.getTotalCount());
    for (var percentile : PERCENTILES) {
      figures.put(
          String.format(Locale.ROOT, "p%.0f", percentile),
          rounded(histogram.getValueAtPercentile(percentile) / 1e6));
    }
    figures.put("max", rounded(histogram.getMaxValue() / 1e6));
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
