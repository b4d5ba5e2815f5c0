-- Profiles that others than this service set and the charge point may hold: payloads of
-- SetChargingProfile as a JSON array.
alter table charge_points add column set_by_hand text not null default '[]';
