package io.evenkeel.smartcharging.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.embedded.PostgresResource;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.Metered;
import io.evenkeel.messaging.TransactionEvent.TransactionEnded;
import io.evenkeel.messaging.TransactionEvent.TransactionStarted;
import io.evenkeel.messaging.TransactionEvent.WishStated;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.smartcharging.Await;
import io.evenkeel.smartcharging.domain.forecast.Stay;
import io.evenkeel.smartcharging.domain.forecast.Usual;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.SiteTerms;
import io.evenkeel.smartcharging.store.LostLeadership;
import io.evenkeel.smartcharging.store.StayStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StaysTest {

  @Inject Ear ear;
  @Inject Stays stays;
  @Inject StayStore store;
  @Inject Roster roster;
  @Inject Leadership leadership;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant departure = now.plusSeconds(3600);
  private final ConnectorKey connector = new ConnectorKey("stay-" + UUID.randomUUID(), 1);

  @BeforeEach
  void somebodyPlans() {
    Await.until("this process plans", () -> leadership.epoch().isPresent());
  }

  @Test
  void aWishIsKeptWithItsTransactionAndOutlivesTheProcess() {
    tell(start(7, now));
    tell(wish(7, departure, 12_000L, now.plusSeconds(1)));

    Stay stay = new Stay(7, "TAG", now, 100L, departure, 12_000L, now.plusSeconds(1));
    assertEquals(stay, stays.of(connector).orElseThrow());
    assertEquals(stay, stored());
    Stays another = new Stays(store, roster);
    await(another.load());
    assertEquals(stay, another.of(connector).orElseThrow());
  }

  @Test
  void whatIsToldAgainOrLateChangesNothing() {
    tell(start(7, now));
    tell(wish(7, departure, 12_000L, now.plusSeconds(2)));
    tell(wish(7, null, 1L, now.plusSeconds(1)));
    tell(start(7, now));
    tell(start(6, now.minusSeconds(600)));
    tell(end(6, now));

    assertEquals(new Stay(7, "TAG", now, 100L, departure, 12_000L, now.plusSeconds(2)), stored());
  }

  @Test
  void aWishWithoutAStartThatWasHeardIsKept() {
    tell(wish(7, departure, null, now));

    assertEquals(new Stay(7, null, now, null, departure, null, now), stored());
    tell(start(7, now.minusSeconds(60)));
    assertEquals(new Stay(7, "TAG", now.minusSeconds(60), 100L, departure, null, now), stored());
  }

  @Test
  void anEndIsForgottenAndLearnedFrom() {
    for (int id = 1; id <= 5; id++) {
      Instant from = now.minus(Duration.ofHours(10L - id));
      tell(start(id, from));
      tell(end(id, from.plus(Duration.ofMinutes(30))));
    }

    assertNull(stored());
    assertFalse(stays.of(connector).isPresent());
    Usual usual = stays.usual(connector, SiteTerms.USUAL);
    assertEquals(
        Duration.ofMinutes(230), usual.stay(), "30 min five times, the default of 8 h four");
    assertEquals(11_667, usual.energyWh(), 1);
    Stays another = new Stays(store, roster);
    await(another.load());
    assertEquals(usual, another.usual(connector, SiteTerms.USUAL));
  }

  @Test
  void whatATransactionHasGotIsItsRegisterLessWhereItBegan() {
    tell(start(7, now));
    assertEquals(0, stays.deliveredWh(connector));

    tell(
        new Metered(
            connector.chargePoint(), 1, 7, now, BigDecimal.valueOf(2350.5), List.of(), null));

    assertEquals(2250.5, stays.deliveredWh(connector));
    tell(start(8, now.plusSeconds(1)));
    assertEquals(0, stays.deliveredWh(connector), "the register of another transaction");
  }

  @Test
  void whoeverDoesNotPlanWritesNothing() {
    long past = leadership.epoch().orElseThrow() - 1;
    StayStore.Change change =
        new StayStore.Change(past, connector, Stay.of(1, "TAG", now, 0L), Map.of());

    assertThrows(LostLeadership.class, () -> await(store.keep(change)));
    assertNull(stored());
  }

  private @Nullable Stay stored() {
    return await(store.stays()).get(connector);
  }

  private TransactionStarted start(int id, Instant at) {
    return new TransactionStarted(
        connector.chargePoint(), 1, id, "TAG", AuthorizationStatus.Accepted, 100, at, at);
  }

  private TransactionEnded end(int id, Instant at) {
    return new TransactionEnded(connector.chargePoint(), 1, id, at, 5000, false);
  }

  private WishStated wish(
      int id, @Nullable Instant departure, @Nullable Long energyWh, Instant at) {
    return new WishStated(connector.chargePoint(), 1, id, departure, energyWh, at);
  }

  private void tell(TransactionEvent event) {
    await(ear.hear(event));
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(10));
  }
}
