-- How a site was at a moment, for plots: one row for all its nodes. The arrays of currents hold L1, L2, L3
-- of the first node, then of the second, and so on, in tenths of an ampere.
create table samples (
  site_id varchar(64) collate "C" not null references sites (id) on delete cascade,
  at timestamptz not null,
  nodes text[] not null,
  limits integer[] not null,
  worst integer[] not null,
  planned integer[] not null,
  measured integer[] not null,
  primary key (site_id, at),
  check (cardinality(limits) = 3 * cardinality(nodes)),
  check (cardinality(worst) = cardinality(limits)),
  check (cardinality(planned) = cardinality(limits)),
  check (cardinality(measured) = cardinality(limits))
);

create index samples_by_age on samples using brin (at);
