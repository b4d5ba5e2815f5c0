/** Who gets how much now, and why. All currents are whole tenths of an ampere. */
@NullMarked
package io.evenkeel.smartcharging.domain.allocation;

import org.jspecify.annotations.NullMarked;
