package io.evenkeel.gateway.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evenkeel.gateway.domain.device.KnownModel;
import io.evenkeel.gateway.domain.device.KnownModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads the table of known models, {@code known-models.json}, which is part of this service. */
public final class KnownModelsTable {

  private static final String RESOURCE = "/known-models.json";

  private KnownModelsTable() {}

  public static KnownModels read() {
    try (var json = KnownModelsTable.class.getResourceAsStream(RESOURCE)) {
      return new KnownModels(
          JsonMapper.builder()
              .build()
              .readValue(
                  Objects.requireNonNull(json, RESOURCE),
                  new TypeReference<List<KnownModel>>() {}));
    } catch (IOException damaged) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", damaged);
    }
  }
}
