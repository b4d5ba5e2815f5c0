package io.evenkeel.auth.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller is, as far as one caller cannot easily be many: an IPv4 address, or the /64
 * network of an IPv6 one.
 */
public record SourceAddress(String text) {

  private static final SourceAddress UNKNOWN = new SourceAddress("unknown");
  private static final int NETWORK_BYTES = 8;

  /**
   * @param literal a literal address, never a name; null when the transport has none
   */
  public static SourceAddress of(@Nullable String literal) {
    if (literal == null) {
      return UNKNOWN;
    }
    try {
      int zone = literal.indexOf('%');
      InetAddress address = InetAddress.ofLiteral(zone < 0 ? literal : literal.substring(0, zone));
      if (!(address instanceof Inet6Address)) {
        return new SourceAddress(address.getHostAddress());
      }
      byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16);
      return new SourceAddress(InetAddress.getByAddress(network).getHostAddress() + "/64");
    } catch (IllegalArgumentException | UnknownHostException unreadable) {
      return UNKNOWN;
    }
  }
}
