@NullMarked
package io.evenkeel.simulator.command;

import org.jspecify.annotations.NullMarked;
