-- What the service "smartcharging" keeps. Currents are whole tenths of an ampere.

-- One process plans at a time: it holds an advisory lock and has raised the epoch. Everything it
-- writes names its epoch, so one that lost the lock without noticing writes nothing any more.
create table leadership (
  only_row boolean primary key default true check (only_row),
  epoch bigint not null
);

insert into leadership (epoch) values (0);

create table sites (
  id varchar(64) collate "C" primary key,
  definition text not null, -- JSON
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- A charge point belongs to one site, so that one planner speaks to it.
create table charge_points (
  charge_point varchar(255) collate "C" primary key,
  site_id varchar(64) collate "C" not null references sites (id) on delete cascade,
  capabilities text not null -- JSON
);

create index charge_points_of_site on charge_points (site_id);

create table connectors (
  charge_point varchar(255) collate "C" not null
    references charge_points (charge_point) on delete cascade,
  connector_id integer not null check (connector_id > 0),

  -- what the charger holds, as far as it is known
  maximum integer not null,
  default_low integer not null,
  default_high integer not null,
  default_confirmed boolean not null,
  profile_transaction_id integer,
  profile_low integer,
  profile_high integer,
  profile_confirmed boolean,
  uncontrolled boolean not null,

  -- the running transaction
  transaction_id integer,
  started_at timestamptz,
  live boolean,
  served boolean,
  served_since timestamptz,
  ended integer[] not null,
  status varchar(20),

  -- what it is to hold
  desired_default integer not null,
  desired_tx integer not null,
  default_rejections integer not null,
  tx_rejections integer not null,

  primary key (charge_point, connector_id),
  check (default_low <= default_high),
  check (not default_confirmed or default_low = default_high),
  check ((profile_transaction_id is null) = (profile_low is null)),
  check ((transaction_id is null) = (started_at is null))
);

-- Connectors that left their site and still hold its profiles.
create table leavers (
  charge_point varchar(255) collate "C" not null,
  connector_id integer not null,
  primary key (charge_point, connector_id)
);

create table dead_letters (
  id bigint generated always as identity primary key,
  reader varchar(100) not null,
  message_key varchar(255) not null,
  payload text not null,
  reason varchar(2000) not null,
  parked_at timestamptz not null
);
