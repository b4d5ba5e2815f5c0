/**
 * A site: a tree of nodes with limits per phase, and the connectors placed in it. All currents are
 * whole tenths of an ampere.
 */
@NullMarked
package io.evenkeel.smartcharging.domain.site;

import org.jspecify.annotations.NullMarked;
