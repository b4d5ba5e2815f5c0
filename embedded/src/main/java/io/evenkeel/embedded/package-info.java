/**
 * Real servers from Maven's artifacts, without Docker and without anything installed: PostgreSQL as
 * child processes, Kafka inside the JVM. The one-process form, the local cluster and the tests
 * stand on them.
 */
@NullMarked
package io.evenkeel.embedded;

import org.jspecify.annotations.NullMarked;
