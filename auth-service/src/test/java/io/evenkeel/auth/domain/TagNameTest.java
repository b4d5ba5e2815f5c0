package io.evenkeel.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagNameTest {

  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  @Test
  void spellingsThatDifferOnlyByCaseAreOneIdTagInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : new Locale[] {Locale.ROOT, Locale.of("tr", "TR"), Locale.GERMANY}) {
        Locale.setDefault(locale);
        for (int round = 0; round < 500; round++) {
          String tag = anyTag();
          String respelled = respelled(tag);
          assertEquals(
              TagName.of(tag).key(),
              TagName.of(respelled).key(),
              tag + " and " + respelled + " are one idTag in " + locale);
          assertEquals(respelled, TagName.of(respelled).spelled(), "kept as it was written");
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void spellingsThatDifferOtherwiseAreTwo() {
    for (int round = 0; round < 2000; round++) {
      String one = anyTag();
      String other = anyTag();
      if (!one.equalsIgnoreCase(other)) {
        assertNotEquals(TagName.of(one).key(), TagName.of(other).key(), one + " is not " + other);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "04A2B3C4D5E680", "12345678901234567890", "a b/c%2F+~", "#{}"})
  void whatOcppAllowsIsAnIdTag(String text) {
    assertNull(TagName.objection(text), text + " is an idTag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "123456789012345678901",
        "Ä",
        "a\0",
        "a\n",
        "\u007f",
        "ı",
        "Import",
        "DEAD-letters"
      })
  void whatOcppDoesNotAllowIsNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> TagName.of(text));
    assertTrue(!TagName.isPossible(text), "'" + text + "' is no idTag");
  }

  private String anyTag() {
    String tag;
    do {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, TagName.MAX_LENGTH + 1);
      for (int i = 0; i < length; i++) {
        text.append((char) random.nextInt(0x20, 0x7f));
      }
      tag = text.toString();
    } while (!TagName.isPossible(tag));
    return tag;
  }

  private String respelled(String tag) {
    StringBuilder text = new StringBuilder();
    for (char c : tag.toCharArray()) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      text.append(letter && random.nextBoolean() ? (char) (c ^ 0x20) : c);
    }
    return text.toString();
  }
}
