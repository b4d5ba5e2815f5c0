package io.evenkeel.auth.domain.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2-HMAC-SHA256 with a salt and its own number of rounds, so that
 * the number can grow. Costs real CPU time; not for an event loop.
 */
public final class PasswordHash {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final Pattern FORM =
      Pattern.compile("pbkdf2-sha256:([0-9]{1,9}):([A-Za-z0-9_-]+):([A-Za-z0-9_-]+)");

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * @param random a secure one
   */
  public static PasswordHash of(String password, int iterations, RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  /**
   * @throws IllegalArgumentException when {@code text} is not what {@link #text()} gives
   */
  public static PasswordHash parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a password hash of this program");
    }
    Base64.Decoder decoder = Base64.getUrlDecoder();
    return new PasswordHash(
        Integer.parseInt(parts.group(1)),
        decoder.decode(parts.group(2)),
        decoder.decode(parts.group(3)));
  }

  /** Takes the same time whether it is right or wrong. */
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  /** Rounds of this hash. */
  public int iterations() {
    return iterations;
  }

  /** For the database. */
  public String text() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return "pbkdf2-sha256:%d:%s:%s"
        .formatted(iterations, encoder.encodeToString(salt), encoder.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash[" + iterations + " iterations]";
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, cause);
    } finally {
      spec.clearPassword();
    }
  }
}
