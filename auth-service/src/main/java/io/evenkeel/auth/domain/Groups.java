package io.evenkeel.auth.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which idTag belongs to which group, as far as a change needs to know: the tags it names, all
 * above and all below them. Keeps the promise that a chain of groups ends: no cycle, at most {@link
 * #MAX_LEVELS}. Not for use by several threads.
 */
public final class Groups {

  /** A tag, its group, the group's group… : how many that may be. */
  public static final int MAX_LEVELS = 5;

  private final Map<String, Optional<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();

  /** Notes that the tag exists, and its group. */
  public void note(String key, @Nullable String parentKey) {
    Optional<String> before = parents.put(key, Optional.ofNullable(parentKey));
    if (before != null && before.isPresent()) {
      membersOf(before.get()).remove(key);
    }
    if (parentKey != null) {
      membersOf(parentKey).add(key);
    }
  }

  public boolean knows(String key) {
    return parents.containsKey(key);
  }

  /** The group of a known tag. */
  public @Nullable String parentOf(String key) {
    return parents.getOrDefault(key, Optional.empty()).orElse(null);
  }

  /** Why {@code tag} cannot be in the group {@code parent}; null when it can. */
  public @Nullable String objection(TagName tag, TagName parent) {
    if (tag.key().equals(parent.key())) {
      return "must not be the idTag itself";
    }
    if (!knows(parent.key())) {
      return "must be a known idTag, and '" + parent.spelled() + "' is not";
    }
    int above = 0;
    for (String at = parent.key(); at != null && above <= MAX_LEVELS; at = parentOf(at)) {
      if (at.equals(tag.key())) {
        return "must not make a circle: '%s' already belongs to '%s'"
            .formatted(parent.spelled(), tag.spelled());
      }
      above++;
    }
    return above + levelsFrom(tag.key(), MAX_LEVELS) > MAX_LEVELS
        ? "must leave at most " + MAX_LEVELS + " levels of groups"
        : null;
  }

  /** The tag itself and the levels below it; counted no further than {@code most}. */
  private int levelsFrom(String key, int most) {
    int below = 0;
    if (most > 1) {
      for (String member : members.getOrDefault(key, Set.of())) {
        below = Math.max(below, levelsFrom(member, most - 1));
      }
    }
    return 1 + below;
  }

  private Set<String> membersOf(String key) {
    return members.computeIfAbsent(key, unused -> new HashSet<>());
  }
}
