/** What may be asked of a charge point, and how it is told about. No framework. */
@NullMarked
package io.evenkeel.gateway.domain.command;

import org.jspecify.annotations.NullMarked;
