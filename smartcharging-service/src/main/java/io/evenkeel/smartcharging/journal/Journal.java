package io.evenkeel.smartcharging.journal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last entries of one site, and those who want the next ones. For any thread: watchers get
 * entries in order and without a gap, and must not take long.
 */
final class Journal {

  private final String name;
  private final int kept;
  private final Deque<SiteEvent> entries = new ArrayDeque<>();
  private final List<Consumer<SiteEvent>> watchers = new CopyOnWriteArrayList<>();
  private long written;

  /**
   * @param name differs from that of any earlier journal of the site, so that ids do
   * @param kept entries that a watcher who comes back can still get
   */
  Journal(String name, int kept) {
    this.name = name;
    this.kept = kept;
  }

  synchronized void write(Instant at, Happening happening) {
    SiteEvent entry = new SiteEvent(name + "-" + ++written, at, happening);
    entries.addLast(entry);
    if (entries.size() > kept) {
      entries.removeFirst();
    }
    watchers.forEach(watcher -> watcher.accept(entry));
  }

  /**
   * What a watcher has missed, before what comes next.
   *
   * @param lastId the last entry that the watcher has seen; null when it is new
   * @param missed runs when entries after it are not there any more
   * @return to be run when it stops watching
   */
  synchronized Runnable watch(
      @Nullable String lastId, Runnable missed, Consumer<SiteEvent> watcher) {
    if (lastId != null) {
      Optional<List<SiteEvent>> since = since(lastId);
      since.ifPresentOrElse(entries -> entries.forEach(watcher), missed);
    }
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /** Empty when there may be a gap. */
  private Optional<List<SiteEvent>> since(String lastId) {
    if (lastId.equals(name + "-" + written)) {
      return Optional.of(List.of());
    }
    List<SiteEvent> later = new ArrayList<>();
    boolean found = lastId.equals(beforeTheFirst());
    for (SiteEvent entry : entries) {
      if (found) {
        later.add(entry);
      }
      found |= entry.id().equals(lastId);
    }
    return found ? Optional.of(later) : Optional.empty();
  }

  private String beforeTheFirst() {
    return name + "-" + (written - entries.size());
  }
}
