package io.evenkeel.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports on loopback for servers that must know their port before they start.
 *
 * <p>Only ports from 10000 to 32767 are given: above begins the range from which the kernel takes
 * the client ends of connections, and a port that was free a moment ago may be one of those now.
 */
public final class FreePort {

  private static final int FIRST = 10_000;
  private static final int FIRST_EPHEMERAL = 32_768;
  private static final int ATTEMPTS = 200;

  private FreePort() {}

  /** A port that nobody listens on at this moment. */
  public static int pick() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, FIRST_EPHEMERAL);
      if (isFree(port)) {
        return port;
      }
    }
    throw new StartFailure(
        "No free TCP port between " + FIRST + " and " + (FIRST_EPHEMERAL - 1) + " on 127.0.0.1.");
  }

  /** Whether a server could listen on this port of 127.0.0.1 now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** The port itself when it may be listened on: 0 (any) or outside the ephemeral range. */
  static int requireStable(int port) {
    if (port < 0 || port >= FIRST_EPHEMERAL) {
      throw new IllegalArgumentException(
          "Port "
              + port
              + " may be taken by any outgoing connection; use 0 or a port below "
              + FIRST_EPHEMERAL
              + ".");
    }
    return port;
  }
}
