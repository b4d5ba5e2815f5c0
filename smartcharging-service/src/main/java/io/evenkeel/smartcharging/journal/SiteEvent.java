package io.evenkeel.smartcharging.journal;

import java.time.Instant;

/**
 * An entry of a site's journal.
 *
 * @param id unique and rising while this process plans the site: {@code <journal>-<number>}
 */
public record SiteEvent(String id, Instant at, Happening happening) {}
