-- What sites are told by others than chargers. Written by the planner only (see leadership).

-- The last reading of each meter, in A on L1, L2, L3.
create table meter_readings (
  site_id varchar(64) collate "C" not null references sites (id) on delete cascade,
  meter_id varchar(64) collate "C" not null,
  at timestamptz not null,
  l1 double precision not null,
  l2 double precision not null,
  l3 double precision not null,
  primary key (site_id, meter_id)
) with (fillfactor = 50);

-- What a meter showed beside charging in a quarter of an hour, on average: the forecast is made of it.
create table meter_loads (
  site_id varchar(64) collate "C" not null references sites (id) on delete cascade,
  meter_id varchar(64) collate "C" not null,
  start_at timestamptz not null,
  l1 double precision not null,
  l2 double precision not null,
  l3 double precision not null,
  primary key (site_id, meter_id, start_at)
);

create index meter_loads_by_age on meter_loads using brin (start_at);

-- Limits that somebody else sets for a while.
create table signals (
  site_id varchar(64) collate "C" not null references sites (id) on delete cascade,
  signal_id varchar(64) collate "C" not null,
  node varchar(64) collate "C" not null,
  kind varchar(8) not null check (kind in ('CURRENT', 'POWER', 'SHARE')),
  amperes integer[], -- L1, L2, L3 in tenths, of a CURRENT
  figure bigint, -- W of a POWER, per cent of a SHARE
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (site_id, signal_id),
  check ((kind = 'CURRENT') = (amperes is not null)),
  check ((kind = 'CURRENT') = (figure is null))
);

create table prices (
  site_id varchar(64) collate "C" primary key references sites (id) on delete cascade,
  currency varchar(3) not null,
  from_at timestamptz[] not null,
  per_kwh double precision[] not null,
  check (cardinality(from_at) = cardinality(per_kwh))
);

-- Running transactions: who, since when, and what the driver wants.
create table stays (
  charge_point varchar(255) collate "C" not null,
  connector_id integer not null,
  transaction_id integer not null,
  id_tag varchar(64), -- null when its start was not heard
  started_at timestamptz not null,
  meter_start_wh bigint,
  departure timestamptz,
  energy_wh bigint,
  stated_at timestamptz,
  primary key (charge_point, connector_id)
);

-- What is usual for a driver or at a connector.
create table habits (
  name varchar(300) collate "C" primary key,
  stay_s double precision not null,
  energy_wh double precision not null,
  times integer not null,
  updated_at timestamptz not null
);

create index habits_by_age on habits (updated_at);
