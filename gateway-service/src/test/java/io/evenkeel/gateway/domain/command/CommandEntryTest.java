package io.evenkeel.gateway.domain.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evenkeel.messaging.CommandOutcome;
import io.evenkeel.messaging.CommandOutcome.Outcome;
import io.evenkeel.ocpp.core.ClearCache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandEntryTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static CommandEntry queued(@Nullable String by) {
    return new CommandEntry(
        "id",
        "CP",
        "ClearCache",
        "{}",
        by,
        CommandState.Queued,
        null,
        null,
        null,
        NOW,
        NOW.plusSeconds(30),
        null,
        null,
        null);
  }

  private static CommandOutcome outcome(Outcome outcome, @Nullable Instant sentAt) {
    boolean answered = outcome == Outcome.Answered;
    return new CommandOutcome(
        "id",
        "CP",
        "origin",
        outcome,
        answered ? new ClearCache.Response(ClearCache.Status.Accepted) : null,
        null,
        answered ? null : outcome.name(),
        sentAt,
        answered ? NOW.plusSeconds(2) : null);
  }

  @Test
  void whateverTheOrderInWhichTwoNodesWriteTheLogSaysTheSame() {
    // Given
    var taken = queued("operator");
    var owners = queued(null);
    var lines =
        new ArrayList<>(
            List.of(
                taken,
                owners.sent(NOW.plusSeconds(1)),
                owners.ended(outcome(Outcome.Answered, NOW.plusSeconds(1))),
                taken.ended(outcome(Outcome.TimedOut, null))));
    var random = new Random(11);

    for (int run = 0; run < 50; run++) {
      // When
      Collections.shuffle(lines, random);
      var log = lines.stream().reduce(CommandEntry::merged).orElseThrow();

      // Then
      assertEquals(CommandState.Answered, log.state());
      assertEquals("operator", log.requestedBy());
      assertEquals("{\"status\":\"Accepted\"}", log.response());
      assertEquals(NOW.plusSeconds(1), log.sentAt());
      assertEquals(NOW.plusSeconds(2), log.answeredAt());
    }
  }
}
