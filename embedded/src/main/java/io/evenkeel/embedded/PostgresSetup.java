package io.evenkeel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** What happens once in the life of a data directory. */
final class PostgresSetup {

  private static final int PASSWORD_BYTES = 16;

  private PostgresSetup() {}

  /** Lays out {@code data} and generates the password that lies beside it. */
  static void initialise(Path directory, PostgresCommands commands, boolean temporary)
      throws IOException {
    Path password = directory.resolve("password");
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.writeString(password, HexFormat.of().formatHex(random));
    List<String> arguments =
        new ArrayList<>(
            List.of("-D", directory.resolve("data").toString(), "-U", PostgresServer.USER));
    arguments.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + password));
    // the same order of text on every machine, whatever its locale
    arguments.addAll(
        List.of(
            "-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    arguments.add("--no-instructions");
    if (temporary) {
      arguments.add("--no-sync");
    }
    long mark = commands.mark();
    if (commands.run("initdb", arguments) != 0) {
      throw new StartFailure(
          "PostgreSQL could not set up " + directory + ":\n" + commands.since(mark));
    }
  }

  /** Makes the database that the services share. */
  static void createDatabase(int port, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser(PostgresServer.USER);
    source.setPassword(password);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + EmbeddedPostgres.DATABASE);
    } catch (SQLException e) {
      throw new StartFailure(
          "Cannot create database " + EmbeddedPostgres.DATABASE + ": " + e.getMessage(), e);
    }
  }
}
