package io.evenkeel.embedded;

import java.nio.file.Path;

/**
 * A program that owns a server, says its process id, and closes it when its own input ends: for
 * tests that kill it.
 */
final class PostgresOwner {

  private PostgresOwner() {}

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(ServerConfig.keptIn(Path.of(arguments[0])))) {
      Sql.tell(postgres, "create table kept as select 42 as answer");
      System.out.println(postgres.process().pid());
      while (System.in.read() >= 0) {
        // only the end matters
      }
    }
  }
}
