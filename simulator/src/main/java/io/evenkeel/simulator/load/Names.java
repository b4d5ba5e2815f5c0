package io.evenkeel.simulator.load;

import java.util.List;
import java.util.stream.IntStream;

/** What the charge points and idTags of a run are called. */
public final class Names {
  private Names() {}

  public static String chargePoint(String prefix, int number) {
    return prefix + "-" + number;
  }

  /** At most 20 characters for a prefix of at most 12. */
  public static String idTag(String prefix, int number) {
    return prefix + "T" + number;
  }

  public static List<String> chargePoints(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(n -> chargePoint(prefix, n)).toList();
  }

  public static List<String> idTags(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(n -> idTag(prefix, n)).toList();
  }
}
