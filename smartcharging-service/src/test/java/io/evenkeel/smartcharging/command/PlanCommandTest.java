package io.evenkeel.smartcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.smartcharging.document.Demo;
import io.evenkeel.smartcharging.document.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aFileIsAnsweredOnTheOutput() throws IOException {
    Path file = Files.writeString(directory.resolve("demo.json"), Demo.text());

    assertEquals(0, run("", file.toString()), this::errors);

    JsonNode solution = JsonText.parse(out.toString(StandardCharsets.UTF_8));
    assertEquals("load-tree-solution/1", solution.at("/format").asText());
    assertEquals("demo", solution.at("/instance").asText());
    assertEquals("plan", solution.at("/task").asText());
    assertEquals(12_000, solution.at("/figures/deliveredWh").asDouble());
    assertEquals(0, solution.at("/figures/gapPercent").asDouble());
    assertEquals(0, solution.at("/schedules/s1/0/start").asInt());
    assertEquals("PEAK", solution.at("/sessions/0/reason").asText());
    assertEquals("", errors());
  }

  @Test
  void oneSlotAloneIsAnswered() throws IOException {
    assertEquals(0, run(Demo.text(), "-", "--instant", "--slot", "3"), this::errors);

    JsonNode solution = JsonText.parse(out.toString(StandardCharsets.UTF_8));
    assertEquals("instant", solution.at("/task").asText());
    assertEquals(3, solution.at("/slot").asInt());
    assertEquals(16, solution.at("/allocation/s1").asDouble());
    assertEquals(1, solution.at("/figures/sessionsServed").asInt());
    assertEquals("CAR_MAXIMUM", solution.at("/sessions/0/reason").asText());
    assertEquals(2, run(Demo.text(), "-", "--instant", "--slot", "96"));
    assertTrue(errors().contains("--slot 96 is beyond the problem's 96 slots"), this::errors);
  }

  @Test
  void theInputIsAnsweredIntoAFile() throws IOException {
    Path answer = directory.resolve("answer.json");

    assertEquals(0, run(Demo.text(), "-", "--out", answer.toString()), this::errors);

    assertEquals("", out.toString(StandardCharsets.UTF_8));
    assertEquals("demo", JsonText.parse(Files.readString(answer)).at("/instance").asText());
  }

  @Test
  void aBadFileIsNamedWithAllThatIsWrong() {
    String bad =
        Demo.text().replace("\"slots\": 96", "\"slots\": 0").replace("cp1-1\", \"e", "x\", \"e");

    assertEquals(1, run(bad, "-"));

    assertTrue(errors().startsWith("evenkeel plan: - is no sound problem:"), this::errors);
    assertTrue(errors().contains("  slots: must be 1 to 2000, not 0"), this::errors);
    assertTrue(errors().contains("  sessions[0].connector: names no connector: x"), this::errors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| it is empty",
        "[] | it must be an object",
        "{} {} | it is no JSON: something stands behind its end (line 1",
        "{\"slots\": NaN} | it is no JSON: 'NaN' is no value (line 1, column",
        "{\"slots\": 1,} | it is no JSON: '}' is not expected (line 1",
        "// a demo | it is no JSON: '/' is not expected (line 1",
        "hello | it is no JSON: 'hello' is no value (line 1",
        "{\"slots\": 1e12} | slots: must be a whole number from -999999999",
      })
  void whatIsNoProblemIsSaidWithoutAdviceToProgrammers(String input, String message) {
    assertEquals(1, run(input, "-"));

    assertTrue(errors().contains("\n  " + message), this::errors);
    assertFalse(errors().contains("jackson") || errors().contains("Feature"), this::errors);
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    assertEquals(0, run("\uFEFF" + Demo.text(), "-"), this::errors);
  }

  @Test
  void whatCannotBeReadOrWrittenIsSaid() throws IOException {
    assertEquals(1, run("", directory.resolve("none.json").toString()));
    assertTrue(errors().contains("none.json: there is no such file"), this::errors);
    assertEquals(1, run("", directory.toString()));
    assertTrue(errors().contains("it is a directory"), this::errors);
    Path picture = Files.write(directory.resolve("picture"), new byte[] {(byte) 0xff, (byte) 0xd8});
    assertEquals(1, run("", picture.toString()));
    assertTrue(errors().contains("it is no text in UTF-8"), this::errors);
    assertEquals(1, run(Demo.text(), "-", "--out", directory.resolve("no/where").toString()));
    assertTrue(errors().contains("cannot write"), this::errors);
  }

  @ParameterizedTest
  @CsvSource({
    "'', name the file of a problem",
    "--fast x, unknown option --fast",
    "a b, one file at a time: a or b",
    "a --out, --out needs a value",
    "a --slot 1, --slot comes with --instant",
    "a --instant --slot=-1, --slot needs a whole number from 0",
    "a --quick, --quick comes with --bench",
    "a --bench, --bench makes its own problems",
  })
  void wrongArgumentsAreExplained(String arguments, String message) {
    assertEquals(2, run("", arguments.isEmpty() ? new String[0] : arguments.split(" ")));

    assertTrue(errors().startsWith("evenkeel plan: " + message), this::errors);
  }

  @Test
  void helpIsAnswered() {
    assertEquals(0, run("", "--help"));

    assertTrue(out.toString(StandardCharsets.UTF_8).contains("--bench"));
  }

  private int run(String input, String... arguments) {
    return new PlanCommand(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
