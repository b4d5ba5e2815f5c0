package io.evenkeel.journeys;

/** A running EvenKeel, in one process or in many, driven from outside. */
interface Network extends AutoCloseable {

  /** What can be killed. In one process all services are the same part. */
  enum Part {
    GATEWAY,
    SECOND_GATEWAY,
    AUTH,
    TRANSACTION,
    SMARTCHARGING,
    BROKER,
    DATABASE
  }

  /** Base address of the API, without a slash at the end. */
  String api();

  /** Address that charge points connect to on a gateway node (0 or 1), without the identity. */
  String ocpp(int node);

  /** The administrator's password. */
  String password();

  /** Ends it as {@code kill -9} does. */
  void kill(Part part);

  /** Starts what was killed again and returns when it is ready. */
  void restart(Part part);

  @Override
  void close();
}
