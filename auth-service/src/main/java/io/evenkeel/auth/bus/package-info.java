/** The gateway's questions answered, and changes told. */
@NullMarked
package io.evenkeel.auth.bus;

import org.jspecify.annotations.NullMarked;
