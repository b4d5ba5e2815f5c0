/** Sockets, frames and the one CALL that may be under way in each direction. */
@NullMarked
package io.evenkeel.simulator.wire;

import org.jspecify.annotations.NullMarked;
