/** Checks of the assembly. */
@NullMarked
package io.evenkeel.standalone;

import org.jspecify.annotations.NullMarked;
