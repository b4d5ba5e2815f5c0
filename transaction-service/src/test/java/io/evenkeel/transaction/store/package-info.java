@NullMarked
package io.evenkeel.transaction.store;

import org.jspecify.annotations.NullMarked;
