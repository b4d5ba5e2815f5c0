package io.evenkeel.transaction.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the decoder had to forgive in a message.
 *
 * @param remarks empty when nothing
 * @param raw the payload as received, when there are remarks
 */
public record Leniency(List<String> remarks, @Nullable String raw) {

  public static final Leniency NONE = new Leniency(List.of(), null);

  public Leniency {
    remarks = List.copyOf(remarks);
  }

  public static Leniency of(List<String> remarks, @Nullable String raw) {
    return remarks.isEmpty() && raw == null ? NONE : new Leniency(remarks, raw);
  }

  public boolean needed() {
    return !remarks.isEmpty();
  }

  /** Whether the message's own time is missing or unreadable, so that it is the time of receipt. */
  public boolean timeOfReceipt() {
    return remarks.stream()
        .anyMatch(it -> it.startsWith("timestamp:") && it.endsWith("time of receipt assumed"));
  }
}
