package io.evenkeel.transaction.api;

import io.evenkeel.ocpp.type.ChargePointErrorCode;
import io.evenkeel.ocpp.type.ChargePointStatus;
import io.evenkeel.transaction.domain.Connector;
import io.evenkeel.transaction.store.ConnectorQueries;
import io.evenkeel.transaction.store.MeterValueQueries;
import io.evenkeel.transaction.view.ConnectorFilter;
import io.evenkeel.transaction.view.ConnectorView;
import io.evenkeel.transaction.view.MeterValueView;
import io.evenkeel.transaction.view.PageRequest;
import io.evenkeel.transaction.view.Paged;
import io.evenkeel.transaction.view.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Connectors: how they are, how they were, and what their meters showed. */
@Path("/api/connectors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "operator", "site-manager"})
public class ConnectorResource {

  private final ConnectorQueries connectors;
  private final MeterValueQueries meterValues;

  ConnectorResource(ConnectorQueries connectors, MeterValueQueries meterValues) {
    this.connectors = connectors;
    this.meterValues = meterValues;
  }

  @GET
  public Uni<Paged<ConnectorView>> list(
      @QueryParam("chargePoint") @Nullable String chargePoint,
      @QueryParam("status") @Nullable String status,
      @QueryParam("errorCode") @Nullable String errorCode,
      @BeanParam PageQuery page) {
    ConnectorFilter filter =
        new ConnectorFilter(
            chargePoint,
            Parameters.oneOf("status", ChargePointStatus.class, status),
            Parameters.oneOf("errorCode", ChargePointErrorCode.class, errorCode));
    return Problems.orUnavailable(connectors.list(filter, page.request()));
  }

  /** What it reported, newest first. */
  @GET
  @Path("{chargePoint}/{connectorId}/history")
  public Uni<Paged<StatusView>> history(
      @PathParam("chargePoint") String chargePoint,
      @PathParam("connectorId") String connectorId,
      @BeanParam PageQuery page) {
    Connector connector = connector(chargePoint, connectorId);
    PageRequest request = page.request();
    return ofKnown(connector, () -> connectors.history(connector, request));
  }

  /** Readings of any transaction and of none, newest first; by the charge point's clock. */
  @GET
  @Path("{chargePoint}/{connectorId}/meter-values")
  public Uni<Paged<MeterValueView>> meterValues(
      @PathParam("chargePoint") String chargePoint,
      @PathParam("connectorId") String connectorId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @BeanParam PageQuery page) {
    Connector connector = connector(chargePoint, connectorId);
    Instant first = Parameters.time("from", from);
    Instant end = Parameters.time("to", to);
    PageRequest request = page.request();
    return Problems.orUnavailable(meterValues.ofConnector(connector, first, end, request))
        .chain(
            found ->
                found.total() > 0
                    ? Uni.createFrom().item(found)
                    : ofKnown(connector, () -> Uni.createFrom().item(found)));
  }

  private <T> Uni<T> ofKnown(Connector connector, Supplier<Uni<T>> then) {
    return Problems.orUnavailable(
        connectors
            .exists(connector)
            .chain(
                known -> {
                  if (!known) {
                    throw Problems.notFound(
                        "Nothing is known of connector %d of %s"
                            .formatted(connector.connectorId(), connector.chargePoint()));
                  }
                  return then.get();
                }));
  }

  private static Connector connector(String chargePoint, String connectorId) {
    try {
      return new Connector(chargePoint, Integer.parseInt(connectorId));
    } catch (NumberFormatException unreadable) {
      throw Problems.badRequest("path", "connectorId", "must be a whole number");
    }
  }
}
