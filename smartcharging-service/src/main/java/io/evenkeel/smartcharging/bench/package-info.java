/**
 * What the planner is measured with: a checker that shares nothing with it but the words of the
 * problem, random sites, and the benchmark.
 */
@NullMarked
package io.evenkeel.smartcharging.bench;

import org.jspecify.annotations.NullMarked;
