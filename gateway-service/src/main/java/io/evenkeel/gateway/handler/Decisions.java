package io.evenkeel.gateway.handler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenkeel.gateway.GatewayConfig;
import io.evenkeel.messaging.AuthEvent;
import io.evenkeel.messaging.Authorization;
import io.evenkeel.messaging.AuthorizationCall;
import io.evenkeel.messaging.Calls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * auth-service's decisions about idTags: a bounded cache that forgets a tag the moment auth-service
 * says that it changed, and that keeps known tags working while auth-service is away. Questions
 * about one tag share one call; an answer that was overtaken by a change is asked for again.
 */
@ApplicationScoped
public class Decisions {

  private static final Logger LOG = Logger.getLogger(Decisions.class);
  private static final int ATTEMPTS = 3;

  private record Kept(Authorization authorization, Instant askedAt) {}

  private final Cache<String, Kept> kept;
  private final ConcurrentMap<String, CompletableFuture<Decision>> asked =
      new ConcurrentHashMap<>();
  private final Calls calls;
  private final GatewayConfig config;
  private final CallIds ids;
  private final Clock clock = Clock.systemUTC();
  private volatile boolean away;
  private volatile Instant nextTry = Instant.EPOCH;

  @Inject
  public Decisions(Calls calls, GatewayConfig config, CallIds ids) {
    this.ids = ids;
    this.calls = calls;
    this.config = config;
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(config.authorizationCacheSize())
            .expireAfterWrite(config.authorizationStale())
            .executor(Runnable::run)
            .build();
  }

  /** The decision about the tag. Never fails. Completes on any thread. */
  public Uni<Decision> about(Caller caller, String idTag) {
    var key = key(idTag);
    var now = clock.instant();
    var known = kept.getIfPresent(key);
    if (known == null || (!away && !fresh(known, now))) {
      return Uni.createFrom().completionStage(() -> ask(caller, idTag, key, ATTEMPTS));
    }
    if (away && !now.isBefore(nextTry)) {
      // nobody waits for this one: it finds out whether auth-service is back
      nextTry = now.plus(config.authorizationRetry());
      var _ = ask(caller, idTag, key, ATTEMPTS);
    }
    return Uni.createFrom().item(new Decision.Known(known.authorization()));
  }

  private boolean fresh(Kept known, Instant now) {
    return now.isBefore(known.askedAt().plus(config.authorizationFresh()));
  }

  /** What was decided about a tag before is void. */
  public void changed(AuthEvent event) {
    switch (event) {
      case AuthEvent.IdTagChanged(var idTag) -> forget(key(idTag));
      case AuthEvent.AllIdTagsChanged _ -> {
        asked.clear();
        kept.invalidateAll();
      }
    }
  }

  private void forget(String key) {
    // first the question under way, so that its answer is not kept after the cache was cleared
    asked.remove(key);
    kept.invalidate(key);
  }

  private CompletableFuture<Decision> ask(Caller caller, String idTag, String key, int attempts) {
    var mine = new CompletableFuture<Decision>();
    var other = asked.putIfAbsent(key, mine);
    if (other != null) {
      return other;
    }
    var now = clock.instant();
    calls
        .authorization(
            new AuthorizationCall(
                ids.next(),
                caller.chargePoint(),
                caller.session(),
                now.plus(config.authorizationDeadline()),
                idTag))
        .subscribe()
        .with(
            decided -> decided(caller, idTag, key, attempts, mine, new Kept(decided, now)),
            failure -> failed(key, mine, failure));
    return mine;
  }

  private void decided(
      Caller caller,
      String idTag,
      String key,
      int attempts,
      CompletableFuture<Decision> mine,
      Kept decision) {
    kept.put(key, decision);
    if (asked.remove(key, mine)) {
      away = false;
      mine.complete(new Decision.Known(decision.authorization()));
      return;
    }
    // the tag changed while the question was under way: this may be what was true before
    kept.asMap().remove(key, decision);
    if (attempts > 1) {
      var _ =
          ask(caller, idTag, key, attempts - 1).whenComplete((again, _) -> mine.complete(again));
    } else {
      mine.complete(new Decision.Known(decision.authorization()));
    }
  }

  private void failed(String key, CompletableFuture<Decision> mine, Throwable failure) {
    asked.remove(key, mine);
    nextTry = clock.instant().plus(config.authorizationRetry());
    away = true;
    @Nullable Kept known = kept.getIfPresent(key);
    LOG.warnf(
        "auth-service did not decide, %s; cause=%s",
        known == null ? "and the tag is not known here" : "an earlier decision stands", failure);
    mine.complete(
        known == null
            ? new Decision.Unavailable(failure)
            : new Decision.Known(known.authorization()));
  }

  private static String key(String idTag) {
    return idTag.toLowerCase(Locale.ROOT);
  }
}
