@NullMarked
package io.evenkeel.simulator.api;

import org.jspecify.annotations.NullMarked;
