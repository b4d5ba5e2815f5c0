@NullMarked
package io.evenkeel.messaging.flow;

import org.jspecify.annotations.NullMarked;
