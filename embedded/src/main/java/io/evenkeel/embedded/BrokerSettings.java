package io.evenkeel.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings of a broker that is its own controller and has no peers. */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static Properties properties(Path log, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            Integer.toString(NODE),
            "controller.quorum.voters",
            NODE + "@127.0.0.1:" + controllerPort,
            "listeners",
            "BROKER://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
            "advertised.listeners",
            "BROKER://127.0.0.1:" + port,
            "inter.broker.listener.name",
            "BROKER",
            "controller.listener.names",
            CONTROLLER,
            "listener.security.protocol.map",
            "BROKER:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
            "log.dirs",
            log.toString()));
    // alone: nobody to replicate to
    properties.putAll(
        Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            // who makes a topic says how many partitions it has; made by the first reader it would
            // have one
            "auto.create.topics.enable", "false"));
    // After a kill the controller waits until the session of the broker's earlier life has run out;
    // by default nine seconds.
    properties.putAll(
        Map.of(
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "400",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000"));
    // a small machine: fewer threads and less memory than a broker of a data centre
    properties.putAll(
        Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "2",
            "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20),
            "log.segment.bytes", Integer.toString(128 << 20)));
    return properties;
  }
}
