package io.evenkeel.transaction.store;

import io.evenkeel.transaction.TransactionClock;
import io.evenkeel.transaction.domain.IdTags;
import io.evenkeel.transaction.view.MeterValueView;
import io.evenkeel.transaction.view.PageRequest;
import io.evenkeel.transaction.view.Paged;
import io.evenkeel.transaction.view.StrayStopView;
import io.evenkeel.transaction.view.TransactionFilter;
import io.evenkeel.transaction.view.TransactionView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Transactions and stray stops, for people. */
@ApplicationScoped
public class TransactionQueries {

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<TransactionRow, Integer> {}

  @ApplicationScoped
  static class StrayRows implements PanacheRepositoryBase<StrayStopRow, Long> {}

  /** The first half is what the index of flagged transactions is about. */
  private static final String FLAGGED =
      "cast(sql('cardinality(?)', flags) as integer) > 0 and array_contains(flags, :flag)";

  private final Rows rows;
  private final StrayRows strays;
  private final MeterValueQueries readings;
  private final TransactionClock clock;

  TransactionQueries(
      Rows rows, StrayRows strays, MeterValueQueries readings, TransactionClock clock) {
    this.rows = rows;
    this.strays = strays;
    this.readings = readings;
    this.clock = clock;
  }

  /** Newest first: by id, in the order in which they became known. */
  public Uni<Paged<TransactionView>> list(TransactionFilter filter, PageRequest page) {
    Where where = where(filter);
    return Panache.withSession(
            "charging",
            () ->
                Pages.rows(
                    rows.find(where.text(), Sort.descending("id"), where.parameters()), page))
        .chain(
            found ->
                readings
                    .lastEnergies(found.items())
                    .map(
                        last ->
                            new Paged<>(
                                views(found.items(), last),
                                found.page(),
                                found.size(),
                                found.total())));
  }

  private List<TransactionView> views(
      List<TransactionRow> found, Map<Integer, LastEnergy> lastEnergies) {
    Instant now = clock.now();
    return found.stream().map(it -> it.read(lastEnergies.get(it.id), now)).toList();
  }

  public Uni<Optional<TransactionView>> find(int id) {
    return row(id)
        .chain(
            row ->
                row == null
                    ? Uni.createFrom().item(Optional.empty())
                    : readings
                        .lastEnergies(List.of(row))
                        .map(last -> Optional.of(row.read(last.get(id), clock.now()))));
  }

  /** In the order of their times; empty when there is no such transaction. */
  public Uni<Optional<Paged<MeterValueView>>> meterValues(int id, PageRequest page) {
    return row(id)
        .chain(
            row ->
                row == null
                    ? Uni.createFrom().item(Optional.empty())
                    : readings.ofTransaction(row, page).map(Optional::of));
  }

  private Uni<@Nullable TransactionRow> row(int id) {
    return Panache.withSession("charging", () -> rows.findById(id));
  }

  /** Newest first. */
  public Uni<Paged<StrayStopView>> strayStops(@Nullable String chargePoint, PageRequest page) {
    Sort newest = Sort.descending("id");
    return Panache.withSession(
        "charging",
        () ->
            Pages.of(
                chargePoint == null
                    ? strays.findAll(newest)
                    : strays.find("chargePoint", newest, chargePoint),
                page,
                StrayStopRow::read));
  }

  private record Where(String text, Map<String, Object> parameters) {}

  private static Where where(TransactionFilter filter) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    add("chargePoint = :chargePoint", "chargePoint", filter.chargePoint(), conditions, parameters);
    String idTag = filter.idTag();
    add("tag = :tag", "tag", idTag == null ? null : IdTags.key(idTag), conditions, parameters);
    add("startedAt >= :from", "from", filter.from(), conditions, parameters);
    add("startedAt < :to", "to", filter.to(), conditions, parameters);
    if (filter.open() != null) {
      conditions.add(filter.open() ? "endedAt is null" : "endedAt is not null");
    }
    var flag = filter.flag();
    add(FLAGGED, "flag", flag == null ? null : flag.name(), conditions, parameters);
    return new Where(conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions), parameters);
  }

  private static void add(
      String condition,
      String name,
      @Nullable Object value,
      List<String> conditions,
      Map<String, Object> parameters) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
  }
}
