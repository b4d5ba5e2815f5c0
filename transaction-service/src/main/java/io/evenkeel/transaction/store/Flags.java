package io.evenkeel.transaction.store;

import io.evenkeel.transaction.domain.Flag;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags as a column {@code text[]}. */
final class Flags {
  private Flags() {}

  static String[] array(Set<Flag> flags) {
    return flags.stream().sorted().map(Flag::name).toArray(String[]::new);
  }

  static Set<Flag> of(String @Nullable [] array) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if (array != null) {
      for (String name : array) {
        flags.add(Flag.valueOf(name));
      }
    }
    return flags;
  }
}
