/** The remote trigger profile. */
@NullMarked
package io.evenkeel.ocpp.trigger;

import org.jspecify.annotations.NullMarked;
