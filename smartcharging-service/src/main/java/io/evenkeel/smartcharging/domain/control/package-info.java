/**
 * One site under control: facts in, charging profiles out. All currents are whole tenths of an
 * ampere.
 */
@NullMarked
package io.evenkeel.smartcharging.domain.control;

import org.jspecify.annotations.NullMarked;
