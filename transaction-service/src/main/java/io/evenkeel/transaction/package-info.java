/** Connectors, transactions and meter values: what happened at the charge points, kept once. */
@NullMarked
package io.evenkeel.transaction;

import org.jspecify.annotations.NullMarked;
