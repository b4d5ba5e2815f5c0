-- Connectors, transactions and meter values. What is compared byte by byte is COLLATE "C".

-- Unique in the system, positive, and what OCPP's integer holds.
CREATE SEQUENCE transaction_id AS integer MINVALUE 1 MAXVALUE 2147483647 NO CYCLE;

CREATE TABLE transaction
(
    id                    integer PRIMARY KEY,
    charge_point          text COLLATE "C" NOT NULL,
    connector_id          integer          NOT NULL,
    id_tag                text             NOT NULL,
    -- the idTag in lower case: idTags compare without regard to case
    tag                   text COLLATE "C" NOT NULL,
    started_at            timestamptz      NOT NULL,
    meter_start           bigint           NOT NULL,
    start_received_at     timestamptz      NOT NULL,
    reservation_id        integer,
    -- what the charge point was told, and is told again when it repeats its start
    id_tag_status         text             NOT NULL,
    parent_id_tag         text,
    tag_expiry            timestamptz,
    ended_at              timestamptz,
    meter_stop            bigint,
    energy_wh             bigint,
    -- null when it was closed by evidence
    stop_received_at      timestamptz,
    stop_reason           text,
    stop_id_tag           text,
    -- what closed it by evidence; null when a stop did
    closing_cause         text COLLATE "C",
    flags                 text[]           NOT NULL DEFAULT '{}',
    start_remarks         text[],
    start_raw             text,
    stop_remarks          text[],
    stop_raw              text
);

-- The natural key: a start that is repeated finds its transaction, whenever and wherever it comes.
CREATE UNIQUE INDEX transaction_natural_key
    ON transaction (charge_point, connector_id, started_at, tag, meter_start);
CREATE INDEX transaction_open ON transaction (charge_point) WHERE ended_at IS NULL;
-- running ones of a tag, and all of a tag
CREATE INDEX transaction_tag ON transaction (tag, ended_at);
CREATE INDEX transaction_closed ON transaction (charge_point, closing_cause)
    WHERE closing_cause IS NOT NULL;
CREATE INDEX transaction_flagged ON transaction (id) WHERE cardinality(flags) > 0;
CREATE INDEX transaction_started ON transaction (started_at);

-- Stops that ended nothing: orphans and duplicates.
CREATE TABLE stray_stop
(
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    charge_point   text COLLATE "C" NOT NULL,
    transaction_id integer          NOT NULL,
    stopped_at     timestamptz      NOT NULL,
    meter_stop     bigint           NOT NULL,
    reason         text             NOT NULL,
    id_tag         text,
    -- the idTag in lower case; empty when there was none
    tag            text COLLATE "C" NOT NULL,
    received_at    timestamptz      NOT NULL,
    duplicate      boolean          NOT NULL,
    joined_to      integer,
    flags          text[]           NOT NULL,
    remarks        text[],
    raw            text,
    UNIQUE (charge_point, transaction_id, stopped_at, meter_stop, tag)
);

-- Orphans that a start may still be found for.
CREATE INDEX stray_stop_waiting ON stray_stop (charge_point, stopped_at)
    WHERE joined_to IS NULL AND NOT duplicate;

-- The current state of a connector; a row is rewritten often and no index changes with it.
CREATE TABLE connector
(
    charge_point      text COLLATE "C" NOT NULL,
    connector_id      integer          NOT NULL,
    -- null until it has reported one
    status            text,
    error_code        text,
    info              text,
    vendor_id         text,
    vendor_error_code text,
    -- since when this status and error code are the current ones
    since             timestamptz,
    -- digest of the report that made them so
    introduced_by     bigint,
    -- of the last report that counted
    effective_at      timestamptz,
    received_at       timestamptz,
    PRIMARY KEY (charge_point, connector_id)
) WITH (fillfactor = 60);

-- Everything a connector has reported, also what came too late to be the current state.
CREATE TABLE connector_status
(
    charge_point      text COLLATE "C" NOT NULL,
    connector_id      integer          NOT NULL,
    reported_at       timestamptz      NOT NULL,
    digest            bigint           NOT NULL,
    received_at       timestamptz      NOT NULL,
    status            text             NOT NULL,
    error_code        text             NOT NULL,
    info              text,
    vendor_id         text,
    vendor_error_code text,
    -- older than the current state when it came
    late              boolean          NOT NULL,
    -- a transition that OCPP does not allow
    anomaly           boolean          NOT NULL,
    previous_status   text,
    remarks           text[],
    raw               text,
    PRIMARY KEY (charge_point, connector_id, reported_at, digest)
);

-- One row per element of meterValue. The key finds a repeat, the readings of a transaction, the last
-- reading of a connector, and is the only index that a reading costs.
CREATE TABLE meter_value
(
    charge_point    text COLLATE "C" NOT NULL,
    connector_id    integer          NOT NULL,
    sampled_at      timestamptz      NOT NULL,
    digest          bigint           NOT NULL,
    -- as the charge point said it, known or not
    transaction_id  integer,
    received_at     timestamptz      NOT NULL,
    -- Energy.Active.Import.Register of the outlet in mWh, when it was told
    energy_milli_wh bigint,
    samples         json             NOT NULL,
    remarks         text[],
    raw             text,
    PRIMARY KEY (charge_point, connector_id, sampled_at, digest)
);

-- For the retention: rows come in the order of their receipt, so a few pages of index are enough.
CREATE INDEX meter_value_received ON meter_value USING brin (received_at) WITH (pages_per_range = 64);
CREATE INDEX connector_status_received ON connector_status USING brin (received_at);

ALTER TABLE meter_value SET (
    autovacuum_vacuum_insert_scale_factor = 0.5,
    autovacuum_analyze_scale_factor = 0.2
    );

-- What a reader of the bus could not digest.
CREATE TABLE dead_letter
(
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reader       text        NOT NULL,
    charge_point text        NOT NULL,
    message_type text        NOT NULL,
    -- as JSON
    message      text        NOT NULL,
    cause        text        NOT NULL,
    parked_at    timestamptz NOT NULL
);
