/** The firmware management profile: updates and diagnostics. */
@NullMarked
package io.evenkeel.ocpp.firmware;

import org.jspecify.annotations.NullMarked;
