/** Sites, allocation of current, and charging profiles desired and applied. */
@NullMarked
package io.evenkeel.smartcharging;

import org.jspecify.annotations.NullMarked;
