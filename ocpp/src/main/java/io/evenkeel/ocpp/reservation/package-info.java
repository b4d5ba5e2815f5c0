/** The reservation profile. */
@NullMarked
package io.evenkeel.ocpp.reservation;

import org.jspecify.annotations.NullMarked;
