package io.evenkeel.auth.api;

import io.evenkeel.auth.AuthConfig;
import io.evenkeel.auth.bus.Telling;
import io.evenkeel.auth.domain.Admission;
import io.evenkeel.auth.domain.IdTagChange;
import io.evenkeel.auth.domain.Verdict;
import io.evenkeel.auth.domain.csv.IdTagFile;
import io.evenkeel.auth.domain.csv.ImportLine;
import io.evenkeel.auth.domain.csv.UnreadableFile;
import io.evenkeel.auth.store.IdTagWrites;
import io.evenkeel.auth.store.Untold;
import io.evenkeel.messaging.flow.Transient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Takes an import file through, one transaction a chunk, and tells the gateways at the end. */
@ApplicationScoped
class IdTagImport {

  private static final Logger LOG = Logger.getLogger(IdTagImport.class);

  private final IdTagWrites writes;
  private final Telling telling;
  private final int chunk;

  IdTagImport(IdTagWrites writes, Telling telling, AuthConfig config) {
    this.writes = writes;
    this.telling = telling;
    this.chunk = config.importChunk();
  }

  Uni<ImportReport> run(String text, boolean dryRun) {
    IdTagFile file = open(text);
    return dryRun ? rehearse(file) : write(file);
  }

  private Uni<ImportReport> rehearse(IdTagFile file) {
    Admission admission = new Admission(file.columns());
    List<ImportReport.Line> lines = new ArrayList<>();
    return eachChunk(file, lines, sound -> writes.rehearse(sound, admission))
        .chain(() -> report(true, lines));
  }

  private Uni<ImportReport> write(IdTagFile file) {
    List<ImportReport.Line> lines = new ArrayList<>();
    List<Untold> untold = new ArrayList<>();
    return eachChunk(
            file,
            lines,
            sound ->
                writes
                    .importChunk(sound, file.columns())
                    .invoke(written -> untold.addAll(written.untold()))
                    .map(IdTagWrites.Written::verdicts))
        .onFailure()
        .call(failure -> telling.tell(untold).onFailure().recoverWithNull())
        .chain(() -> telling.tell(untold))
        .chain(() -> report(false, lines));
  }

  private Uni<Void> eachChunk(
      IdTagFile file,
      List<ImportReport.Line> report,
      Function<List<IdTagChange>, Uni<List<Verdict>>> judge) {
    return Multi.createFrom()
        .iterable(() -> chunks(file))
        .onItem()
        .transformToUniAndConcatenate(
            lines -> {
              List<IdTagChange> sound = soundOnes(lines);
              Uni<List<Verdict>> verdicts =
                  sound.isEmpty() ? Uni.createFrom().item(List.of()) : judge.apply(sound);
              return verdicts.invoke(
                  each -> report.addAll(ImportLines.report(lines, each.iterator())));
            })
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure(Transient::is)
        .transform(cause -> interrupted(report, cause));
  }

  private Iterator<List<ImportLine>> chunks(IdTagFile file) {
    return new Iterator<>() {
      private List<ImportLine> next = file.next(chunk);

      @Override
      public boolean hasNext() {
        return !next.isEmpty();
      }

      @Override
      public List<ImportLine> next() {
        List<ImportLine> now = next;
        next = file.next(chunk);
        return now;
      }
    };
  }

  private static List<IdTagChange> soundOnes(List<ImportLine> lines) {
    List<IdTagChange> sound = new ArrayList<>();
    for (ImportLine line : lines) {
      if (line instanceof ImportLine.Sound(int _, IdTagChange change)) {
        sound.add(change);
      }
    }
    return sound;
  }

  private static Uni<ImportReport> report(boolean dryRun, List<ImportReport.Line> lines) {
    ImportReport report = ImportReport.of(dryRun, lines);
    LOG.infof(
        "dryRun=%s accepted=%d rejected=%d: idTags imported",
        dryRun, report.accepted(), report.rejected());
    return Uni.createFrom().item(report);
  }

  private static Throwable interrupted(List<ImportReport.Line> done, Throwable cause) {
    LOG.warnf("Import interrupted after %d lines: %s", done.size(), cause.toString());
    int last = done.isEmpty() ? 1 : done.getLast().line();
    return Problems.unavailable(
        "The database went away; the file is done up to line " + last + ". Send all of it again");
  }

  private static IdTagFile open(String text) {
    try {
      return IdTagFile.open(text);
    } catch (UnreadableFile unreadable) {
      throw Problems.badRequest("body", "line " + unreadable.line(), reason(unreadable));
    }
  }

  private static String reason(UnreadableFile unreadable) {
    return String.valueOf(unreadable.getMessage());
  }
}
