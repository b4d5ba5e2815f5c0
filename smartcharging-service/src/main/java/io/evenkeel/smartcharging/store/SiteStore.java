package io.evenkeel.smartcharging.store;

import io.evenkeel.messaging.Capabilities;
import io.evenkeel.smartcharging.SmartchargingClock;
import io.evenkeel.smartcharging.domain.composite.SetByHand;
import io.evenkeel.smartcharging.domain.control.Changes;
import io.evenkeel.smartcharging.domain.control.ChargePointRecord;
import io.evenkeel.smartcharging.domain.control.ConnectorRecord;
import io.evenkeel.smartcharging.domain.control.Learned;
import io.evenkeel.smartcharging.domain.site.Connector;
import io.evenkeel.smartcharging.domain.site.ConnectorKey;
import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the planner keeps. Every write names the planner's epoch and fails with {@link
 * LostLeadership} when another process has become the planner.
 */
@ApplicationScoped
public class SiteStore {

  private static final String FENCE = "select 1 from leadership where epoch = $1 for share";
  private static final String SITES = "select id, definition from sites order by id";
  private static final String CHARGE_POINTS =
      "select charge_point, capabilities, learned, set_by_hand from charge_points";
  private static final String PUT_SITE =
      """
      insert into sites (id, definition, created_at, updated_at) values ($1, $2, $3, $3)
      on conflict (id) do update
      set definition = excluded.definition, updated_at = excluded.updated_at
      """;
  private static final String PUT_CHARGE_POINTS =
      """
      insert into charge_points (charge_point, site_id, capabilities, learned, set_by_hand)
      select charge_point, $1, capabilities, learned, set_by_hand
      from unnest($2::text[], $3::text[], $4::text[], $5::text[])
        as r (charge_point, capabilities, learned, set_by_hand)
      on conflict (charge_point) do update
      set site_id = excluded.site_id, capabilities = excluded.capabilities,
        learned = excluded.learned, set_by_hand = excluded.set_by_hand
      """;
  private static final String REMOVE_CHARGE_POINTS =
      "delete from charge_points where site_id = $1 and charge_point <> all ($2::text[])";
  private static final String REMOVE_CONNECTORS =
      """
      delete from connectors c using unnest($1::text[], $2::int[]) as r (charge_point, connector_id)
      where c.charge_point = r.charge_point and c.connector_id = r.connector_id
      """;
  private static final String DELETE_SITE = "delete from sites where id = $1";

  private final Pool pool;
  private final SmartchargingClock clock;

