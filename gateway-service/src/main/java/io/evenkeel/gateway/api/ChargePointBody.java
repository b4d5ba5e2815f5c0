package io.evenkeel.gateway.api;

import io.evenkeel.gateway.domain.check.InvalidField;
import io.evenkeel.gateway.domain.device.Registration;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of a charge point; what is left out stays as it is.
 *
 * @param password as text, sent as UTF-8 by the charge point
 * @param passwordHex in place of it the bytes in hexadecimal, as AuthorizationKey is written
 */
public record ChargePointBody(
    @Nullable String password,
    @Nullable String passwordHex,
    @Nullable Registration registration,
    @Nullable String note) {

  private static final int LONGEST_PASSWORD = 256;

  public ChargePointBody {
    if (password != null && passwordHex != null) {
      throw new InvalidField("passwordHex", "must be left out when password is given");
    }
    if (note != null && note.length() > 255) {
      throw new InvalidField("note", "must have at most 255 characters");
    }
    if (note != null && note.indexOf('\0') >= 0) {
      throw new InvalidField("note", "must not contain U+0000, which cannot be stored");
    }
    if (password != null) {
      check("password", password.getBytes(StandardCharsets.UTF_8));
    }
    if (passwordHex != null) {
      check("passwordHex", hex(passwordHex));
    }
  }

  private static void check(String field, byte[] bytes) {
    if (bytes.length == 0 || bytes.length > LONGEST_PASSWORD) {
      throw new InvalidField(field, "must be from 1 to " + LONGEST_PASSWORD + " bytes");
    }
  }

  private static byte[] hex(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException notHex) {
      throw new InvalidField("passwordHex", "must be pairs of hexadecimal digits");
    }
  }

  byte @Nullable [] passwordBytes() {
    if (password != null) {
      return password.getBytes(StandardCharsets.UTF_8);
    }
    return passwordHex == null ? null : hex(passwordHex);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ChargePointBody[registration=" + registration + "]";
  }
}
