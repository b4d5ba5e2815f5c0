package io.evenkeel.messaging.flow;

import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures that pass by themselves (the database restarts, a connection breaks, two
 * transactions collide) from those that will come again. Follows causes. Names classes by text
 * where this module does not depend on them.
 */
public final class Transient {
  private Transient() {}

  private static final int DEEPEST_CAUSE = 16;

  private static final Set<String> TYPES =
      Set.of(
          "io.evenkeel.messaging.flow.Overloaded",
          "java.util.concurrent.TimeoutException",
          "java.net.SocketException",
          "java.net.SocketTimeoutException",
          "java.net.UnknownHostException",
          "java.nio.channels.ClosedChannelException",
          "java.io.EOFException",
          "java.sql.SQLTransientException",
          "java.sql.SQLRecoverableException",
          "io.netty.channel.ChannelException",
          "io.netty.channel.unix.Errors$NativeIoException",
          "io.vertx.core.http.ConnectionPoolTooBusyException",
          "io.vertx.core.impl.NoStackTraceTimeoutException",
          "io.vertx.sqlclient.ClosedConnectionException",
          "io.smallrye.mutiny.TimeoutException",
          "org.apache.kafka.common.errors.RetriableException",
          "org.hibernate.exception.JDBCConnectionException",
          "org.hibernate.exception.LockAcquisitionException",
          "org.hibernate.PessimisticLockException",
          "org.hibernate.StaleStateException",
          "jakarta.persistence.OptimisticLockException",
          "jakarta.persistence.PessimisticLockException",
          "jakarta.persistence.LockTimeoutException");

  /** Texts of failures that have no type of their own. */
  private static final Set<String> TEXTS =
      Set.of(
          "Connection is closed",
          "Connection was closed",
          "Connection is not active now",
          "Connection reset by peer",
          "Broken pipe",
          "Failed to read any response from the server, the underlying connection may get lost unexpectedly.",
          "Pool is closed",
          "Pool closed");

  public static boolean is(@Nullable Throwable failure) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++) {
      if (isItself(at)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }

  private static boolean isItself(Throwable failure) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      if (TYPES.contains(type.getName())) {
        return true;
      }
    }
    String message = failure.getMessage();
    String state = sqlState(failure);
    return (message != null && TEXTS.contains(message)) || (state != null && passes(state));
  }

  /** SQLSTATEs of PostgreSQL (appendix A of its manual). */
  private static boolean passes(String state) {
    return switch (state) {
      case "40001", "40P01", "55P03", "57P01", "57P02", "57P03" -> true;
      default -> state.startsWith("08") || state.startsWith("53");
    };
  }

  private static @Nullable String sqlState(Throwable failure) {
    if (failure instanceof SQLException sql) {
      return sql.getSQLState();
    }
    if (!failure.getClass().getName().startsWith("io.vertx.")) {
      return null;
    }
    try {
      return (String) failure.getClass().getMethod("getSqlState").invoke(failure);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
      return null;
    }
  }
}
