package io.evenkeel.gateway.domain.diagnostics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that nobody can guess: {@code …/uploads/{token}/}, with anything or nothing after the
 * last slash, because some charge points append the file's name and some do not.
 *
 * @param token 32 random bytes in Base64 for addresses
 */
public record UploadAddress(String token) {

  public static final String PREFIX = "/uploads/";
  public static final int RANDOM_BYTES = 32;

  private static final Pattern PATH =
      Pattern.compile(Pattern.quote(PREFIX) + "(?<token>[A-Za-z0-9_-]{43})(?:/(?<name>.*))?");

  public static UploadAddress of(byte[] random) {
    if (random.length != RANDOM_BYTES) {
      throw new IllegalArgumentException(RANDOM_BYTES + " random bytes");
    }
    return new UploadAddress(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The address that a request's path names, if it has the shape of one. */
  public static Optional<UploadAddress> in(String path) {
    var found = PATH.matcher(path);
    return found.matches()
        ? Optional.of(new UploadAddress(found.group("token")))
        : Optional.empty();
  }

  /** What the path says after the address, as it is; null when nothing. */
  public static @Nullable String nameIn(String path) {
    var found = PATH.matcher(path);
    return found.matches() ? found.group("name") : null;
  }

  /**
   * @param base of the API, with or without a slash at its end
   */
  public String location(String base) {
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
        + PREFIX
        + token
        + "/";
  }

  /** What is kept of it: whoever reads the database cannot upload. */
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "UploadAddress";
  }
}
