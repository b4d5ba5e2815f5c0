package io.evenkeel.auth.domain;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with an input, so that its writer hears all of it at once. */
public final class Violations {

  private final List<Violation> found = new ArrayList<>();

  public void add(String field, String message) {
    found.add(new Violation(field, message));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Violation> list() {
    return List.copyOf(found);
  }
}
