/** The smart charging profile. */
@NullMarked
package io.evenkeel.ocpp.smartcharging;

import org.jspecify.annotations.NullMarked;
