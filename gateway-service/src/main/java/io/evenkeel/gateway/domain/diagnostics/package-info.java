/** Files of diagnostics that charge points upload. */
@NullMarked
package io.evenkeel.gateway.domain.diagnostics;

import org.jspecify.annotations.NullMarked;
