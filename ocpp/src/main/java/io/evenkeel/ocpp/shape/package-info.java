/**
 * How a message looks on the wire, as data: every record of the protocol has a {@link
 * io.evenkeel.ocpp.shape.Shape} that lists its properties with their types and bounds, and reads,
 * writes and checks the record by it. What is tolerated from charge points is part of the same
 * table.
 */
@NullMarked
package io.evenkeel.ocpp.shape;

import org.jspecify.annotations.NullMarked;
