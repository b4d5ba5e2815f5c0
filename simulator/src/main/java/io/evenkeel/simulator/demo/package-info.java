/** The demo site: made through the API, charged at by simulated cars, shown on the terminal. */
@NullMarked
package io.evenkeel.simulator.demo;

import org.jspecify.annotations.NullMarked;
