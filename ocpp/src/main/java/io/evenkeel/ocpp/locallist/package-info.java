/** The local authorization list management profile. */
@NullMarked
package io.evenkeel.ocpp.locallist;

import org.jspecify.annotations.NullMarked;
