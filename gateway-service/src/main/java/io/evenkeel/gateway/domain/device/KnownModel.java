package io.evenkeel.gateway.domain.device;

import java.util.Locale;

/**
 * What the table of known models says of one: it corrects what such charge points say of
 * themselves.
 *
 * @param vendor how the vendor's name begins; case, spaces and punctuation do not matter
 * @param model what the model's name contains, likewise
 * @param because why the table knows better
 */
public record KnownModel(String vendor, String model, Claims claims, String because) {

  boolean covers(BootFacts boot) {
    return plain(boot.vendor()).startsWith(plain(vendor))
        && plain(boot.model()).contains(plain(model));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
