-- What the driver of a transaction wants; of several statements the last one counts.
CREATE TABLE wish
(
    transaction_id integer PRIMARY KEY REFERENCES transaction (id) ON DELETE CASCADE,
    departure      timestamptz,
    energy_wh      bigint,
    stated_at      timestamptz NOT NULL
);
