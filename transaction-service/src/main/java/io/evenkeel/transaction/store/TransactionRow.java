package io.evenkeel.transaction.store;

import io.evenkeel.ocpp.core.StopTransaction.Reason;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import io.evenkeel.transaction.domain.Flag;
import io.evenkeel.transaction.view.TransactionView;
import io.evenkeel.transaction.view.TransactionView.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A transaction as people read it; written only by the ledger's statements. */
@Entity(name = "TransactionRow")
@Table(name = "transaction")
@Immutable
class TransactionRow {

  @Id
  @Column(name = "id")
  int id;

  @Column(name = "charge_point", columnDefinition = "text")
  String chargePoint = "";

  @Column(name = "connector_id")
  int connectorId;

  @Column(name = "id_tag", columnDefinition = "text")
  String idTag = "";

  @Column(name = "tag", columnDefinition = "text")
  String tag = "";

  @Column(name = "started_at")
  Instant startedAt = Instant.EPOCH;

  @Column(name = "meter_start")
  long meterStart;

  @Column(name = "start_received_at")
  Instant startReceivedAt = Instant.EPOCH;

  @Column(name = "reservation_id")
  @Nullable Integer reservationId;

  @Enumerated(EnumType.STRING)
  @Column(name = "id_tag_status", columnDefinition = "text")
  AuthorizationStatus authorization = AuthorizationStatus.Invalid;

  @Column(name = "parent_id_tag", columnDefinition = "text")
  @Nullable String parentIdTag;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "meter_stop")
  @Nullable Long meterStop;

  @Column(name = "energy_wh")
  @Nullable Long energyWh;

  @Column(name = "stop_received_at")
  @Nullable Instant stopReceivedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "stop_reason", columnDefinition = "text")
  @Nullable Reason stopReason;

  @Column(name = "stop_id_tag", columnDefinition = "text")
  @Nullable String stopIdTag;

  @Column(name = "closing_cause", columnDefinition = "text")
  @Nullable String closingCause;

  @Column(name = "flags", columnDefinition = "text[]")
  String[] flags = {};

  @Column(name = "start_remarks", columnDefinition = "text[]")
  String @Nullable [] startRemarks;

  @Column(name = "start_raw", columnDefinition = "text")
  @Nullable String startRaw;

  @Column(name = "stop_remarks", columnDefinition = "text[]")
  String @Nullable [] stopRemarks;

  @Column(name = "stop_raw", columnDefinition = "text")
  @Nullable String stopRaw;

  boolean open() {
    return endedAt == null;
  }

  /**
   * @param last the last reading of a running one
   */
  TransactionView read(@Nullable LastEnergy last, Instant now) {
    Instant end = endedAt == null ? now : endedAt;
    return new TransactionView(
        id,
        chargePoint,
        connectorId,
        idTag,
        authorization,
        parentIdTag,
        reservationId,
        open() ? State.open : State.ended,
        startedAt,
        startReceivedAt,
        meterStart,
        endedAt,
        stopReceivedAt,
        meterStop,
        stopReason,
        stopIdTag,
        closingCause,
        energyWh != null ? BigDecimal.valueOf(energyWh) : energy(last),
        Math.max(0, Duration.between(startedAt, end).toSeconds()),
        last == null ? null : last.at(),
        Flags.of(flags).stream().sorted().toList(),
        list(startRemarks),
        startRaw,
        list(stopRemarks),
        stopRaw);
  }

  private @Nullable BigDecimal energy(@Nullable LastEnergy last) {
    if (last == null) {
      return null;
    }
    BigDecimal wh =
        BigDecimal.valueOf(last.milliWh(), 3)
            .subtract(BigDecimal.valueOf(meterStart))
            .max(BigDecimal.ZERO)
            .stripTrailingZeros();
    return wh.scale() < 0 ? wh.setScale(0, RoundingMode.UNNECESSARY) : wh;
  }

  static @Nullable List<String> list(String @Nullable [] texts) {
    return texts == null ? null : List.of(texts);
  }

  static List<Flag> flags(String[] names) {
    return Flags.of(names).stream().sorted().toList();
  }
}
