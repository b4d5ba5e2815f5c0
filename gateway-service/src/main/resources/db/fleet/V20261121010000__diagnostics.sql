-- Diagnostics that were asked for: the one-time address (only its hash), what the charge point says of its upload, and the
-- file that came. upload names the attempt that receives at the moment, and the file on the node's disk after it.
create table diagnostics (
  id           bigint generated always as identity primary key,
  charge_point varchar(255) not null,
  command_id   varchar(64)  not null,
  requested_by varchar(255) not null,
  requested_at timestamptz  not null,
  token        varchar(64)  not null unique,
  open_until   timestamptz  not null,
  told_name    varchar(255),
  status       varchar(16),
  status_at    timestamptz,
  upload       varchar(60),
  upload_until timestamptz,
  file_name    varchar(255),
  size         bigint,
  node         smallint,
  received_at  timestamptz
);

create index diagnostics_of_charge_point on diagnostics (charge_point, id desc);
create index diagnostics_age on diagnostics (requested_at);
create index diagnostics_upload on diagnostics (upload) where upload is not null;
