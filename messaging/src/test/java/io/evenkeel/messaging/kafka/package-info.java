@NullMarked
package io.evenkeel.messaging.kafka;

import org.jspecify.annotations.NullMarked;
