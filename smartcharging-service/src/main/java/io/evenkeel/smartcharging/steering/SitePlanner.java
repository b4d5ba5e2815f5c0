package io.evenkeel.smartcharging.steering;

import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.SiteControl;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.domain.site.Violation;
import io.evenkeel.smartcharging.store.SiteStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operator may ask of the planner. Everything fails with {@link NotPlanning} in a process
 * that does not plan.
 */
@ApplicationScoped
public class SitePlanner {

  /** What came of describing a site. */
  public sealed interface Outcome {

    /** It is stored, with its allocation and the profiles it wants. */
    record Stored(boolean created) implements Outcome {}

    /** Nothing has changed. */
    record Refused(List<Violation> violations) implements Outcome {}
  }

  private final Leadership leadership;
  private final Sites sites;
  private final Leavers leavers;
  private final SiteStore store;
  private final Narrator narrator;
  private final OneByOne changes = new OneByOne();

  SitePlanner(
      Leadership leadership, Sites sites, Leavers leavers, SiteStore store, Narrator narrator) {
    this.leadership = leadership;
    this.sites = sites;
    this.leavers = leavers;
    this.store = store;
    this.narrator = narrator;
  }

  /**
   * @param definition a sound site
   */
  public Uni<Outcome> put(SiteDefinition definition) {
    return changes.run(() -> putNow(definition));
  }

  private Uni<Outcome> putNow(SiteDefinition definition) {
    long epoch = leadership.term();
    List<Violation> conflicts = conflicts(definition);
    if (!conflicts.isEmpty()) {
      return Uni.createFrom().item(new Outcome.Refused(conflicts));
    }
    SiteTree tree = SiteTree.of(definition);
    Optional<SiteActor> known = sites.site(definition.id());
    SiteActor actor = known.orElseGet(() -> sites.actor(sites.control(tree, leftovers(tree))));
    return actor
        .redefine(
            before -> known.isEmpty() ? before : redefined(before, tree),
            (before, after) ->
                store
                    .put(
                        epoch,
                        definition,
                        after.chargePointRecords(),
                        after.connectorRecords(),
                        left(before, tree),
                        leftWithProfiles(before, tree))
                    .invoke(
                        () -> {
                          placed(before, tree, actor);
                          narrator.redefined(definition.id(), after.connectorRecords());
                        }))
        // what was told of a newcomer before it belonged here
        .chain(() -> actor.tell(sites::catchUp))
        .map(_ -> new Outcome.Stored(known.isEmpty()));
  }

  private SiteControl redefined(SiteControl before, SiteTree tree) {
    SiteControl after = before.redefined(tree, leftovers(tree), sites.origins());
    sites.catchUp(after);
    return after;
  }

  /** Connectors that left another site and may still hold its profiles. */
  private List<ConnectorRecord> leftovers(SiteTree tree) {
    Set<ConnectorKey> left = leavers.all();
    return tree.definition().connectors().stream()
        .filter(connector -> left.contains(connector.key()))
        .map(connector -> ConnectorRecord.leftover(connector.key(), connector.maximum()))
        .toList();
  }

  private static Set<ConnectorKey> left(SiteControl before, SiteTree now) {
    Set<ConnectorKey> left = new HashSet<>(keys(before.tree()));
    left.removeAll(keys(now));
    return left;
  }

  private static Set<ConnectorKey> leftWithProfiles(SiteControl before, SiteTree now) {
    Set<ConnectorKey> left = left(before, now);
    left.retainAll(before.holders());
    return left;
  }

  private void placed(SiteControl before, SiteTree tree, SiteActor actor) {
    Set<String> gone = chargePoints(keys(before.tree()));
    gone.removeAll(chargePoints(keys(tree)));
    leavers.remove(keys(tree));
    leavers.add(leftWithProfiles(before, tree));
    sites.unregister(tree.definition().id(), gone);
    sites.register(tree, actor);
  }

  private List<Violation> conflicts(SiteDefinition definition) {
    List<Violation> conflicts = new ArrayList<>();
    Optional<SiteActor> own = sites.site(definition.id());
    for (int i = 0; i < definition.connectors().size(); i++) {
      String chargePoint = definition.connectors().get(i).key().chargePoint();
      Optional<SiteActor> holder = sites.siteOf(chargePoint);
      if (holder.isPresent() && !holder.equals(own)) {
        conflicts.add(
            new Violation(
                "connectors[" + i + "].chargePoint",
                "is in another site already: %s is in %s"
                    .formatted(chargePoint, holder.get().id())));
      }
    }
    return conflicts;
  }

  /** False when there is no such site. */
  public Uni<Boolean> delete(String id) {
    return changes.run(() -> deleteNow(id));
  }

  private Uni<Boolean> deleteNow(String id) {
    long epoch = leadership.term();
    Optional<SiteActor> actor = sites.site(id);
    if (actor.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return actor
        .get()
        .end()
        .chain(
            control -> {
              Set<ConnectorKey> holders = control.holders();
              return store
                  .delete(epoch, id, holders)
                  .invoke(
                      () -> {
                        sites.unregister(id, chargePoints(keys(control.tree())));
                        narrator.ends(id);
                        leavers.add(holders);
                      })
                  .onFailure()
                  .invoke(leadership::beginAnew);
            })
        .replaceWith(true);
  }

  /**
   * Profiles of others in the charge points that may hold any, by charge point; empty when there is
   * no such site.
   */
  public Uni<Optional<Map<String, SetByHand>>> setByHand(String id) {
    leadership.term();
    return sites.ask(id, SiteControl::setByHand);
  }

  /** Whether there is such a site. */
  public boolean plans(String id) {
    leadership.term();
    return sites.site(id).isPresent();
  }

  private static Set<ConnectorKey> keys(SiteTree tree) {
    return tree.definition().connectors().stream()
        .map(Connector::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> chargePoints(Collection<ConnectorKey> keys) {
    return keys.stream().map(ConnectorKey::chargePoint).collect(Collectors.toSet());
  }
}
