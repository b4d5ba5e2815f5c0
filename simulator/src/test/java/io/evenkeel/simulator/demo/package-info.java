@NullMarked
package io.evenkeel.simulator.demo;

import org.jspecify.annotations.NullMarked;
