package io.evenkeel.gateway.domain.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of known models. The first that covers a charge point counts. */
public record KnownModels(List<KnownModel> models) {

  public KnownModels {
    models = List.copyOf(models);
  }

  /**
   * What the table claims of a charge point that introduced itself so; nothing when it does not
   * know it.
   */
  public Claims claimsFor(@Nullable BootFacts boot) {
    if (boot == null) {
      return Claims.NONE;
    }
    return models.stream()
        .filter(model -> model.covers(boot))
        .findFirst()
        .map(KnownModel::claims)
        .orElse(Claims.NONE);
  }
}
