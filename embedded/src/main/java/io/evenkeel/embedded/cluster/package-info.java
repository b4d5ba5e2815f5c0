/**
 * EvenKeel as separate processes on one machine: what Kubernetes would run, without Kubernetes. For
 * people ({@code ./evenkeel cluster}) and for tests that kill its parts.
 */
@NullMarked
package io.evenkeel.embedded.cluster;

import org.jspecify.annotations.NullMarked;
