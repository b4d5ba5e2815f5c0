package io.evenkeel.gateway.domain.device;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What smart charging learned of a charge point. The later lesson about a field counts, whatever
 * the order they are heard in; what was forgotten stays so until it is learned anew.
 *
 * @param all by the claim's field; under {@value #ALL} when everything was forgotten last
 */
public record Lessons(Map<String, Lesson> all) {

  public static final Lessons NONE = new Lessons(Map.of());

  private static final String ALL = "*";

  public Lessons {
    all = Map.copyOf(all);
  }

  /** With one more; the same as before when there is a later one about it. */
  public Lessons with(String field, Lesson lesson) {
    boolean old = isNotAfter(lesson, all.get(field)) || isNotAfter(lesson, all.get(ALL));
    return old ? this : put(field, lesson);
  }

  private static boolean isNotAfter(Lesson lesson, @Nullable Lesson known) {
    return known != null && !lesson.at().isAfter(known.at());
  }

  /** Without what was learned about this field. */
  public Lessons forget(String field, String by, Instant now) {
    return put(field, Lesson.forgotten(by, now));
  }

  /** Without anything that was learned. */
  public Lessons forgetAll(String by, Instant now) {
    return new Lessons(Map.of(ALL, Lesson.forgotten(by, now)));
  }

  private Lessons put(String field, Lesson lesson) {
    SortedMap<String, Lesson> next = new TreeMap<>(all);
    next.put(field, lesson);
    return new Lessons(next);
  }

  /** Those that count, by field. */
  public SortedMap<String, Lesson> holding() {
    return all.entrySet().stream()
        .filter(entry -> entry.getValue().holds())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
  }

  /** What follows from all of them. */
  public Claims claims() {
    return all.values().stream().map(Lesson::claim).reduce(Claims.NONE, Claims::over);
  }
}
