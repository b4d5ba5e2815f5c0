package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.device.BootFacts;
import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Device;
import io.evenkeel.gateway.domain.device.Registration;
import io.evenkeel.gateway.domain.device.RegistrationChange;
import io.evenkeel.gateway.domain.device.RegistryEntry;
import io.evenkeel.gateway.domain.device.RegistryFilter;
import io.evenkeel.gateway.domain.paging.Page;
import io.evenkeel.gateway.domain.paging.PageRequest;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The registry as operators read and change it. */
@ApplicationScoped
public class ChargePointStore {

  private final Mutiny.SessionFactory sessions;
  private final Pool pool;

  @Inject
  public ChargePointStore(
      @PersistenceUnit("fleet") Mutiny.SessionFactory sessions,
      @ReactiveDataSource("fleet") Pool pool) {
    this.sessions = sessions;
    this.pool = pool;
  }

  /** What became of a change, and whether the charge point was new. */
  public record Written(RegistryEntry entry, boolean created) {}

  /** Registers a charge point, or changes what is registered of it. */
  public Uni<Written> put(String id, RegistrationChange change, Instant now) {
    return sessions.withTransaction(
        (session, _) ->
            session
                .find(ChargePointRow.class, id)
                .chain(
                    known -> {
                      var row = known == null ? newRow(id, now) : known;
                      apply(change, row, now);
                      var written = new Written(entry(row), known == null);
                      return known == null
                          ? session.persist(row).replaceWith(written)
                          : Uni.createFrom().item(written);
                    }));
  }

  private static ChargePointRow newRow(String id, Instant now) {
    return new ChargePointRow(id, Registration.Accepted, now);
  }

  private static void apply(RegistrationChange change, ChargePointRow row, Instant now) {
    row.updatedAt = now;
    if (change.registration() != null) {
      row.registration = change.registration();
    }
    if (change.passwordHash() != null) {
      row.passwordHash = change.passwordHash();
    }
    if (change.note() != null) {
      row.note = change.note();
    }
  }

  /** From now on the charge point needs no password; false when it is not registered. */
  public Uni<Boolean> removePassword(String id, Instant now) {
    return sessions.withTransaction(
        (session, _) ->
            session
                .find(ChargePointRow.class, id)
                .map(
                    row -> {
                      if (row != null) {
                        row.passwordHash = null;
                        row.updatedAt = now;
                      }
                      return row != null;
                    }));
  }

  /** Keeps the operator's word of what a charge point stands; empty when it is not registered. */
  public Uni<Optional<Device>> operatorClaims(String id, Claims claims, Instant now) {
    return sessions.withTransaction(
        (session, _) ->
            session
                .find(ChargePointRow.class, id)
                .map(
                    row -> {
                      if (row == null) {
                        return Optional.empty();
                      }
                      row.operatorClaims = ClaimsJson.write(claims);
                      row.updatedAt = now;
                      return Optional.of(device(row));
                    }));
  }

  /**
   * Changes what is learned of a charge point; empty when it is not registered.
   *
   * @param change of what is known; may be refused by an exception, then nothing changes
   */
  public Uni<Optional<Device>> learned(String id, UnaryOperator<Device> change, Instant now) {
    return sessions.withTransaction(
        (session, _) ->
            session
                .find(ChargePointRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(
                    row -> {
                      if (row == null) {
                        return Optional.empty();
                      }
                      var before = device(row);
                      var after = change.apply(before);
                      if (!after.learned().equals(before.learned())) {
                        row.learned = ClaimsJson.write(after.learned());
                        row.updatedAt = now;
                      }
                      return Optional.of(after);
                    }));
  }

  /** False when it was not registered. */
  public Uni<Boolean> delete(String id) {
    return sessions.withTransaction(
        (session, _) ->
            session
                .createMutationQuery("delete from ChargePoint c where c.id = :id")
                .setParameter("id", id)
                .executeUpdate()
                .call(
                    () ->
                        session
                            .createNativeQuery("delete from last_seen where charge_point = :id")
                            .setParameter("id", id)
                            .executeUpdate())
                .map(rows -> rows > 0));
  }

  public Uni<Optional<RegistryEntry>> get(String id) {
    var one = new RegistryFilter(Set.of(id), null, null, null, null, null);
    return list(one, new PageRequest(0, 1)).map(page -> page.items().stream().findFirst());
  }

  /** Sorted by id. */
  public Uni<Page<RegistryEntry>> list(RegistryFilter filter, PageRequest page) {
    var query = new ChargePointQuery(filter);
    var total =
        pool.preparedQuery(query.count())
            .execute(query.tuple())
            .map(rows -> rows.iterator().next().getLong(0));
    return total.chain(
        count ->
            pool.preparedQuery(query.select())
                .execute(query.tuple(page))
                .map(
                    rows ->
                        new Page<>(
                            StreamSupport.stream(rows.spliterator(), false)
                                .map(Rows::entry)
                                .toList(),
                            page.page(),
                            page.size(),
                            count)));
  }

  private static RegistryEntry entry(ChargePointRow row) {
    return new RegistryEntry(
        device(row), row.note, row.createdAt, row.updatedAt, row.bootedAt, null);
  }

  private static Device device(ChargePointRow row) {
    return new Device(
        row.id,
        row.registration,
        row.passwordHash,
        boot(row),
        row.acceptedAt,
        ClaimsJson.read(row.declared),
        row.declaredFirmware,
        ClaimsJson.readLessons(row.learned),
        ClaimsJson.read(row.operatorClaims));
  }

  private static @Nullable BootFacts boot(ChargePointRow row) {
    if (row.bootedAt == null || row.vendor == null || row.model == null) {
      return null;
    }
    return new BootFacts(
        row.vendor,
        row.model,
        row.chargePointSerialNumber,
        row.chargeBoxSerialNumber,
        row.firmwareVersion,
        row.iccid,
        row.imsi,
        row.meterType,
        row.meterSerialNumber);
  }
}
