package io.evenkeel.auth.domain.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evenkeel.auth.domain.Column;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.TagName;
import io.evenkeel.ocpp.type.AuthorizationStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTagFileTest {

  @Test
  void aFullLineSaysEverything() {
    // Given a file as a spreadsheet writes it: byte order mark, semicolons, CRLF, any column order
    String text =
        "\uFEFFsep=;\r\nNote;idtag;status;expiryDate;parentIdTag;maxConcurrentTransactions\r\n"
            + "\"Say \"\"hi\"\"; twice\";Card-1;Blocked;2030-01-01T00:00:00Z;Fleet;2\r\n";
    // When
    List<ImportLine> lines = IdTagFile.open(text).next(10);
    // Then
    assertEquals(
        List.of(
            new ImportLine.Sound(
                3,
                new IdTagChange(
                    TagName.of("Card-1"),
                    AuthorizationStatus.Blocked,
                    Instant.parse("2030-01-01T00:00:00Z"),
                    TagName.of("Fleet"),
                    2,
                    "Say \"hi\"; twice"))),
        lines);
  }

  @Test
  void whatIsNotInTheHeaderIsLeftOut() {
    IdTagFile file = IdTagFile.open("idTag\nA\n");
    assertEquals(Set.of(Column.ID_TAG), file.columns());
    var sound = assertInstanceOf(ImportLine.Sound.class, file.next(10).getFirst());
    assertEquals(AuthorizationStatus.Accepted, sound.change().status(), "a new tag's status");
    assertNull(sound.change().note());
  }

  @Test
  void everyFaultOfALineIsNamed() {
    var line = only("idTag,status,expiryDate,maxConcurrentTransactions\nA,blocked,soon,0\n");
    assertEquals(
        List.of("status", "expiryDate", "maxConcurrentTransactions"),
        line.violations().stream().map(each -> each.field()).toList());
    assertEquals("A", line.idTag());
    assertEquals(2, line.number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "A,Accepted,x", "A,\"Accepted", "A,Acc\"epted", ",Accepted", "A,"})
  void aLineThatDoesNotFitIsRejectedAlone(String bad) {
    List<ImportLine> lines =
        IdTagFile.open("idTag,status\nB,Accepted\n" + bad + "\nC,Accepted\n").next(10);
    assertInstanceOf(ImportLine.Sound.class, lines.get(0));
    assertInstanceOf(ImportLine.Unsound.class, lines.get(1));
    assertInstanceOf(ImportLine.Sound.class, lines.get(2));
  }

  @Test
  void aTagThatStandsThereTwiceIsRejectedTheSecondTime() {
    List<ImportLine> lines = IdTagFile.open("idTag\nabc\nABC\n").next(10);
    var second = assertInstanceOf(ImportLine.Unsound.class, lines.get(1));
    assertEquals("already stands on line 2", second.violations().getFirst().message());
  }

  @Test
  void aLineHasABound() {
    var line = only("idTag,note\nA," + "x".repeat(3000));
    assertEquals("line", line.violations().getFirst().field());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "status\nAccepted\n",
        "idTag,idtag\nA,B\n",
        "idTag,colour\nA,red\n",
        "idTag,\"status\n",
        "A,Accepted\n"
      })
  void aFileWithoutAHeaderThatMakesSenseIsRefusedAsAWhole(String text) {
    assertThrows(UnreadableFile.class, () -> IdTagFile.open(text));
  }

  @Test
  void noLineIsEverLostWhateverStandsInIt() {
    for (long seed = 1; seed <= 2000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      StringBuilder text = new StringBuilder("idTag,status,note").append(lineEnd(random));
      List<Integer> expected = new ArrayList<>();
      int count = random.nextInt(30);
      for (int i = 0; i < count; i++) {
        String line = anyLine(random);
        if (!line.isBlank()) {
          expected.add(i + 2);
        }
        text.append(line).append(i == count - 1 && random.nextBoolean() ? "" : lineEnd(random));
      }
      // When it is read in chunks of any size
      IdTagFile file = IdTagFile.open(text.toString());
      List<Integer> numbers = new ArrayList<>();
      List<ImportLine> chunk = file.next(random.nextInt(1, 7));
      while (!chunk.isEmpty()) {
        chunk.forEach(line -> numbers.add(line.number()));
        chunk = file.next(random.nextInt(1, 7));
      }
      // Then every line that is not blank comes out once, in order
      assertEquals(expected, numbers, "seed " + seed + ": " + text);
    }
  }

  private static String lineEnd(RandomGenerator random) {
    return switch (random.nextInt(2)) {
      case 0 -> "\n";
      default -> "\r\n";
    };
  }

  private static String anyLine(RandomGenerator random) {
    if (random.nextInt(3) == 0) {
      return "T" + random.nextInt(20) + ",Accepted,\"ok\"";
    }
    StringBuilder line = new StringBuilder();
    int length = random.nextInt(15);
    for (int i = 0; i < length; i++) {
      line.append("aB1\",, \t".charAt(random.nextInt(8)));
    }
    return line.toString();
  }

  private static ImportLine.Unsound only(String text) {
    List<ImportLine> lines = IdTagFile.open(text).next(10);
    assertEquals(1, lines.size());
    return assertInstanceOf(ImportLine.Unsound.class, lines.getFirst());
  }
}
