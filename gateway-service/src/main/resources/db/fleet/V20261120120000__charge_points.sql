-- The device registry.
create table charge_point (
  id                         varchar(255) primary key,
  registration               varchar(16)  not null check (registration in ('Accepted', 'Pending', 'Rejected')),
  password_hash              varchar(255),
  note                       varchar(255),
  vendor                     varchar(20),
  model                      varchar(20),
  charge_point_serial_number varchar(25),
  charge_box_serial_number   varchar(25),
  firmware_version           varchar(50),
  iccid                      varchar(20),
  imsi                       varchar(20),
  meter_type                 varchar(25),
  meter_serial_number        varchar(25),
  declared                   text         not null default '{}',
  declared_firmware          varchar(50),
  operator_claims            text         not null default '{}',
  created_at                 timestamptz  not null,
  updated_at                 timestamptz  not null,
  booted_at                  timestamptz,
  accepted_at                timestamptz
) with (fillfactor = 80);

create index charge_point_model on charge_point (vendor, model);

-- Apart from the registry's wide rows, because it is written for every charge point twice a minute. No
-- foreign key: one charge point deleted meanwhile must not fail the batch of all others.
create table last_seen (
  charge_point varchar(255) primary key,
  at           timestamptz  not null
) with (fillfactor = 50);

-- What was asked of charge points and what came of it. rank orders the states, so that writes of two
-- nodes come to the same row whatever their order.
create table command (
  command_id        varchar(64)  primary key,
  charge_point      varchar(255) not null,
  action            varchar(40)  not null,
  request           text         not null,
  requested_by      varchar(255),
  state             varchar(16)  not null,
  rank              smallint     not null,
  response          text,
  error_code        varchar(255),
  error_description text,
  created_at        timestamptz  not null,
  expires_at        timestamptz  not null,
  sent_at           timestamptz,
  answered_at       timestamptz
);

create index command_of_charge_point on command (charge_point, created_at desc);
create index command_age on command using brin (created_at);

-- Messages that a reader of this service could not digest.
create table dead_letter (
  id        bigint generated always as identity primary key,
  reader    varchar(100) not null,
  key       varchar(255) not null,
  message   text         not null,
  cause     text         not null,
  parked_at timestamptz  not null
);
