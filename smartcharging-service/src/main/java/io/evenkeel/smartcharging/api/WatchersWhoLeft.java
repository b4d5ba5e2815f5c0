package io.evenkeel.smartcharging.api;

import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whoever watches events and leaves closes a connection that is being written to. The libraries log
 * that as an error of the server with its stack, which it is not.
 */
@LoggingFilter(name = "watchers-who-left")
public final class WatchersWhoLeft implements Filter {

  private static final Set<String> THEIRS =
      Set.of(
          "http-problem",
          "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler",
          "io.netty.channel.AbstractChannelHandlerContext");

  private static final Set<String> GONE =
      Set.of("Connection reset by peer", "Connection reset", "Broken pipe");

  @Override
  public boolean isLoggable(LogRecord entry) {
    return !THEIRS.contains(String.valueOf(entry.getLoggerName())) || !isGone(entry.getThrown());
  }

  private static boolean isGone(@Nullable Throwable cause) {
    return cause instanceof ClosedChannelException
        || cause instanceof HttpClosedException
        || (cause instanceof IOException && GONE.contains(String.valueOf(cause.getMessage())));
  }
}
