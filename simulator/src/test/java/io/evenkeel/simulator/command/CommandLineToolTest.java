package io.evenkeel.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evenkeel.simulator.ScriptedCentralSystem;
import io.evenkeel.simulator.api.ScriptedApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

class CommandLineToolTest {
  @TempDir Path directory;
  private final ScriptedCentralSystem central = new ScriptedCentralSystem();
  private final ScriptedApi api = new ScriptedApi();
  private final StringWriter out = new StringWriter();

  @AfterEach
  void close() {
    central.close();
    api.close();
  }

  private int run(String... arguments) {
    return new CommandLine(new CommandLineTool())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(arguments);
  }

  private String passwordFile() throws IOException {
    return Files.writeString(directory.resolve("password"), "secret\n").toString();
  }

  @Test
  void help_explains() {
    assertEquals(0, run("--help"));
    assertEquals(0, run("simulate", "--help"));
    assertTrue(out.toString().contains("--charge-points"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--url=http://127.0.0.1:9000/ocpp",
        "--url=nonsense",
        "--idle=-5",
        "--charge-points=-1",
        "--threads=0",
        "--concurrency=0",
        "--sessions-per-hour=0",
        "--speed=-1",
        "--prefix=much-too-long-a-prefix"
      })
  void a_wrong_option_is_named(String option) {
    assertEquals(2, run("simulate", option));
    assertTrue(out.toString().contains(option.substring(0, option.indexOf('='))), out.toString());
  }

  @Test
  void a_fleet_that_nobody_ever_accepted_is_a_failure() {
    assertEquals(
        1, run("simulate", "--url=ws://127.0.0.1:1/ocpp", "--charge-points=1", "--duration=1s"));
    assertTrue(out.toString().contains("ws://127.0.0.1:1/ocpp"), out.toString());
  }

  @Test
  void a_load_run_registers_reports_and_writes_json() throws IOException {
    var json = directory.resolve("report.json");

    int code =
        run(
            "simulate",
            "--load",
            "--url",
            central.url(),
            "--charge-points",
            "4",
            "--concurrency",
            "2",
            "--warmup",
            "100ms",
            "--duration",
            "300ms",
            "--api",
            api.url().toString(),
            "--password-file",
            passwordFile(),
            "--pid-of-port",
            Integer.toString(central.port()),
            "--json",
            json.toString());

    assertEquals(0, code, out.toString());
    assertTrue(out.toString().contains("registered 4 charge points"), out.toString());
    assertTrue(out.toString().contains("of CPU per message"), out.toString());
    var figures = new ObjectMapper().readTree(Files.readString(json));
    assertTrue(figures.path("messages").asLong() > 0);
    assertTrue(figures.path("serverCpuMicrosPerMessage").isNumber());
    assertTrue(figures.path("actions").path("MeterValues").path("p99").isNumber());
  }

  @Test
  void idle_connections_are_timed_and_driving_ends_when_its_time_is_over() {
    assertEquals(0, run("simulate", "--idle", "20", "--url", central.url(), "--duration", "50ms"));
    assertTrue(out.toString().contains("20 of 20 accepted"), out.toString());

    assertEquals(
        0, run("simulate", "--url", central.url(), "--charge-points", "2", "--duration", "100ms"));
  }

  @Test
  void the_demo_sets_up_and_says_where_to_look() throws IOException {
    int code =
        run(
            "demo",
            "--plain",
            "--api",
            api.url().toString(),
            "--ocpp",
            central.url(),
            "--password-file",
            passwordFile(),
            "--state",
            directory.resolve("state").toString(),
            "--duration",
            "1500ms");

    assertEquals(0, code, out.toString());
    assertTrue(out.toString().contains("password secret"), out.toString());
    assertTrue(out.toString().contains("grid L1"), out.toString());
    assertTrue(api.stored.containsKey("/api/sites/demo"));
  }

  @Test
  void wrong_usage_is_told() {
    assertEquals(2, run("simulate", "--model", "perpetuum-mobile"));
    assertEquals(2, run("simulate", "--prefix", "much-too-long-a-prefix"));
    assertEquals(2, run("simulate", "--duration", "soon"));
    assertThrows(TypeConversionException.class, () -> new DurationText().convert("5"));
    assertEquals(Duration.ofMillis(500), new DurationText().convert("500ms"));
    assertEquals(Duration.ofMinutes(2), new DurationText().convert("2m"));
  }
}
