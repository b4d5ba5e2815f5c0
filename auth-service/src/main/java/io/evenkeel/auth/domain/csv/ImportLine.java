package io.evenkeel.auth.domain.csv;

import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of the file came to. */
public sealed interface ImportLine {

  /** Counted from 1, the header included. */
  int number();

  /** Its own fields are in order. */
  record Sound(int number, IdTagChange change) implements ImportLine {}

  /**
   * Cannot be taken.
   *
   * @param idTag as far as it could be read
   * @param violations at least one
   */
  record Unsound(int number, @Nullable String idTag, List<Violation> violations)
      implements ImportLine {
    public Unsound {
      violations = List.copyOf(violations);
    }
  }
}
