@NullMarked
package io.evenkeel.simulator.fleet;

import org.jspecify.annotations.NullMarked;
