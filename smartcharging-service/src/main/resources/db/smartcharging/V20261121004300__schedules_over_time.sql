-- Limits over time: what a charger holds for a transaction may have several periods. Where a course
-- is null, the whole number beside it holds for ever (rows of before). Courses are written as
-- "160 2026-03-01T12:00:00Z 60 end 2026-03-02T08:00:00Z", in tenths of an ampere.

alter table connectors
  add column profile_low_course text,
  add column profile_high_course text,
  add column desired_course text,
  add column drawn integer not null default 0,
  add column by_hand integer not null default 0,
  add column counts_from timestamptz;

-- What steering a charge point taught about it; JSON.
alter table charge_points add column learned text;
