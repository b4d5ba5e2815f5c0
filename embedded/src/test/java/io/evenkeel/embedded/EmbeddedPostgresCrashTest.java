package io.evenkeel.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresCrashTest {

  @TempDir Path directory;

  @Test
  void endsTheServerThatOutlivedAKilledJvmAndKeepsWhatWasCommitted() throws Exception {
    Process owner = ownerInAnotherJvm();
    ProcessHandle orphan = serverOf(owner);
    owner.destroyForcibly().waitFor();
    assertTrue(
        Processes.isRunning(orphan), "PostgreSQL outlives its JVM; else this test proves nothing");

    try (EmbeddedPostgres next = EmbeddedPostgres.start(ServerConfig.keptIn(directory))) {
      assertFalse(Processes.isRunning(orphan), "the orphan has been ended");
      assertEquals(
          "1", Sql.ask(next, "select count(*) from kept"), "what was committed before the crash");
    }
  }

  @Test
  void saysWhichProcessHoldsTheDirectory() throws Exception {
    Process owner = ownerInAnotherJvm();
    ProcessHandle server = serverOf(owner);

    StartFailure failure =
        assertThrows(
            StartFailure.class, () -> EmbeddedPostgres.start(ServerConfig.keptIn(directory)));

    assertTrue(failure.getMessage().contains("process " + owner.pid()), failure.getMessage());
    assertTrue(Processes.isRunning(server), "the other one's server is left alone");
    owner.getOutputStream().close();
    assertEquals(0, owner.waitFor(), "the owner ends in order");
    assertFalse(Processes.isRunning(server), "and its server with it");
  }

  @Test
  void refusesASecondServerOfTheSameJvm() {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(ServerConfig.keptIn(directory))) {
      assertThrows(
          StartFailure.class, () -> EmbeddedPostgres.start(ServerConfig.keptIn(directory)));
      StartFailure again =
          assertThrows(
              StartFailure.class, () -> EmbeddedPostgres.start(ServerConfig.keptIn(directory)));

      assertTrue(
          again.getMessage().contains("process " + ProcessHandle.current().pid()),
          again.getMessage());
      assertTrue(Processes.isRunning(first.process()), "the first one still runs");
    }
  }

  @Test
  void recoversFromItsOwnKill() throws SQLException {
    EmbeddedPostgres killed = EmbeddedPostgres.start(ServerConfig.keptIn(directory));
    Sql.tell(killed, "create table kept as select 42 as answer");

    killed.kill();

    assertFalse(Processes.isRunning(killed.process()), "kill means at once");
    try (EmbeddedPostgres next = EmbeddedPostgres.start(ServerConfig.keptIn(directory))) {
      assertEquals("42", Sql.ask(next, "select answer from kept"));
    }
  }

  private Process ownerInAnotherJvm() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            PostgresOwner.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static ProcessHandle serverOf(Process owner) throws IOException {
    BufferedReader output = owner.inputReader(StandardCharsets.UTF_8);
    return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
  }
}
