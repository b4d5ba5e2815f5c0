/** A site as it is now, as a planning problem, and what its plan means to people. */
@NullMarked
package io.evenkeel.smartcharging.domain.live;

import org.jspecify.annotations.NullMarked;
