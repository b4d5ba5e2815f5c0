/**
 * The schema {@code charging}: batched SQL for what arrives, Hibernate Reactive for what is read.
 */
@NullMarked
package io.evenkeel.transaction.store;

import org.jspecify.annotations.NullMarked;
