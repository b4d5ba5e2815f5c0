/**
 * Virtual charge points: {@link io.evenkeel.simulator.VirtualChargePoint} is the door for tests,
 * {@link io.evenkeel.simulator.Main} the one for people.
 */
@NullMarked
package io.evenkeel.simulator;

import org.jspecify.annotations.NullMarked;
