/** What an idTag is and what is decided about it. Pure functions; no framework. */
@NullMarked
package io.evenkeel.auth.domain;

import org.jspecify.annotations.NullMarked;
