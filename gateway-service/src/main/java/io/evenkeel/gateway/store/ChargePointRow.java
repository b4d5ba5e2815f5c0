package io.evenkeel.gateway.store;

import io.evenkeel.gateway.domain.device.Claims;
import io.evenkeel.gateway.domain.device.Registration;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A charge point in the registry. Boots write beside this entity, so only changed columns are
 * updated.
 */
@Entity(name = "ChargePoint")
@Table(name = "charge_point")
@DynamicUpdate
class ChargePointRow {

  @Id String id;

  @Enumerated(EnumType.STRING)
  @Column(length = 16)
  Registration registration;

  @Column(name = "password_hash")
  @Nullable String passwordHash;

  @Nullable String note;

  @Column(length = 20)
  @Nullable String vendor;

  @Column(length = 20)
  @Nullable String model;

  @Column(name = "charge_point_serial_number", length = 25)
  @Nullable String chargePointSerialNumber;

  @Column(name = "charge_box_serial_number", length = 25)
  @Nullable String chargeBoxSerialNumber;

  @Column(name = "firmware_version", length = 50)
  @Nullable String firmwareVersion;

  @Column(length = 20)
  @Nullable String iccid;

  @Column(length = 20)
  @Nullable String imsi;

  @Column(name = "meter_type", length = 25)
  @Nullable String meterType;

  @Column(name = "meter_serial_number", length = 25)
  @Nullable String meterSerialNumber;

  @Column(columnDefinition = "text")
  String declared;

  @Column(name = "declared_firmware", length = 50)
  @Nullable String declaredFirmware;

  @Column(columnDefinition = "text")
  String learned;

  @Column(name = "operator_claims", columnDefinition = "text")
  String operatorClaims;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "booted_at")
  @Nullable Instant bootedAt;

  @Column(name = "accepted_at")
  @Nullable Instant acceptedAt;

  /** For Hibernate. */
  ChargePointRow() {
    this("", Registration.Accepted, Instant.EPOCH);
  }

  ChargePointRow(String id, Registration registration, Instant now) {
    this.id = id;
    this.registration = registration;
    this.declared = ClaimsJson.write(Claims.NONE);
    this.learned = declared;
    this.operatorClaims = declared;
    this.createdAt = now;
    this.updatedAt = now;
  }
}
