@NullMarked
package io.evenkeel.simulator.charging;

import org.jspecify.annotations.NullMarked;
