/**
 * The bus as the services see it: publishers, calls, commands, the directory. Knows no transport.
 */
@NullMarked
package io.evenkeel.messaging.bus;

import org.jspecify.annotations.NullMarked;
