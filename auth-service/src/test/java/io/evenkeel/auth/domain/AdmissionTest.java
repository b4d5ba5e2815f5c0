package io.evenkeel.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Set<Column> ALL = Set.of(Column.values());

  @Test
  void aTagIsNewOnceAndKnownAfterThat() {
    Admission admission = new Admission(ALL);
    assertInstanceOf(Verdict.Created.class, admission.judge(change("a", null)));
    assertInstanceOf(Verdict.Updated.class, admission.judge(change("A", null)));
  }

  @Test
  void aGroupMustBeThereFirst() {
    Admission admission = new Admission(ALL);
    assertEquals(
        "must be a known idTag, and 'G' is not", refusal(admission.judge(change("a", "G"))));
    admission.judge(change("g", null));
    assertInstanceOf(Verdict.Created.class, admission.judge(change("a", "G")));
  }

  @Test
  void aTagIsNotItsOwnGroupNorItsGroupsGroup() {
    Admission admission = new Admission(ALL);
    admission.existing("a", null);
    admission.existing("b", "a");
    admission.existing("c", "b");
    assertEquals("must not be the idTag itself", refusal(admission.judge(change("a", "A"))));
    assertEquals(
        "must not make a circle: 'C' already belongs to 'a'",
        refusal(admission.judge(change("a", "C"))));
  }

  @Test
  void theLevelsBelowCountToo() {
    Admission admission = new Admission(ALL);
    admission.existing("a", null);
    admission.existing("b", "a");
    admission.existing("c", "b");
    admission.existing("x", null);
    admission.existing("y", "x");
    admission.existing("z", "y");
    assertEquals(
        "must leave at most 5 levels of groups", refusal(admission.judge(change("x", "c"))));
    assertInstanceOf(Verdict.Updated.class, admission.judge(change("x", "b")));
  }

  @Test
  void withoutTheColumnAKnownTagKeepsItsGroup() {
    Admission admission = new Admission(Set.of(Column.ID_TAG, Column.STATUS));
    admission.existing("g", null);
    admission.existing("a", "g");
    admission.judge(change("a", null));
    Admission after = new Admission(ALL);
    after.existing("g", null);
    after.existing("a", "g");
    assertTrue(refusal(after.judge(change("g", "a"))).contains("circle"), "a is still in g");
  }

  @Test
  void whateverIsAdmittedNoChainIsCircularOrTooLong() {
    for (long seed = 1; seed <= 300; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      Admission admission = new Admission(ALL);
      Map<String, @Nullable String> model = new HashMap<>();
      for (int step = 0; step < 60; step++) {
        String tag = "t" + random.nextInt(12);
        String parent = random.nextInt(4) == 0 ? null : "t" + random.nextInt(12);
        Verdict verdict = admission.judge(change(tag, parent));
        Map<String, @Nullable String> next = new HashMap<>(model);
        next.put(tag, parent);
        boolean sound = (parent == null || model.containsKey(parent)) && sound(next);
        assertEquals(
            sound,
            !(verdict instanceof Verdict.Refused),
            "seed %d step %d: %s into %s of %s: %s"
                .formatted(seed, step, tag, parent, model, verdict));
        if (sound) {
          assertEquals(
              model.containsKey(tag), verdict instanceof Verdict.Updated, "known before or not");
          model = next;
        }
      }
    }
  }

  private static boolean sound(Map<String, @Nullable String> parents) {
    for (String tag : parents.keySet()) {
      Set<String> chain = new HashSet<>();
      for (String at = tag; at != null; at = parents.get(at)) {
        if (!chain.add(at) || chain.size() > Groups.MAX_LEVELS) {
          return false;
        }
      }
    }
    return true;
  }

  private static String refusal(Verdict verdict) {
    Violation violation = assertInstanceOf(Verdict.Refused.class, verdict).violation();
    assertEquals("parentIdTag", violation.field());
    return violation.message();
  }

  private static IdTagChange change(String tag, @Nullable String parent) {
    return new IdTagChange(
        TagName.of(tag),
        AuthorizationStatus.Accepted,
        null,
        parent == null ? null : TagName.of(parent),
        null,
        null);
  }
}
