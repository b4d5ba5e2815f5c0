-- How many phases of the connector, the first ones, the car of the running transaction was seen to
-- use; 3: all, or not known.
alter table connectors add column car_phases integer not null default 3;
