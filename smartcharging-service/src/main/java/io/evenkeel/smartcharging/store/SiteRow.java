package io.evenkeel.smartcharging.store;

import io.evenkeel.smartcharging.domain.site.SiteDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** For reading; {@link SiteStore} writes. */
@Entity
@Immutable
@Table(name = "sites")
class SiteRow {

  @Id
  @Column(length = 64)
  String id;

  @Column(columnDefinition = "text")
  String definition;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  SiteDefinition read() {
    return Json.site(definition);
  }
}
