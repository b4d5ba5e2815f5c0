package io.evenkeel.transaction.view;

/**
 * Which page is wanted.
 *
 * @param page counts from 0
 */
public record PageRequest(int page, int size) {

  public long offset() {
    return (long) page * size;
  }
}
