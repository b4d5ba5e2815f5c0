package io.evenkeel.auth.api;

import io.evenkeel.auth.AuthClock;
import io.evenkeel.auth.domain.Chain;
import io.evenkeel.auth.domain.IdTag;
import io.evenkeel.auth.domain.Paged;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.auth.store.ChainStore;
import io.evenkeel.auth.store.IdTagFilter;
import io.evenkeel.auth.store.IdTagStore;
import io.evenkeel.messaging.Authorization;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what is kept of idTags and what is decided about them. */
@ApplicationScoped
class IdTagViews {

  private final IdTagStore tags;
  private final ChainStore chains;
  private final AuthClock clock;

  IdTagViews(IdTagStore tags, ChainStore chains, AuthClock clock) {
    this.tags = tags;
    this.chains = chains;
    this.clock = clock;
  }

  Uni<Optional<IdTagView>> find(TagName name) {
    return tags.find(name)
        .chain(
            found ->
                chains
                    .chains(List.of(name.key()))
                    .map(known -> found.map(tag -> view(tag, known, clock.instant()))));
  }

  Uni<Paged<IdTagView>> list(IdTagFilter filter, PageQuery.Numbers page) {
    return tags.list(filter, page.page(), page.size())
        .chain(
            found ->
                chains
                    .chains(found.items().stream().map(IdTag::key).toList())
                    .map(known -> found.map(tag -> view(tag, known, clock.instant()))));
  }

  private static IdTagView view(IdTag tag, Map<String, Chain> known, Instant now) {
    Chain chain = known.get(tag.key());
    Authorization decision = chain == null ? Authorization.unknown(tag.idTag()) : chain.decide(now);
    return IdTagView.of(tag, decision);
  }
}
