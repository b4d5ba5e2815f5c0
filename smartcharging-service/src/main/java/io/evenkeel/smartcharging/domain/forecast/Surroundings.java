package io.evenkeel.smartcharging.domain.forecast;

import io.evenkeel.smartcharging.domain.site.Meter;
import io.evenkeel.smartcharging.domain.site.Node;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a site lives in: its meters, other people's limits, and prices. Facts go in, an {@link
 * Outlook} comes out. For one thread at a time; it has no clock.
 */
public final class Surroundings {

  private final SiteTree tree;
  private final Map<String, MeteredLoad> meters = new LinkedHashMap<>();
  private final Map<String, Integer> nodeOfMeter = new HashMap<>();
  private final Map<String, Signal> signals = new TreeMap<>();
  private Prices prices = Prices.NONE;
  private @Nullable Outlook outlook;
  private Instant outlookUntil = Instant.MIN;

  /** Nothing was heard yet. */
  public Surroundings(SiteTree tree) {
    this.tree = tree;
    for (int i = 0; i < tree.definition().nodes().size(); i++) {
      for (Meter meter : tree.definition().nodes().get(i).meters()) {
        meters.put(meter.id(), new MeteredLoad(meter, new LoadHistory(meter.id())));
        nodeOfMeter.put(meter.id(), i);
      }
    }
  }

  /** The same surroundings of a site that was described anew. */
  public Surroundings redefined(SiteTree described) {
    Surroundings next = new Surroundings(described);
    next.prices = prices;
    next.signals.putAll(signals);
    next.meters.replaceAll(
        (id, fresh) -> {
          MeteredLoad known = meters.get(id);
          return known == null ? fresh : known.as(fresh.meter());
        });
    return next;
  }

  /** What was stored of a meter's past; of an unknown meter nothing is remembered. */
  public void remember(QuarterLoad load) {
    MeteredLoad meter = meters.get(load.meter());
    if (meter != null) {
      meter.history().remember(load);
    }
  }

  /** What a meter said last before; what charged then is not known, so all of it counts. */
  public void remember(MeterReading reading) {
    MeteredLoad meter = meters.get(reading.meter());
    if (meter != null) {
      meter.remember(reading);
      changed();
    }
  }

  /**
   * A meter said something. What comes twice, or later than what was read since, changes nothing.
   *
   * @param charging what chargers are known to draw, in A per cell of the tree
   * @return quarters of an hour that have ended, to be stored
   */
  public List<QuarterLoad> read(MeterReading reading, double[] charging, Instant now) {
    MeteredLoad meter = meters.get(reading.meter());
    Integer node = nodeOfMeter.get(reading.meter());
    if (meter == null || node == null) {
      return List.of();
    }
    double[] through = new double[Phase.COUNT];
    if (meter.meter().measures() == Meter.Measures.TOTAL) {
      System.arraycopy(charging, node * Phase.COUNT, through, 0, through.length);
    }
    changed();
    return meter.read(reading, through, now);
  }

  /** A limit of somebody else; replaces the one of the same id. */
  public void put(Signal signal) {
    signals.put(signal.id(), signal);
    changed();
  }

  public void removeSignal(String id) {
    signals.remove(id);
    changed();
  }

  public void prices(Prices now) {
    prices = now;
    changed();
  }

  public Prices prices() {
    return prices;
  }

  private void changed() {
    outlook = null;
  }

  /** In the order of their ids, also those that have not begun or have ended. */
  public Collection<Signal> signals() {
    return List.copyOf(signals.values());
  }

  public Collection<MeteredLoad> meters() {
    return List.copyOf(meters.values());
  }

  public Optional<MeteredLoad> meter(String id) {
    return Optional.ofNullable(meters.get(id));
  }

  /** Whether the outlook is another one than when last it was asked for. */
  public boolean isNews(Instant now) {
    return outlook == null || now.isBefore(outlook.start()) || !now.isBefore(outlookUntil);
  }

  /** When the outlook changes if nothing is heard; null when it stays as it is. */
  public @Nullable Instant changesAt() {
    return isSteady() ? null : outlookUntil;
  }

  private boolean isSteady() {
    return signals.isEmpty()
        && meters.isEmpty()
        && tree.definition().nodes().stream()
            .allMatch(node -> node.limit().isConstant() && node.base().isConstant());
  }

  /** From the slot that now is in; the same object until something changes. */
  public Outlook outlook(Instant now) {
    Outlook known = outlook;
    if (known == null || isNews(now)) {
      known = new OutlookWriter(tree, meters, signals.values(), now).write();
      outlook = known;
      outlookUntil = until(known, now);
    }
    return known;
  }

  private Instant until(Outlook made, Instant now) {
    List<Instant> changes = new ArrayList<>();
    changes.add(made.start().plus(made.slot()));
    meters.values().stream()
        .flatMap(meter -> meter.changes().stream())
        .filter(now::isBefore)
        .forEach(changes::add);
    signals.values().stream().map(Signal::until).filter(now::isBefore).forEach(changes::add);
    return changes.stream().min(Instant::compareTo).orElseThrow();
  }

  /** The nodes of the tree that meters are at, for people. */
  public Node nodeOf(MeteredLoad meter) {
    return tree.definition().nodes().get(nodeOfMeter.getOrDefault(meter.meter().id(), 0));
  }
}
