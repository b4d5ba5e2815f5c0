package io.evenkeel.smartcharging.domain.site;

import org.jspecify.annotations.Nullable;

/**
 * A load group: a grid connection, feeder, panel, circuit or charge point.
 *
 * @param parent id of the node that feeds it; null for the root
 * @param kind what people call it, such as GRID or CIRCUIT; nothing is reckoned with it
 */
public record Node(String id, @Nullable String parent, String kind, PhaseLimits limits) {}
