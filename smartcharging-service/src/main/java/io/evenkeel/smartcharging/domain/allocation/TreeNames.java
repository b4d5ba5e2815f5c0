package io.evenkeel.smartcharging.domain.allocation;

import io.evenkeel.smartcharging.domain.site.Phase;
import io.evenkeel.smartcharging.domain.site.SiteTree;

/** Names of a site's cells. */
record TreeNames(SiteTree tree) implements CellNames {

  @Override
  public String node(int cell) {
    return tree.node(cell).id();
  }

  @Override
  public Phase phase(int cell) {
    return tree.phase(cell);
  }
}
