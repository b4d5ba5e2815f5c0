-- When a ChangeAvailability that was answered Scheduled was seen to have happened.
alter table command add column effective_at timestamptz;

-- The few that wait, read at start.
create index command_scheduled on command (created_at) where state = 'Scheduled';
