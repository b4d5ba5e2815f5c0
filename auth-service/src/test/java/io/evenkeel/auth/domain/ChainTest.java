package io.evenkeel.auth.domain;

import static io.evenkeel.ocpp.type.AuthorizationStatus.Accepted;
import static io.evenkeel.ocpp.type.AuthorizationStatus.Blocked;
import static io.evenkeel.ocpp.type.AuthorizationStatus.Expired;
import static io.evenkeel.ocpp.type.AuthorizationStatus.Invalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evenkeel.messaging.Authorization;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void aTagAloneIsWhatItSays() {
    Authorization decision = chain(link("Tag", Accepted, null, 2)).decide(NOW);
    assertEquals(new Authorization("Tag", Accepted, null, null, 2), decision);
    assertEquals(Blocked, chain(link("Tag", Blocked, null, null)).decide(NOW).status());
  }

  @Test
  void anAcceptedTagIsExpiredFromItsExpiryOn() {
    Chain chain = chain(link("Tag", Accepted, NOW, null));
    assertEquals(Accepted, chain.decide(NOW.minusMillis(1)).status());
    assertEquals(Expired, chain.decide(NOW).status());
  }

  @Test
  void blockedStaysBlockedAfterTheExpiry() {
    assertEquals(
        Blocked, chain(link("Tag", Blocked, NOW, null)).decide(NOW.plusSeconds(1)).status());
  }

  @Test
  void theNearestGroupThatIsNotAcceptedDecides() {
    Authorization decision =
        chain(
                link("Tag", Accepted, null, null),
                link("Team", Accepted, null, null),
                link("Fleet", Invalid, null, null),
                link("Firm", Blocked, null, null))
            .decide(NOW);
    assertEquals(Invalid, decision.status());
    assertEquals("Team", decision.parentIdTag(), "OCPP knows the nearest group only");
  }

  @Test
  void theTagsOwnRefusalComesBeforeItsGroups() {
    assertEquals(
        Blocked,
        chain(link("Tag", Blocked, null, null), link("Fleet", Invalid, null, null))
            .decide(NOW)
            .status());
  }

  @Test
  void aTagExpiresWithItsGroup() {
    Instant soon = NOW.plusSeconds(10);
    Chain chain =
        chain(
            link("Tag", Accepted, NOW.plusSeconds(99), null), link("Fleet", Accepted, soon, null));
    assertEquals(soon, chain.decide(NOW).expiryDate());
    assertEquals(Accepted, chain.decide(NOW).status());
    assertEquals(Expired, chain.decide(soon).status());
  }

  @Test
  void theLimitOfAGroupIsNotItsMembers() {
    assertNull(
        chain(link("Tag", Accepted, null, null), link("Fleet", Accepted, null, 1))
            .decide(NOW)
            .maxConcurrentTransactions());
  }

  private static Chain chain(Chain.Link... links) {
    return new Chain(Stream.of(links).toList());
  }

  private static Chain.Link link(
      String idTag, AuthorizationStatus status, @Nullable Instant expiry, @Nullable Integer limit) {
    return new Chain.Link(idTag, status, expiry, limit);
  }

  @Test
  void anEmptyChainIsNone() {
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class, () -> new Chain(List.of()));
  }
}
