package io.evenkeel.smartcharging.domain.problem;

import io.evenkeel.smartcharging.domain.site.Rotation;

/**
 * A connector: at most one session.
 *
 * @param node id of the node that feeds it
 * @param rotation which grid phase is behind each phase of the connector
 * @param phases 1 to 3: how many are wired
 * @param max in tenths of an ampere per phase
 */
public record LoadConnector(String id, String node, Rotation rotation, int phases, int max) {}
