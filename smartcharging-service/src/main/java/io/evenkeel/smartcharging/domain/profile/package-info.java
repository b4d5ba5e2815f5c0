/** Charging profiles as a charge point stands them. */
@NullMarked
package io.evenkeel.smartcharging.domain.profile;

import org.jspecify.annotations.NullMarked;
