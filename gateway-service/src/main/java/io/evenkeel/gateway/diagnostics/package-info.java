/** Diagnostics: asked for, received over HTTP, kept on disk. */
@NullMarked
package io.evenkeel.gateway.diagnostics;

import org.jspecify.annotations.NullMarked;
