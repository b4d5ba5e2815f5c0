/** One handler for each kind of call that charge points make. */
@NullMarked
package io.evenkeel.gateway.handler;

import org.jspecify.annotations.NullMarked;
