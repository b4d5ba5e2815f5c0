-- What the service "auth" keeps. Keys are lower case; collation "C" makes them sort alike everywhere.

create table id_tags (
  key varchar(20) collate "C" primary key,
  id_tag varchar(20) not null,
  status varchar(20) not null check (status in ('Accepted', 'Blocked', 'Expired', 'Invalid')),
  expiry_date timestamptz,
  parent_key varchar(20) collate "C" references id_tags (key),
  max_concurrent_transactions integer check (max_concurrent_transactions >= 1),
  note varchar(500),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (key = lower(id_tag collate "C")),
  check (parent_key <> key)
);

create index id_tags_of_group on id_tags (parent_key) where parent_key is not null;

-- Changes that are committed and of which the gateways have not heard yet. Empty most of the time.
create table untold (
  id bigint generated always as identity primary key,
  id_tag varchar(20), -- null: whatever the tag
  changed_at timestamptz not null
);

create table dead_letters (
  id bigint generated always as identity primary key,
  reader varchar(100) not null,
  message_key varchar(255) not null,
  payload text not null,
  reason varchar(2000) not null,
  parked_at timestamptz not null
);

create table accounts (
  name varchar(64) collate "C" primary key,
  password_hash varchar(255) not null,
  roles varchar(20)[] not null,
  enabled boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
