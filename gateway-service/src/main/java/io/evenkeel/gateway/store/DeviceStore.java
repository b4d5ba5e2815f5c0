package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.device.BootFacts;
import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.Registration;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hot paths into the registry: many charge points in one statement. */
@ApplicationScoped
public class DeviceStore {

  /** A BootNotification to be written down. */
  public record Boot(String id, BootFacts facts, Instant at) {}

  private static final String FIND =
      "select %s from charge_point c where c.id = any($1)".formatted(Rows.COLUMNS);

  private static final String BOOTS =
      """
      unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::varchar[], $5::varchar[], $6::varchar[],
        $7::varchar[], $8::varchar[], $9::varchar[], $10::varchar[], $11::timestamptz[])
      as b (id, vendor, model, charge_point_serial_number, charge_box_serial_number,
        firmware_version, iccid, imsi, meter_type, meter_serial_number, at)\
      """;

  private static final String BOOT_KNOWN =
      """
      update charge_point c set
        vendor = b.vendor, model = b.model,
        charge_point_serial_number = b.charge_point_serial_number,
        charge_box_serial_number = b.charge_box_serial_number,
        firmware_version = b.firmware_version, iccid = b.iccid, imsi = b.imsi,
        meter_type = b.meter_type, meter_serial_number = b.meter_serial_number,
        booted_at = b.at,
        accepted_at = case when c.registration = 'Accepted' then coalesce(c.accepted_at, b.at)
                           else c.accepted_at end
      from %s where c.id = b.id returning %s
      """
          .formatted(BOOTS, Rows.COLUMNS);

  private static final String BOOT_ANY =
      """
      insert into charge_point as c (id, registration, vendor, model, charge_point_serial_number,
        charge_box_serial_number, firmware_version, iccid, imsi, meter_type, meter_serial_number,
        created_at, updated_at, booted_at, accepted_at)
      select b.id, $12::varchar, b.vendor, b.model, b.charge_point_serial_number, b.charge_box_serial_number,
        b.firmware_version, b.iccid, b.imsi, b.meter_type, b.meter_serial_number,
        b.at, b.at, b.at, case when $12::varchar = 'Accepted' then b.at end
      from %s
      on conflict (id) do update set
        vendor = excluded.vendor, model = excluded.model,
        charge_point_serial_number = excluded.charge_point_serial_number,
        charge_box_serial_number = excluded.charge_box_serial_number,
        firmware_version = excluded.firmware_version, iccid = excluded.iccid, imsi = excluded.imsi,
        meter_type = excluded.meter_type, meter_serial_number = excluded.meter_serial_number,
        booted_at = excluded.booted_at,
        accepted_at = case when c.registration = 'Accepted'
                           then coalesce(c.accepted_at, excluded.booted_at) else c.accepted_at end
      returning %s
      """
          .formatted(BOOTS, Rows.COLUMNS);

  private static final String SEEN =
      """
      insert into last_seen (charge_point, at)
      select s.id, s.at from unnest($1::varchar[], $2::timestamptz[]) as s (id, at)
      join charge_point c on c.id = s.id
      order by s.id
      on conflict (charge_point) do update set at = greatest(last_seen.at, excluded.at)
      """;

  private static final String DECLARED =
      """
      update charge_point c set declared = $2, declared_firmware = $3, updated_at = $4
      where c.id = $1 returning %s
      """
          .formatted(Rows.COLUMNS);

  private final Pool pool;

  @Inject
  public DeviceStore(@ReactiveDataSource("fleet") Pool pool) {
    this.pool = pool;
  }

  /** One result for each id, in the order of the ids; empty for those that are not registered. */
  public Uni<List<Optional<Device>>> find(List<String> ids) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .map(rows -> inOrder(ids, rows));
  }

  /**
   * Writes what charge points say of themselves.
   *
   * @param strangers registration of those that are not registered yet; null when these are left
   *     out
   * @return for each what the registry knows now; empty for those left out
   */
  public Uni<List<Optional<Device>>> boot(List<Boot> boots, @Nullable Registration strangers) {
    // one row for each: a charge point that booted twice within a batch counts once, the last
    var last = new HashMap<String, Boot>();
    boots.forEach(boot -> last.put(boot.id(), boot));
    var columns =
        new Columns<>(List.copyOf(last.values()))
            .text(Boot::id)
            .text(boot -> boot.facts().vendor())
            .text(boot -> boot.facts().model())
            .text(boot -> boot.facts().chargePointSerialNumber())
            .text(boot -> boot.facts().chargeBoxSerialNumber())
            .text(boot -> boot.facts().firmwareVersion())
            .text(boot -> boot.facts().iccid())
            .text(boot -> boot.facts().imsi())
            .text(boot -> boot.facts().meterType())
            .text(boot -> boot.facts().meterSerialNumber())
            .time(Boot::at);
    var written =
        strangers == null
            ? pool.preparedQuery(BOOT_KNOWN).execute(columns.tuple())
            : pool.preparedQuery(BOOT_ANY).execute(columns.one(strangers.name()).tuple());
    return written.map(rows -> inOrder(boots.stream().map(Boot::id).toList(), rows));
  }

  /** Notes when charge points were last heard; an older time does not overwrite a newer one. */
  public Uni<Void> seen(Map<String, Instant> lastSeen) {
    var columns =
        new Columns<>(List.copyOf(lastSeen.entrySet()))
            .text(Map.Entry::getKey)
            .time(Map.Entry::getValue);
    return pool.preparedQuery(SEEN).execute(columns.tuple()).replaceWithVoid();
  }

  /**
   * Keeps what a charge point with this firmware said it stands; empty when it is not registered.
   */
  public Uni<Optional<Device>> declared(String id, Claims claims, String firmware, Instant now) {
    return pool.preparedQuery(DECLARED)
        .execute(Tuple.of(id, ClaimsJson.write(claims), Rows.text(firmware), Rows.time(now)))
        .map(rows -> inOrder(List.of(id), rows).getFirst());
  }

  private static List<Optional<Device>> inOrder(List<String> ids, RowSet<Row> rows) {
    var found = new HashMap<String, Device>();
    for (var row : rows) {
      var device = Rows.device(row);
      found.put(device.id(), device);
    }
    return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
  }
}
