@NullMarked
package io.evenkeel.messaging.local;

import org.jspecify.annotations.NullMarked;
