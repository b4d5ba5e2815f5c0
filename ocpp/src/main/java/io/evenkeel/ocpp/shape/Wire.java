package io.evenkeel.ocpp.shape;

/** An enum constant with the text that stands for it on the wire. */
public interface Wire {

  /** The constant's Java name, see {@link Enum#name()}. */
  String name();

  /** The text on the wire; the same as the Java name unless that would be no identifier. */
  default String wire() {
    return name();
  }
}
