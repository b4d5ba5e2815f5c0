package io.evenkeel.gateway.domain.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The password in an {@code Authorization: Basic} header (RFC 7617). The user name must be the
 * charge point's id; what follows its colon is the password, of any bytes, colons included
 * (security whitepaper, profile 1).
 */
public final class BasicCredentials {

  private static final String SCHEME = "Basic ";

  private BasicCredentials() {}

  /** Empty when the header is missing, is no Basic credentials, or names somebody else. */
  public static Optional<byte[]> password(String chargePoint, @Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] given;
    try {
      given = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    var user = (chargePoint + ":").getBytes(StandardCharsets.UTF_8);
    boolean itsOwn =
        given.length >= user.length && Arrays.equals(given, 0, user.length, user, 0, user.length);
    return itsOwn
        ? Optional.of(Arrays.copyOfRange(given, user.length, given.length))
        : Optional.empty();
  }
}
