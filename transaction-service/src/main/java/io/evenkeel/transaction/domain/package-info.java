/**
 * What a transaction is, and what follows from a message about it. Knows no database and no
 * framework.
 */
@NullMarked
package io.evenkeel.transaction.domain;

import org.jspecify.annotations.NullMarked;
