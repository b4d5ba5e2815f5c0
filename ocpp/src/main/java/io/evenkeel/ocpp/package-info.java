/**
 * OCPP 1.6J: the frames, the table of the 39 actions and what they have in common. The messages are
 * in a package per feature profile.
 */
@NullMarked
package io.evenkeel.ocpp;

import org.jspecify.annotations.NullMarked;
