package io.evenkeel.messaging.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransientTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(true, new ConnectException("Connection refused")),
        Arguments.of(true, new CompletionException(new ConnectException("Connection refused"))),
        Arguments.of(true, new TimeoutException()),
        Arguments.of(true, new ClosedChannelException()),
        Arguments.of(true, new IOException("Connection reset by peer")),
        Arguments.of(true, new RuntimeException("Connection is closed")),
        Arguments.of(true, new SQLException("could not serialize access", "40001")),
        Arguments.of(true, new SQLException("deadlock detected", "40P01")),
        Arguments.of(true, new SQLException("the database system is starting up", "57P03")),
        Arguments.of(true, new SQLException("too many connections", "53300")),
        Arguments.of(true, new SQLException("connection failure", "08006")),
        Arguments.of(true, new NotLeaderOrFollowerException("moved")),
        Arguments.of(true, new Overloaded("bus full")),
        Arguments.of(false, new SQLException("duplicate key", "23505")),
        Arguments.of(false, new SQLException("value too long", "22001")),
        Arguments.of(false, new RecordTooLargeException("too large")),
        Arguments.of(false, new IllegalArgumentException("no")),
        Arguments.of(false, new IOException("something else")),
        Arguments.of(false, circular()));
  }

  private static Throwable circular() {
    Exception outer = new IllegalStateException("outer");
    outer.initCause(new IllegalStateException("inner", outer));
    return outer;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void tellsWhatPassesByItself(boolean expected, Throwable failure) {
    assertEquals(expected, Transient.is(failure), failure.toString());
  }
}
