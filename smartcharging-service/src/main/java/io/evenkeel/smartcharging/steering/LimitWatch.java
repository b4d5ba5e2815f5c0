package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.site.Amperes;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.journal.Happening.LimitChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Notices when what a site may carry is another thing than before. Limits are told at once; what a
 * meter's word leaves is told once a minute at most, and then as it is. For one thread at a time.
 */
final class LimitWatch {

  private static final Duration METERS_EVERY = Duration.ofMinutes(1);

  /** What was told last. */
  private record Told(SiteTree tree, int[] limits, int[] rooms, Instant at) {}

  private @Nullable Told told;
  private @Nullable Outlook seen;
  private int seenSlot;
  private boolean heldBack;

  /** Empty when there is nothing to tell, as with a site that is new or described anew. */
  Optional<LimitChanged> look(SiteTree tree, Outlook outlook, Instant now) {
    int slot = Math.clamp(outlook.slotAt(now), 0, outlook.slots() - 1);
    Told before = told;
    boolean same = outlook == seen && slot == seenSlot && !heldBack;
    if (before != null && same) {
      return Optional.empty();
    }
    seen = outlook;
    seenSlot = slot;
    int[] limits = Arrays.stream(outlook.limits()).mapToInt(cell -> cell[slot]).toArray();
    int[] rooms = Arrays.stream(outlook.capacity()).mapToInt(cell -> cell[slot]).toArray();
    heldBack = false;
    if (before == null || before.tree() != tree) {
      told = new Told(tree, limits, rooms, Instant.MIN);
      return Optional.empty();
    }
    boolean limit = !Arrays.equals(limits, before.limits());
    boolean room = !Arrays.equals(rooms, before.rooms());
    if (!limit && room && now.isBefore(before.at().plus(METERS_EVERY))) {
      heldBack = true;
    } else if (limit || room) {
      told = new Told(tree, limits, rooms, now);
      return Optional.of(changed(before, limits, rooms, limit));
    }
    return Optional.empty();
  }

  private static LimitChanged changed(Told before, int[] limits, int[] rooms, boolean limit) {
    List<LimitChanged.NodeLimit> nodes = new ArrayList<>();
    for (int cell = 0; cell < limits.length; cell += Phase.COUNT) {
      int end = cell + Phase.COUNT;
      if (!Arrays.equals(limits, cell, end, before.limits(), cell, end)
          || !Arrays.equals(rooms, cell, end, before.rooms(), cell, end)) {
        nodes.add(
            new LimitChanged.NodeLimit(
                before.tree().node(cell).id(), amperes(limits, cell), amperes(rooms, cell)));
      }
    }
    String what = limit ? "Another limit counts" : "The base load leaves more or less for charging";
    return new LimitChanged(what, nodes);
  }

  private static List<BigDecimal> amperes(int[] tenths, int cell) {
    return IntStream.range(cell, cell + Phase.COUNT)
        .mapToObj(each -> Amperes.of(tenths[each]))
        .toList();
  }
}
