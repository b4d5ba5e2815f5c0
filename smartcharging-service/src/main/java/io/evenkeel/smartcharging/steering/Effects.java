package io.evenkeel.smartcharging.steering;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.smartcharging.domain.control.Changes;
import io.evenkeel.smartcharging.domain.control.Send;
import io.smallrye.mutiny.Uni;

/** What a site does to the world. */
interface Effects {

  Uni<Void> save(String site, Changes changes);

  /** Never fails: what went wrong is the outcome. */
  Uni<CommandOutcome> send(Send send);

  /** Something was told to a site, and what follows from it is stored. */
  void settled(String site);

  /** Nothing can be stored any more: another process plans. */
  boolean isOver(Throwable failure);
}
