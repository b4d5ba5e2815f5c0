@NullMarked
package io.evenkeel.simulator;

import org.jspecify.annotations.NullMarked;
