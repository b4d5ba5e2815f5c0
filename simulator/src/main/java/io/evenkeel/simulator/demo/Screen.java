package io.evenkeel.simulator.demo;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The terminal: on a real one the picture is drawn over itself with the latest news below, else
 * news and now and then the picture follow each other as plain lines. Thread-safe.
 */
public final class Screen {
  private static final int LATEST = 8;
  private static final int PLAIN_PICTURE_EVERY = 10;
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_LINE = "\u001b[2K";
  private static final String DO_NOT_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintWriter out;
  private final boolean plain;
  private final ArrayDeque<String> news = new ArrayDeque<>();
  private int drawnLines;
  private int pictures;

  public Screen(PrintWriter out, boolean plain) {
    this.out = out;
    this.plain = plain;
  }

  /** Something has happened. */
  public synchronized void news(String words) {
    var line = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + words;
    if (plain) {
      out.println(line);
      out.flush();
      return;
    }
    if (news.size() == LATEST) {
      news.poll();
    }
    news.add(line);
  }

  synchronized void picture(List<String> lines) {
    if (plain) {
      if (pictures++ % PLAIN_PICTURE_EVERY == 0) {
        lines.forEach(out::println);
        out.flush();
      }
      return;
    }
    var all = new ArrayList<>(lines);
    all.add("");
    all.addAll(news);
    for (int missing = news.size(); missing < LATEST; missing++) {
      all.add("");
    }
    if (drawnLines > 0) {
      out.print(String.format(UP, drawnLines));
    }
    // a line that wraps would take two, and the next picture would not cover this one
    out.print(DO_NOT_WRAP);
    all.forEach(line -> out.print(CLEAR_LINE + line + "\n"));
    out.print(WRAP);
    out.flush();
    drawnLines = all.size();
  }
}
