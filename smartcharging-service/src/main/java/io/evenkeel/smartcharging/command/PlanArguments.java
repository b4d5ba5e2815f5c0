package io.evenkeel.smartcharging.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param file null: the benchmark
 * @param slot of an instant allocation; null: a plan
 * @param out null: the output
 */
record PlanArguments(
    @Nullable String file,
    @Nullable Integer slot,
    @Nullable Path out,
    boolean bench,
    boolean quick,
    boolean help) {

  /** The arguments make no sense; the message says why. */
  static final class Misuse extends Exception {
    private static final long serialVersionUID = 1;

    Misuse(String message) {
      super(message);
    }
  }

  static PlanArguments of(String... arguments) throws Misuse {
    Reading reading = new Reading();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      String name = equals < 0 ? argument : argument.substring(0, equals);
      switch (name) {
        case "-h", "--help", "help" -> reading.help = true;
        case "--bench" -> reading.bench = true;
        case "--quick" -> reading.quick = true;
        case "--instant" -> reading.instant = true;
        case "--out", "--slot" -> {
          if (equals < 0 && i + 1 == arguments.length) {
            throw new Misuse(name + " needs a value");
          }
          reading.option(name, equals < 0 ? arguments[++i] : argument.substring(equals + 1));
        }
        default -> reading.file(argument);
      }
    }
    return reading.done();
  }

  private static final class Reading {
    private @Nullable String file;
    private @Nullable Integer slot;
    private @Nullable Path out;
    private boolean instant;
    private boolean bench;
    private boolean quick;
    private boolean help;

    void option(String name, String value) throws Misuse {
      if (name.equals("--out")) {
        if (value.isEmpty()) {
          throw new Misuse("--out needs the name of a file");
        }
        out = Path.of(value);
        return;
      }
      try {
        slot = Integer.parseUnsignedInt(value);
      } catch (NumberFormatException none) {
        throw new Misuse("--slot needs a whole number from 0, not '" + value + "'");
      }
    }

    void file(String argument) throws Misuse {
      if (argument.startsWith("-") && !argument.equals("-")) {
        throw new Misuse("unknown option " + argument);
      }
      if (file != null) {
        throw new Misuse("one file at a time: " + file + " or " + argument);
      }
      file = argument;
    }

    PlanArguments done() throws Misuse {
      if (!help) {
        if (bench && (file != null || instant || slot != null || out != null)) {
          throw new Misuse("--bench makes its own problems: it takes no file and only --quick");
        }
        if (quick && !bench) {
          throw new Misuse("--quick comes with --bench");
        }
        if (slot != null && !instant) {
          throw new Misuse("--slot comes with --instant");
        }
        if (!bench && file == null) {
          throw new Misuse("name the file of a problem, - for the input, or --bench");
        }
      }
      Integer ofSlot = instant && slot == null ? Integer.valueOf(0) : slot;
      return new PlanArguments(file, ofSlot, out, bench, quick, help);
    }
  }
}
