/** The bus between processes: what messages look like in Apache Kafka, and where they go. */
@NullMarked
package io.evenkeel.messaging.kafka;

import org.jspecify.annotations.NullMarked;
