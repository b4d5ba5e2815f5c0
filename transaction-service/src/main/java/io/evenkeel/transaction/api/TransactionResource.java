package io.evenkeel.transaction.api;

import io.evenkeel.transaction.domain.Flag;
import io.evenkeel.transaction.store.TransactionDeadLetters;
import io.evenkeel.transaction.store.TransactionQueries;
import io.evenkeel.transaction.view.DeadLetterView;
import io.evenkeel.transaction.view.MeterValueView;
import io.evenkeel.transaction.view.Paged;
import io.evenkeel.transaction.view.StrayStopView;
import io.evenkeel.transaction.view.TransactionFilter;
import io.evenkeel.transaction.view.TransactionView;
import io.evenkeel.transaction.view.TransactionView.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Transactions, their meter values, and what belongs to none. */
@Path("/api/transactions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "operator", "site-manager"})
public class TransactionResource {

  private final TransactionQueries transactions;
  private final TransactionDeadLetters deadLetters;

  TransactionResource(TransactionQueries transactions, TransactionDeadLetters deadLetters) {
    this.transactions = transactions;
    this.deadLetters = deadLetters;
  }

  /** Newest first. {@code from} and {@code to} are about the start, by the charge point's clock. */
  @GET
  public Uni<Paged<TransactionView>> list(
      @QueryParam("chargePoint") @Nullable String chargePoint,
      @QueryParam("idTag") @Nullable String idTag,
      @QueryParam("state") @Nullable String state,
      @QueryParam("flag") @Nullable String flag,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @BeanParam PageQuery page) {
    State wanted = Parameters.oneOf("state", State.class, state);
    TransactionFilter filter =
        new TransactionFilter(
            chargePoint,
            idTag,
            wanted == null ? null : wanted == State.open,
            Parameters.oneOf("flag", Flag.class, flag),
            Parameters.time("from", from),
            Parameters.time("to", to));
    return Problems.orUnavailable(transactions.list(filter, page.request()));
  }

  @GET
  @Path("{id}")
  public Uni<TransactionView> get(@PathParam("id") String id) {
    return Problems.orUnavailable(transactions.find(number(id)))
        .map(found -> Problems.found(found, none(id)));
  }

  /** In the order of their times. */
  @GET
  @Path("{id}/meter-values")
  public Uni<Paged<MeterValueView>> meterValues(
      @PathParam("id") String id, @BeanParam PageQuery page) {
    return Problems.orUnavailable(transactions.meterValues(number(id), page.request()))
        .map(found -> Problems.found(found, none(id)));
  }

  /** Stops that ended nothing: orphans and duplicates, newest first. */
  @GET
  @Path("orphans")
  public Uni<Paged<StrayStopView>> orphans(
      @QueryParam("chargePoint") @Nullable String chargePoint, @BeanParam PageQuery page) {
    return Problems.orUnavailable(transactions.strayStops(chargePoint, page.request()));
  }

  /** Messages that could not be digested, newest first. */
  @GET
  @Path("dead-letters")
  public Uni<Paged<DeadLetterView>> deadLetters(@BeanParam PageQuery page) {
    return Problems.orUnavailable(deadLetters.list(page.request()));
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
