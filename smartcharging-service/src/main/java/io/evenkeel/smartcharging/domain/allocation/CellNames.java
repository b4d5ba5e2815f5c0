package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.Phase;

/** What people call a cell. */
interface CellNames {

  String node(int cell);

  Phase phase(int cell);
}
