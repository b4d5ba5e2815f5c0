package io.evenkeel.gateway.diagnostics;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a request to a file as it comes: the whole body, or the first file of a form.
 * The request is not read faster than the disk writes. Everything runs on the request's event loop.
 */
final class Intake {

  /** What else a form may be made of. */
  static final long FORM_BYTES = 64 * 1024;

  /**
   * A file that is whole and on the disk.
   *
   * @param name as a form says it
   */
  record Taken(long bytes, @Nullable String name) {}

  private final HttpServerRequest request;
  private final AsyncFile file;
  private final long most;
  private final Shelf shelf;
  private final Promise<Taken> promise = Promise.promise();
  private final boolean form;
  private @Nullable HttpServerFileUpload part;
  private boolean partEnded;
  private boolean ended;
  private boolean over;
  private long bytes;
  private long formBytes;
  private int writing;

  Intake(HttpServerRequest request, AsyncFile file, long most, Shelf shelf) {
    this.request = request;
    this.file = file;
    this.most = most;
    this.shelf = shelf;
    var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    this.form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /** Reads the request; however it ends, the file is closed then. */
  Future<Taken> take(Vertx vertx, Duration within) {
    long timer = vertx.setTimer(within.toMillis(), _ -> fail(UploadRefused.tooSlow()));
    request.exceptionHandler(this::fail);
    file.exceptionHandler(this::fail);
    if (form) {
      request.setExpectMultipart(true);
      request.uploadHandler(this::part);
      request.handler(this::formChunk);
    } else {
      request.handler(chunk -> write(request, chunk));
    }
    request.endHandler(
        _ -> {
          ended = true;
          finishWhenDone();
        });
    request.resume();
    return promise.future().onComplete(_ -> vertx.cancelTimer(timer));
  }

  private void part(HttpServerFileUpload upload) {
    upload.exceptionHandler(this::fail);
    if (part != null) {
      upload.handler(_ -> {});
      return;
    }
    part = upload;
    upload.handler(chunk -> write(upload, chunk));
    upload.endHandler(
        _ -> {
          partEnded = true;
          finishWhenDone();
        });
  }

  private void formChunk(Buffer chunk) {
    formBytes += chunk.length();
    if (formBytes > most + FORM_BYTES) {
      fail(UploadRefused.tooLarge());
    }
  }

  private void write(ReadStream<Buffer> from, Buffer chunk) {
    if (over) {
      return;
    }
    if (bytes + chunk.length() > most) {
      fail(UploadRefused.tooLarge());
      return;
    }
    if (!shelf.reserve(chunk.length())) {
      fail(UploadRefused.full());
      return;
    }
    bytes += chunk.length();
    writing++;
    file.write(chunk)
        .onComplete(
            written -> {
              writing--;
              if (written.failed()) {
                fail(written.cause());
              } else {
                finishWhenDone();
              }
            });
    if (file.writeQueueFull()) {
      from.pause();
      file.drainHandler(_ -> from.resume());
    }
  }

  /** An answer means that it is on the disk: all is written, then flushed, then closed. */
  private void finishWhenDone() {
    if (over || !ended || writing > 0 || (part != null && !partEnded)) {
      return;
    }
    if (bytes == 0) {
      fail(UploadRefused.noFile());
      return;
    }
    over = true;
    var name = part == null ? null : part.filename();
    file.flush().compose(_ -> file.close()).map(_ -> new Taken(bytes, name)).onComplete(promise);
  }

  private void fail(Throwable cause) {
    if (!over) {
      over = true;
      file.close().onComplete(_ -> promise.fail(cause));
    }
  }
}
