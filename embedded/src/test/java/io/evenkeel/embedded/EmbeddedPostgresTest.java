package io.evenkeel.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {

  private static final EmbeddedPostgres shared = EmbeddedPostgres.start(ServerConfig.temporary());

  @AfterAll
  static void stops() {
    shared.close();
    assertFalse(Processes.isRunning(shared.process()), "a closed server has ended");
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "jit, off",
    "max_connections, 100",
    "shared_buffers, 128MB",
    "listen_addresses, 127.0.0.1",
    "server_encoding, UTF8"
  })
  void runsWithTheSettingsThatThePromiseRestsOn(String name, String expected) throws SQLException {
    assertEquals(expected, Sql.ask(shared, "show " + name));
  }

  @Test
  void givesADatabaseOfItsOwnName() throws SQLException {
    assertEquals("evenkeel", Sql.ask(shared, "select current_database()"));
  }

  @Test
  void configuresTheServices() {
    var configuration = shared.configuration();

    assertEquals("127.0.0.1", configuration.get("evenkeel.database.host"));
    assertEquals(Integer.toString(shared.port()), configuration.get("evenkeel.database.port"));
    assertEquals("evenkeel", configuration.get("evenkeel.database.name"));
    assertEquals("postgres", configuration.get("evenkeel.database.user"));
    assertEquals(shared.password(), configuration.get("evenkeel.database.password"));
  }

  @Test
  void refusesAStrangerOnTheSameMachine() {
    SQLException refusal =
        assertThrows(
            SQLException.class,
            () -> DriverManager.getConnection(shared.jdbcUrl(), "postgres", "guess"));

    assertEquals("28P01", refusal.getSQLState(), "the state that means: wrong password");
  }

  @Test
  void listensBelowThePortsOfOutgoingConnections() {
    assertTrue(shared.port() < 32768, "port " + shared.port() + " is below the ephemeral range");
    assertThrows(IllegalArgumentException.class, () -> ServerConfig.temporary().withPort(40000));
  }

  @Test
  void saysThatItsPortIsTaken() throws Exception {
    int port = FreePort.pick();
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      StartFailure failure =
          assertThrows(
              StartFailure.class,
              () ->
                  EmbeddedPostgres.start(ServerConfig.temporary().withPort(other.getLocalPort())));

      assertTrue(failure.getMessage().contains("port " + port), failure.getMessage());
      assertTrue(failure.getMessage().contains("taken"), failure.getMessage());
    }
  }

  @Test
  void keepsItsDataFromStartToStart(@TempDir Path directory) throws SQLException {
    ServerConfig config = ServerConfig.keptIn(directory);
    String password;
    try (EmbeddedPostgres first = EmbeddedPostgres.start(config)) {
      Sql.tell(first, "create table kept as select 42 as answer");
      password = first.password();
    }

    try (EmbeddedPostgres second = EmbeddedPostgres.start(config)) {
      assertEquals("42", Sql.ask(second, "select answer from kept"));
      assertEquals(password, second.password(), "the password belongs to the data");
    }
  }

  @Test
  void startsAfreshWhereAFirstStartWasCutShort(@TempDir Path directory) throws Exception {
    Files.createDirectories(directory.resolve("data/base"));
    Files.writeString(directory.resolve("data/PG_VERSION"), "17");
    Files.createFile(directory.resolve("first-start-under-way"));

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(ServerConfig.keptIn(directory))) {
      assertEquals("1", Sql.ask(postgres, "select 1"));
    }
  }

  @Test
  void neverRemovesDataThatWereOnceComplete(@TempDir Path directory) throws Exception {
    Path data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "9.6");

    StartFailure failure =
        assertThrows(
            StartFailure.class, () -> EmbeddedPostgres.start(ServerConfig.keptIn(directory)));

    assertTrue(Files.exists(data.resolve("PG_VERSION")), "data of another version are left alone");
    assertTrue(failure.getMessage().contains(directory.toString()), failure.getMessage());
  }
}
