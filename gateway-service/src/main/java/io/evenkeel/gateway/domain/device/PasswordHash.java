package io.evenkeel.gateway.domain.device;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Salted slow hash of a password of any bytes: PBKDF2 with HMAC-SHA256, kept as {@code
 * pbkdf2-sha256$<iterations>$<salt>$<hash>}. Costs milliseconds to tens of milliseconds of CPU:
 * never on an event loop.
 */
public final class PasswordHash {

  private static final String SCHEME = "pbkdf2-sha256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private PasswordHash() {}

  public static String of(byte[] password, int iterations, RandomGenerator random) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    return "%s$%d$%s$%s"
        .formatted(
            SCHEME,
            iterations,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, iterations)));
  }

  /** Is it this password? False too when {@code hash} is nothing that {@link #of} makes. */
  public static boolean matches(byte[] password, String hash) {
    var parts = hash.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME) || !parts[1].matches("[1-9]\\d{0,8}")) {
      return false;
    }
    var base64 = Base64.getDecoder();
    return MessageDigest.isEqual(
        base64.decode(parts[3]),
        derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1])));
  }

  private static byte[] derive(byte[] password, byte[] salt, int iterations) {
    // one char for each byte, so that passwords which are no text keep all their bytes
    var chars = new String(password, StandardCharsets.ISO_8859_1).toCharArray();
    var spec = new PBEKeySpec(chars, salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA256", missing);
    } finally {
      spec.clearPassword();
    }
  }
}
