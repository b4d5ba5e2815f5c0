package io.evenkeel.transaction.api;

import io.evenkeel.messaging.Publisher;
import io.evenkeel.messaging.TransactionEvent;
import io.evenkeel.messaging.TransactionEvent.WishStated;
import io.evenkeel.transaction.TransactionClock;
import io.evenkeel.transaction.store.Wishes;
import io.evenkeel.transaction.view.WishView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What the driver of a running transaction wants: until when, how much. Answered when it is durable
 * and told to whoever plans; each statement replaces the one before.
 */
@Path("/api/transactions/{id}/wish")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "operator", "site-manager"})
public class WishResource {

  private final Wishes wishes;
  private final Publisher<TransactionEvent> events;
  private final TransactionClock clock;

  WishResource(Wishes wishes, Publisher<TransactionEvent> events, TransactionClock clock) {
    this.wishes = wishes;
    this.events = events;
    this.clock = clock;
  }

  @GET
  public Uni<WishView> get(@PathParam("id") String id) {
    return Problems.orUnavailable(wishes.find(number(id)))
        .map(found -> Problems.found(found, none(id)));
  }

  /** {@code {"departure": …, "energyWh": …}}, both optional; {@code {}} takes everything back. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<WishView> put(@PathParam("id") String id, @Nullable String body) {
    int transaction = number(id);
    var now = clock.now();
    WishReading wish = WishReading.read(body, now);
    return Problems.orUnavailable(
        wishes
            .state(transaction, wish.departure(), wish.energyWh(), now)
            .chain(stated -> stated.map(this::told).orElseGet(() -> refused(transaction))));
  }

  private Uni<WishView> told(WishStated wish) {
    return events
        .publish(wish)
        .replaceWith(new WishView(wish.departure(), wish.energyWh(), wish.statedAt()));
  }

  private Uni<WishView> refused(int transaction) {
    return wishes
        .find(transaction)
        .map(
            known -> {
              throw known.isPresent()
                  ? Problems.conflict("Transaction " + transaction + " has ended")
                  : Problems.notFound(none(String.valueOf(transaction)));
            });
  }

  private static int number(String id) {
    try {
      return Integer.parseInt(id);
    } catch (NumberFormatException noTransactionHasIt) {
      throw Problems.notFound(none(id));
    }
  }

  private static String none(String id) {
    return "There is no transaction " + id;
  }
}
