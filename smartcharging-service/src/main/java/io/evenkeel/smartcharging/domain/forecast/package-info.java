/**
 * What is to be expected: the building's load, what a node may carry in the slots to come, how long
 * a car stays and what it wants, how many phases it uses and how much of its share.
 */
@NullMarked
package io.evenkeel.smartcharging.domain.forecast;

import org.jspecify.annotations.NullMarked;