  SiteStore(@ReactiveDataSource("smartcharging") Pool pool, SmartchargingClock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** All there is. */
  public Uni<List<StoredSite>> load() {
    return pool.withTransaction(
        transaction ->
            Uni.combine()
                .all()
                .unis(
                    transaction.query(SITES).execute(),
                    transaction.query(ConnectorRows.SELECT).execute(),
                    transaction.query(CHARGE_POINTS).execute())
                .usingConcurrencyOf(1)
                .asTuple()
                .map(
                    found -> {
                      Map<ConnectorKey, ConnectorRecord> connectors = new HashMap<>();
                      for (Row row : found.getItem2()) {
                        ConnectorRecord record = ConnectorRows.read(row);
                        connectors.put(record.key(), record);
                      }
                      Map<String, ChargePointRecord> chargePoints = new HashMap<>();
                      for (Row row : found.getItem3()) {
                        ChargePointRecord record = chargePoint(row);
                        chargePoints.put(record.chargePoint(), record);
                      }
                      List<StoredSite> sites = new ArrayList<>();
                      for (Row row : found.getItem1()) {
                        SiteDefinition definition = Json.site(row.getString("definition"));
                        sites.add(site(definition, connectors, chargePoints));
                      }
                      return sites;
                    }));
  }

  private static StoredSite site(
      SiteDefinition definition,
      Map<ConnectorKey, ConnectorRecord> connectors,
      Map<String, ChargePointRecord> chargePoints) {
    List<ConnectorRecord> records = new ArrayList<>();
    Map<String, ChargePointRecord> names = new HashMap<>();
    for (Connector connector : definition.connectors()) {
      ConnectorRecord record = connectors.get(connector.key());
      if (record != null) {
        records.add(record);
      }
      String name = connector.key().chargePoint();
      ChargePointRecord stored = chargePoints.get(name);
      names.put(
          name,
          stored == null
              ? new ChargePointRecord(
                  name, Capabilities.unknown(), Learned.NOTHING, SetByHand.NOTHING)
              : stored);
    }
    return new StoredSite(definition, records, List.copyOf(names.values()));
  }

  private static ChargePointRecord chargePoint(Row row) {
    String learned = row.getString("learned");
    return new ChargePointRecord(
        row.getString("charge_point"),
        Json.capabilities(row.getString("capabilities")),
        learned == null ? Learned.NOTHING : Json.learned(learned),
        SetByHandText.read(row.getString("set_by_hand")));
  }

  /** What changed in a site that is there. */
  public Uni<Void> save(long epoch, String site, Changes changes) {
    if (changes.chargePoints().isEmpty()) {
      return saveConnectors(pool, epoch, changes.connectors());
    }
    return pool.withTransaction(
        transaction ->
            fence(transaction, epoch)
                .chain(() -> saveChargePoints(transaction, site, changes.chargePoints()))
                .chain(() -> saveConnectors(transaction, epoch, changes.connectors())));
  }

  /**
   * A site that is new or described anew, with what follows from it, all or nothing.
   *
   * @param chargePoints all of the site
   * @param gone connectors that belonged to it before
   * @param leavers those of them that may hold its profiles
   */
  public Uni<Void> put(
      long epoch,
      SiteDefinition definition,
      List<ChargePointRecord> chargePoints,
      List<ConnectorRecord> connectors,
      Set<ConnectorKey> gone,
      Set<ConnectorKey> leavers) {
    String[] names =
        chargePoints.stream().map(ChargePointRecord::chargePoint).toArray(String[]::new);
    Set<ConnectorKey> comers =
        definition.connectors().stream().map(Connector::key).collect(Collectors.toSet());
    return pool.withTransaction(
        transaction ->
            fence(transaction, epoch)
                .chain(() -> putSite(transaction, definition))
                .chain(() -> saveChargePoints(transaction, definition.id(), chargePoints))
                .chain(
                    () ->
                        transaction
                            .preparedQuery(REMOVE_CHARGE_POINTS)
                            .execute(
                                Tuple.tuple().addString(definition.id()).addArrayOfString(names)))
                .chain(
                    () ->
                        transaction
                            .preparedQuery(REMOVE_CONNECTORS)
                            .execute(LeaverStore.keys(gone)))
                .chain(() -> saveConnectors(transaction, epoch, connectors))
                .chain(() -> LeaverStore.remove(transaction, comers))
                .chain(() -> LeaverStore.add(transaction, leavers)));
  }

  private Uni<Void> putSite(SqlClient transaction, SiteDefinition definition) {
    return transaction
        .preparedQuery(PUT_SITE)
        .execute(
            Tuple.of(
                definition.id(), Json.write(definition), clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The site goes, its connectors leave. */
  public Uni<Void> delete(long epoch, String site, Set<ConnectorKey> leavers) {
    return pool.withTransaction(
        transaction ->
            fence(transaction, epoch)
                .chain(() -> transaction.preparedQuery(DELETE_SITE).execute(Tuple.of(site)))
                .chain(() -> LeaverStore.add(transaction, leavers)));
  }

  static Uni<Void> fence(SqlClient transaction, long epoch) {
    return transaction
        .preparedQuery(FENCE)
        .execute(Tuple.of(epoch))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw new LostLeadership(epoch);
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> saveChargePoints(
      SqlClient client, String site, List<ChargePointRecord> records) {
    return client
        .preparedQuery(PUT_CHARGE_POINTS)
        .execute(
            Tuple.tuple()
                .addString(site)
                .addArrayOfString(
                    records.stream().map(ChargePointRecord::chargePoint).toArray(String[]::new))
                .addArrayOfString(
                    records.stream()
                        .map(record -> Json.write(record.capabilities()))
                        .toArray(String[]::new))
                .addArrayOfString(
                    records.stream()
                        .map(record -> Json.write(record.learned()))
                        .toArray(String[]::new))
                .addArrayOfString(
                    records.stream()
                        .map(record -> SetByHandText.write(record.byHand()))
                        .toArray(String[]::new)))
        .replaceWithVoid();
  }

  private static Uni<Void> saveConnectors(
      SqlClient client, long epoch, List<ConnectorRecord> records) {
    if (records.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return client
        .preparedQuery(ConnectorRows.UPSERT)
        .execute(ConnectorRows.tuple(epoch, records))
        .invoke(
            result -> {
              if (result.rowCount() == 0) {
                throw new LostLeadership(epoch);
              }
            })
        .replaceWithVoid();
  }
}
