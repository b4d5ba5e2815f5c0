/** The four services in one process on an embedded PostgreSQL. Assembly only. */
@NullMarked
package io.evenkeel.standalone;

import org.jspecify.annotations.NullMarked;
