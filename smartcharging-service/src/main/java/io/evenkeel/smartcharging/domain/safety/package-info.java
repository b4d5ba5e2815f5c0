/**
 * What chargers may still draw, and what may therefore be sent. All currents are whole tenths of an
 * ampere.
 */
@NullMarked
package io.evenkeel.smartcharging.domain.safety;

import org.jspecify.annotations.NullMarked;
