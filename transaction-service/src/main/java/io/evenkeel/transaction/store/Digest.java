package io.evenkeel.transaction.store;

/**
 * 64 bits that stand for a text among the few texts of one connector and one moment (FNV-1a over
 * UTF-16). Kept in the database: it must never give another number for the same text.
 */
final class Digest {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Digest() {}

  static long of(CharSequence text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
