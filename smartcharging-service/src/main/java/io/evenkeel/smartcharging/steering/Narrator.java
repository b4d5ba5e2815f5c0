package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Send;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.evenkeel.smartcharging.journal.Changelog;
import io.evenkeel.smartcharging.journal.Dispatches;
import io.evenkeel.smartcharging.journal.Happening;
import io.evenkeel.smartcharging.journal.Journals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes into the sites' journals what is stored about them and what is sent to their chargers. */
@ApplicationScoped
class Narrator {

  private final Journals journals;
  private final Map<String, Map<ConnectorKey, ConnectorRecord>> known = new ConcurrentHashMap<>();
  private final Map<String, LimitWatch> limits = new ConcurrentHashMap<>();
  private final Map<String, Boolean> underControl = new ConcurrentHashMap<>();

  Narrator(Journals journals) {
    this.journals = journals;
  }

  /** What is known of a site before anything happens; nothing of it is news. */
  void begins(String site, Collection<ConnectorRecord> records) {
    Map<ConnectorKey, ConnectorRecord> all = new ConcurrentHashMap<>();
    records.forEach(record -> all.put(record.key(), record));
    known.put(site, all);
  }

  void saved(String site, Collection<ConnectorRecord> records) {
    Map<ConnectorKey, ConnectorRecord> all =
        known.computeIfAbsent(site, _ -> new ConcurrentHashMap<>());
    for (ConnectorRecord record : records) {
      Changelog.between(all.put(record.key(), record), record)
          .forEach(happening -> journals.write(site, happening));
    }
  }

  /** What the site may carry from now on; it is told where it is another one than before. */
  void carries(String site, SiteTree tree, Outlook outlook, Instant now) {
    limits
        .computeIfAbsent(site, _ -> new LimitWatch())
        .look(tree, outlook, now)
        .ifPresent(changed -> journals.write(site, changed));
  }

  /** The site is described anew. */
  void redefined(String site, Collection<ConnectorRecord> records) {
    journals.write(site, new Happening.LimitChanged("The site was described anew", List.of()));
    saved(site, records);
  }

  void sent(String site, Send send) {
    if (send instanceof Send.Apply apply) {
      journals.write(site, Dispatches.sent(apply.key(), apply.request()));
    }
  }

  void completed(String site, Send send, CommandOutcome outcome) {
    if (send instanceof Send.Apply apply) {
      journals.write(site, Dispatches.completed(apply.key(), apply.request(), outcome));
    }
  }

  void control(String site, boolean now) {
    Boolean before = underControl.put(site, now);
    if (before != null && before != now) {
      journals.write(site, new Happening.ControlChanged(now));
    }
  }

  void ends(String site) {
    known.remove(site);
    underControl.remove(site);
    limits.remove(site);
    journals.close(site);
  }
}
