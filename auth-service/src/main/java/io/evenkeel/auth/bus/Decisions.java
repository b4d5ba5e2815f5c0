package io.evenkeel.auth.bus;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.domain.Chain;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.auth.store.ChainStore;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.flow.GroupCommit;
import io.evenkeel.messaging.flow.GroupLimits;
import io.evenkeel.messaging.flow.Transient;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Decides about idTags; questions that come at about the same time share one query. */
@ApplicationScoped
class Decisions {

  private static final int QUERIES_AT_ONCE = 2;

  /** Long enough for the pool to notice that other connections of it are dead too. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ChainStore chains;
  private final AuthClock clock;
  private final AuthConfig.Lookup config;
  private final GroupCommit<String, Optional<Chain>> lookups;

  Decisions(ChainStore chains, AuthClock clock, AuthConfig config) {
    this.chains = chains;
    this.clock = clock;
    this.config = config.lookup();
    this.lookups =
        new GroupCommit<>(
            "auth.lookups",
            new GroupLimits(this.config.batch(), QUERIES_AT_ONCE, this.config.queue()),
            this::lookUp);
  }

  /** What holds for {@code idTag} as a charge point presented it, at a moment after the call. */
  Uni<Authorization> decide(String idTag) {
    if (!TagName.isPossible(idTag)) {
      return Uni.createFrom().item(Authorization.unknown(idTag));
    }
    return lookups
        .submit(TagName.of(idTag).key())
        .map(
            chain ->
                chain
                    .map(known -> known.decide(clock.instant()))
                    .orElseGet(() -> Authorization.unknown(idTag)));
  }

  private Uni<List<Optional<Chain>>> lookUp(List<String> keys) {
    return chains
        .chains(new HashSet<>(keys))
        .ifNoItem()
        .after(config.patience())
        .fail()
        .onFailure(Decisions::connectionWasDead)
        .retry()
        .withBackOff(PAUSE)
        .atMost(2)
        .map(found -> keys.stream().map(key -> Optional.ofNullable(found.get(key))).toList());
  }

  /** PostgreSQL was restarted since the pool used it last; the next connection is a new one. */
  private static boolean connectionWasDead(Throwable failure) {
    return Transient.is(failure) && !(failure instanceof TimeoutException);
  }
}
