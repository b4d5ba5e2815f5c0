package io.evenkeel.messaging;

/**
 * One socket of a charge point. A later socket of the same charge point compares greater on the
 * same node; across nodes the newest authenticated one wins.
 *
 * @param node ordinal of the gateway node that holds the socket
 * @param epoch life of that node: milliseconds since 1970 at which it started
 * @param number counts the sockets of that life
 */
public record SessionRef(int node, long epoch, long number) {}
