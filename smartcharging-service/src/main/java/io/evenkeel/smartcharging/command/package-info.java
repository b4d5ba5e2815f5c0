/** What can be asked for from a command line, without any service. */
@NullMarked
package io.evenkeel.smartcharging.command;

import org.jspecify.annotations.NullMarked;
