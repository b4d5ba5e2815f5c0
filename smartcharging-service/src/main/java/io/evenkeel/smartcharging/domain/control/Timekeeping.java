package io.evenkeel.smartcharging.domain.control;

/** Whether a charger keeps to the times of a schedule. */
public enum Timekeeping {
  /** Nobody knows: its schedules count at their highest period until one was read back right. */
  UNPROVEN,
  /** It read a schedule back right: its schedules count slot by slot. */
  PROVEN,
  /** It read one back wrong or reads nothing back: it is given one period at a time. */
  FAILED
}
