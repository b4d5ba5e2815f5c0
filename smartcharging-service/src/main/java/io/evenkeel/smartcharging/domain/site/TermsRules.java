package io.evenkeel.smartcharging.domain.site;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What makes a site's figures beside tree and wiring sound. */
final class TermsRules {

  private static final int MOST_ENTRIES = 96;
  private static final int MOST_METERS = 8;
  private static final int MOST_SLOTS = 2000;
  private static final double MOST_MONEY = 10_000;
  private static final long MOST_ENERGY_WH = 1_000_000;

  private final BiConsumer<String, String> violation;
  private final Set<String> meters = new HashSet<>();

  TermsRules(BiConsumer<String, String> violation) {
    this.violation = violation;
  }

  void check(SiteTerms terms) {
    within("feedIn", terms.feedInPerKwh(), -MOST_MONEY, MOST_MONEY);
    within("demandChargePerKw", terms.demandChargePerKw(), 0, MOST_MONEY);
    within("defaultStay", terms.defaultStay(), Duration.ofMinutes(1), Duration.ofDays(30));
    within("defaultEnergyWh", terms.defaultEnergyWh(), 0, MOST_ENERGY_WH);
    long slot = terms.slot().toSeconds();
    if (slot < 60 || Duration.ofHours(1).toSeconds() % slot != 0) {
      violation.accept("slot", "must be an hour or a part of it in whole minutes, such as PT15M");
      return;
    }
    if (terms.horizon().compareTo(terms.slot()) < 0
        || terms.horizon().toSeconds() % slot != 0
        || terms.horizon().toSeconds() / slot > MOST_SLOTS) {
      violation.accept("horizon", "must be 1 to " + MOST_SLOTS + " whole slots");
    }
  }

  void check(String at, Node node) {
    entries(at + "limits", node.limit());
    for (Phase phase : Phase.values()) {
      if (node.limit().least().on(phase) < 0) {
        violation.accept(at + "limits", "must not be negative on " + phase);
      }
    }
    entries(at + "baseA", node.base());
    Integer imbalance = node.maxImbalance();
    if (imbalance != null && imbalance < 0) {
      violation.accept(at + "maxImbalanceA", "must not be negative");
    }
    meters(at + "meters", node.meters());
    if (!node.meters().isEmpty() && node.base().isNothing()) {
      violation.accept(
          at + "baseA", "is required beside meters: the load that counts while they are silent");
    }
  }

  private void entries(String at, Daily daily) {
    if (daily.entries().size() > MOST_ENTRIES) {
      violation.accept(at, "must be " + MOST_ENTRIES + " entries at most");
    }
    for (int i = 1; i < daily.entries().size(); i++) {
      if (daily.entries().get(i).minute() <= daily.entries().get(i - 1).minute()) {
        violation.accept(at + "[" + i + "].from", "must be later than the entry before it");
      }
    }
  }

  private void meters(String at, List<Meter> placed) {
    if (placed.size() > MOST_METERS) {
      violation.accept(at, "must be " + MOST_METERS + " at most");
    }
    for (int i = 0; i < placed.size(); i++) {
      Meter meter = placed.get(i);
      if (!meters.add(meter.id())) {
        violation.accept(at + "[" + i + "].id", "is used twice: " + meter.id());
      }
      if (placed.size() > 1 && meter.measures() == Meter.Measures.TOTAL) {
        violation.accept(at + "[" + i + "].measures", "total must be the only meter of its node");
      }
      within(at + "[" + i + "].marginA", meter.margin() / 10.0, 0, 1000);
      within(
          at + "[" + i + "].staleAfter",
          meter.staleAfter(),
          Duration.ofSeconds(10),
          Duration.ofDays(1));
    }
  }

  void check(String at, ConnectorTerms terms) {
    within(at + "weight", terms.weight(), 0.01, 100);
    within(at + "group", terms.group(), 0, 100);
    within(at + "servePriority", terms.servePriority(), 0.01, 1000);
    within(at + "guaranteedWh", terms.guaranteedWh(), 0, MOST_ENERGY_WH);
  }

  private void within(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      violation.accept(field, "must be %s to %s".formatted(plain(least), plain(most)));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private void within(String field, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      violation.accept(field, "must be %s to %s".formatted(least, most));
    }
  }
}
