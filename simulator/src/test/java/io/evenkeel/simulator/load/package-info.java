@NullMarked
package io.evenkeel.simulator.load;

import org.jspecify.annotations.NullMarked;
