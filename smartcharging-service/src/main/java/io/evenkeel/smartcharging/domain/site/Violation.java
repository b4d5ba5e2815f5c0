package io.evenkeel.smartcharging.domain.site;

/**
 * What is wrong with one field.
 *
 * @param field its path in the document, such as {@code nodes[1].parent}
 * @param message what was expected and what was found
 */
public record Violation(String field, String message) {}
