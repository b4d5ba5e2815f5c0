package io.evenkeel.messaging;

/**
 * Who this process is on the bus.
 *
 * @param ordinal gateway node ordinal (StatefulSet ordinal); 0 in one process; services that hold
 *     no sockets ignore it
 * @param epoch milliseconds since 1970 at which this life started
 * @param instance unique name of this life of this process; outcomes of commands come back to it
 */
public record NodeIdentity(int ordinal, long epoch, String instance) {}
