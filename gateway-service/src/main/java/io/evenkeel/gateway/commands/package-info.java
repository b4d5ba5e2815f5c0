/** Commands on their way to charge points, and the log of them. */
@NullMarked
package io.evenkeel.gateway.commands;

import org.jspecify.annotations.NullMarked;
