/**
 * Plans over a horizon: who charges when and with how much, at most so many periods each, and how
 * far from the best that can be at most.
 */
@NullMarked
package io.evenkeel.smartcharging.domain.planning;

import org.jspecify.annotations.NullMarked;
