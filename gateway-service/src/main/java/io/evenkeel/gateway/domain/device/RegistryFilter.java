package io.evenkeel.gateway.domain.device;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which charge points are looked for; null where it does not matter.
 *
 * @param among only these
 * @param except none of these
 * @param vendor exactly, without regard to case
 * @param model likewise
 * @param text part of id, vendor, model, serial number or note, without regard to case
 */
public record RegistryFilter(
    @Nullable Set<String> among,
    @Nullable Set<String> except,
    @Nullable Registration registration,
    @Nullable String vendor,
    @Nullable String model,
    @Nullable String text) {}
