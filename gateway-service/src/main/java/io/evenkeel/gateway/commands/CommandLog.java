package io.evenkeel.gateway.commands;

import io.evenkeel.gateway.domain.command.CommandEntry;
import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.domain.paging.PageRequest;
import io.evenkeel.gateway.store.CommandLogStore;
import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.messaging.flow.GroupLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The log of commands; lines are written in company. */
@ApplicationScoped
public class CommandLog {

  private static final Logger LOG = Logger.getLogger(CommandLog.class);

  private final CommandLogStore store;
  private final GroupCommit<CommandEntry, Boolean> writing;

  @Inject
  public CommandLog(CommandLogStore store) {
    this.store = store;
    // one at a time: two batches that lock the same rows in different orders would collide
    this.writing =
        new GroupCommit<>("log of commands", new GroupLimits(200, 1, 20_000), this::write);
  }

  private Uni<List<Boolean>> write(List<CommandEntry> entries) {
    return store.write(entries).replaceWith(Collections.nCopies(entries.size(), true));
  }

  /** Completes when the line is committed. */
  public Uni<Void> write(CommandEntry entry) {
    return writing.submit(entry).replaceWithVoid();
  }

  /** Writes the line some time; a command does not wait for the log of it. */
  void note(CommandEntry entry) {
    write(entry)
        .subscribe()
        .with(
            _ -> {},
            failure ->
                LOG.warnf(
                    "line of the log of commands lost commandId=%s state=%s cause=%s",
                    entry.commandId(), entry.state(), failure));
  }

  Uni<List<CommandEntry>> scheduled(int most) {
    return store.scheduled(most);
  }

  public Uni<Page<CommandEntry>> list(String chargePoint, PageRequest page) {
    return store.list(chargePoint, page);
  }

  public Uni<Optional<CommandEntry>> get(String chargePoint, String commandId) {
    return store.get(chargePoint, commandId);
  }
}
