/** Tests of {@code ./evenkeel}, the script at the root of the project. */
@NullMarked
package io.evenkeel.embedded.launcher;

import org.jspecify.annotations.NullMarked;
