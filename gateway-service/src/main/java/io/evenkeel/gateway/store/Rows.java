package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.device.BootFacts;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.domain.device.RegistryEntry;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Rows of the registry as devices. */
final class Rows {

  static final String COLUMNS =
      """
      c.id, c.registration, c.password_hash, c.vendor, c.model, c.charge_point_serial_number,
      c.charge_box_serial_number, c.firmware_version, c.iccid, c.imsi, c.meter_type,
      c.meter_serial_number, c.booted_at, c.accepted_at, c.declared, c.declared_firmware,
      c.learned, c.operator_claims\
      """;

  private Rows() {}

  static Device device(Row row) {
    return new Device(
        row.getString("id"),
        Registration.valueOf(row.getString("registration")),
        row.getString("password_hash"),
        boot(row),
        instant(row.getOffsetDateTime("accepted_at")),
        ClaimsJson.read(row.getString("declared")),
        row.getString("declared_firmware"),
        ClaimsJson.readLessons(row.getString("learned")),
        ClaimsJson.read(row.getString("operator_claims")));
  }

  static RegistryEntry entry(Row row) {
    return new RegistryEntry(
        device(row),
        row.getString("note"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        instant(row.getOffsetDateTime("booted_at")),
        instant(row.getOffsetDateTime("last_seen")));
  }

  private static @Nullable BootFacts boot(Row row) {
    if (row.getOffsetDateTime("booted_at") == null) {
      return null;
    }
    // few vendors and models, many charge points: one copy of their names is enough
    return new BootFacts(
        row.getString("vendor").intern(),
        row.getString("model").intern(),
        row.getString("charge_point_serial_number"),
        row.getString("charge_box_serial_number"),
        interned(row.getString("firmware_version")),
        row.getString("iccid"),
        row.getString("imsi"),
        interned(row.getString("meter_type")),
        row.getString("meter_serial_number"));
  }

  private static @Nullable String interned(@Nullable String text) {
    return text == null ? null : text.intern();
  }

  /** As PostgreSQL can keep it: a charge point may send U+0000 in JSON. */
  static String text(String said) {
    return said.replace('\0', '\uFFFD');
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
