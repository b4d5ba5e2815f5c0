package io.evenkeel.smartcharging.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchersWhoLeftTest {

  private static final String SSE =
      "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

  private final WatchersWhoLeft filter = new WatchersWhoLeft();

  @Test
  void aConnectionThatIsGoneIsNoError() {
    assertFalse(filter.isLoggable(entry(SSE, new IOException("Connection reset by peer"))));
    assertFalse(filter.isLoggable(entry(SSE, new IOException("Broken pipe"))));
    assertFalse(filter.isLoggable(entry("http-problem", new ClosedChannelException())));
  }

  @Test
  void everythingElseIsLogged() {
    assertTrue(filter.isLoggable(entry(SSE, new IllegalStateException("a bug"))));
    assertTrue(filter.isLoggable(entry("http-problem", new IOException("No space left"))));
    assertTrue(filter.isLoggable(entry("http-problem", null)));
    assertTrue(
        filter.isLoggable(entry("io.evenkeel.gateway", new IOException("Connection reset"))));
  }

  private static LogRecord entry(String logger, @Nullable Throwable cause) {
    LogRecord entry = new LogRecord(Level.SEVERE, "wrong");
    entry.setLoggerName(logger);
    entry.setThrown(cause);
    return entry;
  }
}
