package io.evenkeel.auth.domain.account;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "a", "jane.doe+ev@example.org", "site_1", "0815"})
  void names(String text) {
    assertNull(UserName.objection(UserName.normal(text)), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Me", ".a", "a.", "a b", "a/b", "ä", "a\n"})
  void noNames(String text) {
    assertNotNull(UserName.objection(UserName.normal(text)), text);
  }

  @Test
  void sixtyFourCharactersAreTheMost() {
    assertNull(UserName.objection("x".repeat(64)));
    assertNotNull(UserName.objection("x".repeat(65)));
  }
}
