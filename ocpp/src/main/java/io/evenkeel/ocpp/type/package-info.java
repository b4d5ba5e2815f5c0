/** The types that several messages share. */
@NullMarked
package io.evenkeel.ocpp.type;

import org.jspecify.annotations.NullMarked;
