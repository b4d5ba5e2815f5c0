/** The planning problem and its solution, as {@code load-tree-instance/1} states them. */
@NullMarked
package io.evenkeel.smartcharging.domain.problem;

import org.jspecify.annotations.NullMarked;
