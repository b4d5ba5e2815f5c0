package io.evenkeel.smartcharging.domain.problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sessions of a sound problem: each on a connector of its own, within the horizon. */
final class SessionRules {

  private static final double LARGEST_WH = 1e9;
  private static final double LARGEST_PRIORITY = 1e6;
  private static final double LEAST_WEIGHT = 1e-3;
  private static final int HIGHEST_GROUP = 1_000;

  private final Instance instance;
  private final Findings found;

  SessionRules(Instance instance, Findings found) {
    this.instance = instance;
    this.found = found;
  }

  void check(Map<String, Integer> connectors) {
    List<LoadSession> sessions = instance.sessions();
    found.size("sessions", sessions.size());
    Set<String> seen = new HashSet<>();
    Map<String, String> taken = new HashMap<>();
    for (int i = 0; i < sessions.size(); i++) {
      LoadSession session = sessions.get(i);
      String at = "sessions[" + i + "].";
      found.id(at + "id", session.id(), seen);
      String other = taken.putIfAbsent(session.connector(), session.id());
      if (!connectors.containsKey(session.connector())) {
        found.add(at + "connector", "names no connector: " + session.connector());
      } else if (other != null) {
        found.add(at + "connector", "is taken by session " + other + ": one session a connector");
      }
      checkCar(at, session);
      checkStay(at, session);
      found.number(at + "weight", session.weight(), LEAST_WEIGHT, LARGEST_PRIORITY);
      found.number(at + "servePriority", session.servePriority(), 0, LARGEST_PRIORITY);
      found.range(at + "group", session.group(), -HIGHEST_GROUP, HIGHEST_GROUP);
    }
  }

  private void checkCar(String at, LoadSession session) {
    found.range(at + "evPhases", session.evPhases(), 1, 3);
    found.current(at + "minA", session.min(), 1);
    found.current(at + "maxA", session.max(), 0);
    found.number(at + "energyWh", session.energyWh(), 0, LARGEST_WH);
    found.number(at + "guaranteedWh", session.guaranteedWh(), 0, LARGEST_WH);
    if (session.maxPeriods() != null) {
      found.range(at + "maxPeriods", session.maxPeriods(), 1, InstanceRules.LONGEST);
    }
  }

  private void checkStay(String at, LoadSession session) {
    found.range(at + "arrival", session.arrival(), 0, instance.slots());
    if (session.departure() < session.arrival()) {
      found.add(at + "departure", "must not be before the arrival, slot " + session.arrival());
    } else if (session.departure() > instance.slots()) {
      found.add(
          at + "departure",
          "must be slot %d at the latest, not %d".formatted(instance.slots(), session.departure()));
    }
  }
}
