package io.evenkeel.auth.domain;

/**
 * What is wrong with one field.
 *
 * @param field as the API spells it
 * @param message reads on from the field's name: "must be …"
 */
public record Violation(String field, String message) {}
