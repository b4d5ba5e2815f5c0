package io.evenkeel.auth.domain;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges changes one after the other, each as if those before it were made. Not for use by several
 * threads.
 */
public final class Admission {

  private final Set<Column> columns;
  private final Groups groups = new Groups();
  private final Set<String> admitted = new HashSet<>();

  /**
   * @param columns what the changes say something about
   */
  public Admission(Set<Column> columns) {
    this.columns = Set.copyOf(columns);
  }

  /** An existing tag and its group; what this admission has already changed is left alone. */
  public void existing(String key, @Nullable String parentKey) {
    if (!admitted.contains(key)) {
      groups.note(key, parentKey);
    }
  }

  public Verdict judge(IdTagChange change) {
    TagName tag = change.idTag();
    TagName parent = change.parentIdTag();
    boolean known = groups.knows(tag.key());
    if (parent != null) {
      String objection = groups.objection(tag, parent);
      if (objection != null) {
        return new Verdict.Refused(new Violation(Column.PARENT_ID_TAG.field(), objection));
      }
    }
    if (columns.contains(Column.PARENT_ID_TAG) || !known) {
      groups.note(tag.key(), parent == null ? null : parent.key());
    }
    admitted.add(tag.key());
    return known ? new Verdict.Updated() : new Verdict.Created();
  }
}
