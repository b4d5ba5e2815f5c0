@NullMarked
package io.evenkeel.messaging.bus;

import org.jspecify.annotations.NullMarked;
