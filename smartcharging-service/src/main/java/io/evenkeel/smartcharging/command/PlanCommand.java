package io.evenkeel.smartcharging.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.evenkeel.smartcharging.bench.Benchmark;
import io.evenkeel.smartcharging.document.Answers;
import io.evenkeel.smartcharging.document.JsonText;
import io.evenkeel.smartcharging.document.ProblemReading;
import io.evenkeel.smartcharging.document.SolutionDocument;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.site.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads, solves, writes. */
final class PlanCommand {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private static final int MOST_SHOWN = 20;

  /** Some editors write it at the beginning of a text. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final long LARGEST_BYTES = 256L << 20;

  private static final String HELP =
      """
      ./evenkeel plan FILE            a plan for the problem in FILE (load-tree-instance/1); - reads the input
      ./evenkeel plan FILE --instant  who gets how much now: one slot, --slot N (0)
        --out FILE                    where the solution (load-tree-solution/1) goes; else it is printed
      ./evenkeel plan --bench         the planner's figures on generated sites; some minutes
        --quick                       fewer and smaller ones; half a minute

      Nothing is sent to any charger. Exit codes: 0 done, 1 the problem cannot be read or is not
      sound, or a figure is missed, 2 wrong arguments.
      docs/smart-charging.md describes the documents and the figures.
      """;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  PlanCommand(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** The exit code. */
  int run(String... arguments) {
    try {
      return run(PlanArguments.of(arguments));
    } catch (PlanArguments.Misuse misuse) {
      return fail(MISUSED, misuse.getMessage() + "\nTry ./evenkeel plan --help");
    } catch (InvalidPathException none) {
      return fail(MISUSED, "there can be no file " + none.getInput());
    }
  }

  private int run(PlanArguments asked) {
    if (asked.help()) {
      out.print(HELP);
      return DONE;
    }
    if (asked.file() == null) {
      return Benchmark.run(asked.quick(), out::println) == 0 ? DONE : FAILED;
    }
    String text;
    try {
      text = text(asked.file());
    } catch (IOException unreadable) {
      return fail(FAILED, "cannot read %s: %s".formatted(asked.file(), reason(unreadable)));
    }
    return switch (ProblemReading.read(text)) {
      case ProblemReading.Result.Refused(List<Violation> violations) ->
          refuse(asked.file(), violations);
      case ProblemReading.Result.Read(Instance instance) -> solve(instance, asked);
    };
  }

  private int solve(Instance instance, PlanArguments asked) {
    Integer slot = asked.slot();
    if (slot != null && slot >= instance.slots()) {
      return fail(
          MISUSED, "--slot %d is beyond the problem's %d slots".formatted(slot, instance.slots()));
    }
    SolutionDocument solution =
        slot == null ? Answers.plan(instance) : Answers.instant(instance, slot);
    try {
      String written = JsonText.pretty(solution);
      if (asked.out() == null) {
        out.println(written);
      } else {
        Files.writeString(asked.out(), written + "\n");
      }
      return DONE;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException unwritable) {
      return fail(FAILED, "cannot write %s: %s".formatted(asked.out(), reason(unwritable)));
    }
  }

  private String text(String file) throws IOException {
    byte[] bytes;
    if (file.equals("-")) {
      bytes = in.readNBytes((int) LARGEST_BYTES);
    } else {
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw new IOException("it is a directory");
      }
      if (Files.exists(path) && Files.size(path) > LARGEST_BYTES) {
        throw new IOException("it has more than " + (LARGEST_BYTES >> 20) + " MiB");
      }
      bytes = Files.readAllBytes(path);
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException none -> "there is no such file or directory";
      case AccessDeniedException denied -> "it may not be";
      case CharacterCodingException other -> "it is no text in UTF-8";
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }

  private int refuse(String file, List<Violation> violations) {
    StringBuilder message = new StringBuilder(file).append(" is no sound problem:");
    violations.stream()
        .limit(MOST_SHOWN)
        .forEach(
            each ->
                message.append(
                    each.field().equals("body")
                        ? "\n  it " + each.message()
                        : "\n  %s: %s".formatted(each.field(), each.message())));
    if (violations.size() > MOST_SHOWN) {
      message.append("\n  and %d more".formatted(violations.size() - MOST_SHOWN));
    }
    return fail(FAILED, message.toString());
  }

  private int fail(int code, String message) {
    err.println("evenkeel plan: " + message);
    return code;
  }
}
