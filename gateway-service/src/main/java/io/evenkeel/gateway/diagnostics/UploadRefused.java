package io.evenkeel.gateway.diagnostics;

/** An upload that is not taken, with the HTTP status that says why. */
final class UploadRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  private UploadRefused(int status, String why) {
    super(why, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  static UploadRefused noSuchAddress() {
    return new UploadRefused(404, "no such address");
  }

  static UploadRefused noFile() {
    return new UploadRefused(400, "no file, or an empty one");
  }

  static UploadRefused tooSlow() {
    return new UploadRefused(408, "it took too long");
  }

  static UploadRefused tooLarge() {
    return new UploadRefused(413, "the file is too large");
  }

  static UploadRefused tooManyWrong() {
    return new UploadRefused(429, "too many wrong addresses");
  }

  static UploadRefused tooMany() {
    return new UploadRefused(503, "too many uploads at once");
  }

  static UploadRefused full() {
    return new UploadRefused(507, "the disk space for diagnostics is used up");
  }
}
