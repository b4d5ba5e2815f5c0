@NullMarked
package io.evenkeel.smartcharging.command;

import org.jspecify.annotations.NullMarked;
