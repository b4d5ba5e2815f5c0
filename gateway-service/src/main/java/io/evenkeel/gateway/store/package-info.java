/** SQL: the device registry, the log of commands, dead letters. */
@NullMarked
package io.evenkeel.gateway.store;

import org.jspecify.annotations.NullMarked;
