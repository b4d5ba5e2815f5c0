package io.evenkeel.gateway.domain.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the charge point's id in the path that it connects to. The id is percent-decoded once, as
 * UTF-8; a plus sign stays a plus sign (OCPP-J 1.6 section 3.1.1). More than one slash before it is
 * one: many charge points put a slash between an address that ends in one and their id.
 */
public final class ChargePointPath {

  /** The most characters of an id. */
  public static final int LONGEST_ID = 255;

  private ChargePointPath() {}

  /**
   * @param prefix up to the id, with its slash at the end
   * @param path as in the request line, still encoded
   * @return empty when the path leads to no charge point
   */
  public static Optional<String> id(String prefix, String path) {
    if (!path.startsWith(prefix)) {
      return Optional.empty();
    }
    int start = prefix.length();
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    var encoded = path.substring(start);
    return encoded.indexOf('/') >= 0
        ? Optional.empty()
        : decoded(encoded).filter(ChargePointPath::isId);
  }

  /** May a charge point be called so? */
  public static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.chars().noneMatch(Character::isISOControl);
  }

  private static Optional<String> decoded(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return Optional.of(encoded);
    }
    var bytes = encoded.getBytes(StandardCharsets.UTF_8);
    var out = ByteBuffer.allocate(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] != '%') {
        out.put(bytes[at]);
        continue;
      }
      int high = at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[at + 2], 16);
      if (low < 0) {
        return Optional.empty();
      }
      out.put((byte) (high << 4 | low));
      at += 2;
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
