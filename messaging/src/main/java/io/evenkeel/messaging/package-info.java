/**
 * What the services say to each other. Envelopes are immutable records that pass by reference
 * inside one process and as JSON between processes; nothing here knows which of the two it is.
 */
@NullMarked
package io.evenkeel.messaging;

import org.jspecify.annotations.NullMarked;
