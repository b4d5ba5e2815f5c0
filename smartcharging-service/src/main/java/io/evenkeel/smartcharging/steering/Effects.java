package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.smartcharging.domain.control.Changes;
import io.evenkeel.smartcharging.domain.control.Send;
import io.evenkeel.smartcharging.domain.site.Outlook;
import io.evenkeel.smartcharging.domain.site.SiteTree;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What a site does to the world. */
interface Effects {

  Uni<Void> save(String site, Changes changes);

  /** Never fails: what went wrong is the outcome. */
  Uni<CommandOutcome> send(Send send);

  /** What the site may carry from now on, whenever it was looked at. */
  void carries(SiteTree tree, Outlook outlook, Instant now);

  /** Something was told to a site, and what follows from it is stored. */
  void settled(String site);

  /** Nothing can be stored any more: another process plans. */
  boolean isOver(Throwable failure);
}
