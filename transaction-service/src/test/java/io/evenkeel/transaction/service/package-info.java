@NullMarked
package io.evenkeel.transaction.service;

import org.jspecify.annotations.NullMarked;
