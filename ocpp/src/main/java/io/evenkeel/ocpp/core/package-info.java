/** The core profile, which every charge point has. */
@NullMarked
package io.evenkeel.ocpp.core;

import org.jspecify.annotations.NullMarked;
