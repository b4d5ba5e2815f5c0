/** Virtual charge points with drivers: cars that come, charge and go. */
@NullMarked
package io.evenkeel.simulator.fleet;

import org.jspecify.annotations.NullMarked;
