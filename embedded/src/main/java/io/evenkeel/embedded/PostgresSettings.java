package io.evenkeel.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * The server settings that differ from PostgreSQL's defaults, or that the promise of durability
 * rests on.
 */
final class PostgresSettings {

  private PostgresSettings() {}

  static List<String> options(int port) {
    List<String> settings = new ArrayList<>();
    settings.add("listen_addresses=127.0.0.1");
    settings.add("port=" + port);
    settings.add("unix_socket_directories=");
    settings.add("max_connections=100");

    // An answer to a charge point means that its cause is on the disk.
    settings.add("fsync=on");
    settings.add("synchronous_commit=on");
    settings.add("full_page_writes=on");
    if (Platform.isMac()) {
      settings.add(
          "wal_sync_method=fsync_writethrough"); // the default there stops at the drive's volatile
      // cache
    }

    // No standby and no archive read this log: it may be short, and its files are used again.
    settings.add("wal_level=minimal");
    settings.add("max_wal_senders=0");
    settings.add("wal_buffers=16MB");
    settings.add("min_wal_size=256MB");
    settings.add("max_wal_size=1GB");
    settings.add("checkpoint_timeout=15min");

    // Short statements on a small machine: memory stays modest, and compiling a query costs more
    // than running it.
    settings.add("shared_buffers=128MB");
    settings.add("jit=off");
    settings.add("random_page_cost=1.1");

    settings.add("timezone=UTC");
    settings.add("log_timezone=UTC");
    settings.add("log_checkpoints=off");
    return settings.stream().map(setting -> "-c " + setting).toList();
  }
}
