package io.evenkeel.smartcharging.domain.live;

import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evens a plan out. A plan may well let one car charge with all there is and then the next one.
 * Cars on the same phases can share instead: at any time they draw together what they drew, and
 * each gets its part of that by which it has in all, but for what is rounded, what it had. So it
 * costs the same, loads the site the same, and leaves nobody with less.
 */
final class Evening {

  /** So often is tried to share without the one that wants least. */
  private static final int ATTEMPTS = 20;

  private final LiveSite site;
  private final LiveGrid grid;

  private Evening(LiveSite site, LiveGrid grid) {
    this.site = site;
    this.grid = grid;
  }

  /**
   * Sets the drafts' levels. First those share that stay longest, then with those that go sooner,
   * up to when these go.
   *
   * @param grid with the levels that are planned; afterwards, with those that are even
   */
  static void out(LiveSite site, LiveGrid grid, List<Draft> planned) {
    Evening evening = new Evening(site, grid);
    for (List<Draft> alike : evening.alike(planned)) {
      alike.stream()
          .map(draft -> draft.departure)
          .distinct()
          .sorted(Comparator.reverseOrder())
          .forEach(end -> evening.share(alike, end));
    }
  }

  /** By group and phases; without those that are to have something soon, or might tip a node. */
  private Collection<List<Draft>> alike(List<Draft> planned) {
    Map<String, List<Draft>> alike = new LinkedHashMap<>();
    for (Draft draft : planned) {
      Connector connector = site.tree().connector(draft.session.connector());
      if (draft.guaranteedWh(site) <= draft.session.deliveredWh() && !draft.mayTip(site)) {
        int used = Math.min(draft.session.phases(), connector.phases());
        String phases = used == Phase.COUNT ? "all" : used + " of " + connector.rotation();
        String key = "group " + connector.terms().group() + ", " + phases;
        alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(draft);
      }
    }
    return alike.values();
  }

  private void share(List<Draft> alike, int end) {
    List<Draft> sharing =
        new ArrayList<>(
            alike.stream()
                .filter(draft -> draft.departure >= end && draft.sum(end) > 0)
                .sorted(Comparator.comparingLong(draft -> draft.sum(end)))
                .toList());
    for (int attempt = 0; attempt < ATTEMPTS && sharing.size() > 1; attempt++) {
      Shares shares = Shares.of(sharing, end);
      if (shares.unfit().isEmpty()) {
        take(sharing, shares.levels());
        return;
      }
      sharing.removeAll(attempt < ATTEMPTS / 2 ? shares.unfit().subList(0, 1) : shares.unfit());
    }
  }

  private void take(List<Draft> sharing, List<int[]> levels) {
    List<int[]> before = sharing.stream().map(draft -> draft.levels).toList();
    set(sharing, levels);
    if (!sharing.stream().allMatch(this::fits)) {
      set(sharing, before);
    }
  }

  private void set(List<Draft> sharing, List<int[]> levels) {
    for (int i = 0; i < sharing.size(); i++) {
      Draft draft = sharing.get(i);
      draft.leave(grid);
      draft.levels = levels.get(i);
      draft.enter(grid);
    }
  }

  private boolean fits(Draft draft) {
    for (int slot = 0; slot < draft.departure; slot++) {
      if (grid.room(draft.cells, slot) < 0) {
        return false;
      }
    }
    return true;
  }
}
