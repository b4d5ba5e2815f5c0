/** Accounts, their passwords and what slows down who guesses them. Plain Java. */
@NullMarked
package io.evenkeel.auth.domain.account;

import org.jspecify.annotations.NullMarked;
