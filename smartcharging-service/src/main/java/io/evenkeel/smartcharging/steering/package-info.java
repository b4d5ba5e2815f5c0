/**
 * Runs the sites: one at a time per site, one planner for all of them, and the only one that sends.
 */
@NullMarked
package io.evenkeel.smartcharging.steering;

import org.jspecify.annotations.NullMarked;
