/**
 * The socket of a charge point as a state machine: three small machines (what the charge point may
 * say, its calls, our calls) whose transitions are pure and say what is to be done as effects.
 */
@NullMarked
package io.evenkeel.gateway.domain.connection;

import org.jspecify.annotations.NullMarked;
