-- What smart charging learned of a charge point: JSON, by the name of the capability.
alter table charge_point add column learned text not null default '{}';

-- Commands of operators that change charging profiles, until others are told what came of them. What
-- stays here longer than its command is told from the log of commands.
create table untold_profile_change (
  command_id   varchar(64)  primary key,
  charge_point varchar(255) not null,
  action       varchar(40)  not null,
  request      text         not null,
  expires_at   timestamptz  not null
);
