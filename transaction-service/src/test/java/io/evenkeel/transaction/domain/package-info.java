@NullMarked
package io.evenkeel.transaction.domain;

import org.jspecify.annotations.NullMarked;
