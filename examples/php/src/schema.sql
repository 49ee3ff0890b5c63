-- SPDX-License-Identifier: LGPL-2.1-or-later
-- The words of docs/data.md for what the library reads, so that a register is the tables as they stand; lists are split
-- by '|' as in a CSV cell. No column for a name, sex, nationality or origin. Plain SQL that any PDO database takes.

CREATE TABLE settings (name VARCHAR(32) PRIMARY KEY, value VARCHAR(255) NOT NULL);

CREATE TABLE accounts (
  id VARCHAR(24) PRIMARY KEY,
  login VARCHAR(64) NOT NULL UNIQUE,
  password VARCHAR(255) NOT NULL,
  name VARCHAR(120) NOT NULL,
  role VARCHAR(16) NOT NULL,
  scope VARCHAR(64)
);

CREATE TABLE attempts (
  id VARCHAR(24) PRIMARY KEY,
  login VARCHAR(64) NOT NULL,
  address VARCHAR(64) NOT NULL,
  moment INTEGER NOT NULL
);
CREATE INDEX attempts_moment ON attempts (moment);

CREATE TABLE territories (id VARCHAR(64) PRIMARY KEY, parent VARCHAR(64));

CREATE TABLE households (
  id VARCHAR(64) PRIMARY KEY,
  request_date VARCHAR(10) NOT NULL,
  referral_date VARCHAR(10),
  last_contact VARCHAR(10),
  referrer VARCHAR(64),
  territory VARCHAR(64),
  situation VARCHAR(32),
  adults INTEGER,
  children INTEGER,
  births_expected INTEGER,
  income_year NUMERIC(12, 2),
  income_month NUMERIC(12, 2),
  rent_now NUMERIC(12, 2),
  rooms_now INTEGER,
  surface_now NUMERIC(8, 2),
  needs VARCHAR(500),
  support_accepted VARCHAR(8),
  priority VARCHAR(500),
  wants_territories VARCHAR(500),
  avoids_territories VARCHAR(500),
  wants_kinds VARCHAR(500),
  refuses_kinds VARCHAR(500),
  access VARCHAR(16),
  pets INTEGER,
  occupies VARCHAR(64),
  verified VARCHAR(1000)
);
CREATE INDEX households_referrer ON households (referrer);

CREATE TABLE persons (
  household_id VARCHAR(64) NOT NULL REFERENCES households (id),
  birth_date VARCHAR(10),
  role VARCHAR(16) NOT NULL,
  disability INTEGER,
  custody VARCHAR(16),
  situation VARCHAR(32)
);
CREATE INDEX persons_household ON persons (household_id);

CREATE TABLE units (
  id VARCHAR(64) PRIMARY KEY,
  kind VARCHAR(32) NOT NULL,
  territory VARCHAR(64) NOT NULL,
  zone VARCHAR(8),
  rooms INTEGER,
  surface NUMERIC(8, 2),
  rent NUMERIC(12, 2),
  charges NUMERIC(12, 2),
  housing_aid NUMERIC(12, 2),
  places INTEGER,
  access VARCHAR(16),
  pets INTEGER,
  available_from VARCHAR(10),
  lease VARCHAR(16),
  contingent VARCHAR(64),
  landlord VARCHAR(64),
  qpv INTEGER,
  onsite_support INTEGER,
  min_age INTEGER,
  max_age INTEGER
);
CREATE INDEX units_landlord ON units (landlord);

CREATE TABLE services (
  id VARCHAR(64) PRIMARY KEY,
  territories VARCHAR(1000),
  needs VARCHAR(500),
  max_level VARCHAR(8),
  slots VARCHAR(255)
);

CREATE TABLE outcomes (
  household_id VARCHAR(64) NOT NULL REFERENCES households (id),
  unit_id VARCHAR(64),
  kind VARCHAR(32),
  value NUMERIC(16, 6) NOT NULL
);

CREATE TABLE offers (
  household_id VARCHAR(64) NOT NULL REFERENCES households (id),
  unit_id VARCHAR(64) NOT NULL,
  date VARCHAR(10) NOT NULL,
  outcome VARCHAR(32) NOT NULL,
  reason VARCHAR(32)
);

-- Policies and registers under the SHA-256 of their canonical form, so that what was computed can be again.
CREATE TABLE documents (sha256 VARCHAR(64) PRIMARY KEY, document TEXT NOT NULL);

CREATE TABLE policies (
  id VARCHAR(24) PRIMARY KEY,
  version VARCHAR(64) NOT NULL UNIQUE,
  sha256 VARCHAR(64) NOT NULL REFERENCES documents (sha256),
  moment VARCHAR(20) NOT NULL,
  account VARCHAR(64) NOT NULL,
  why VARCHAR(2000) NOT NULL,
  changes VARCHAR(4000) NOT NULL
);

CREATE TABLE matchings (
  id VARCHAR(24) PRIMARY KEY,
  moment VARCHAR(20) NOT NULL,
  account VARCHAR(64) NOT NULL,
  version VARCHAR(64) NOT NULL,
  policy VARCHAR(64) NOT NULL REFERENCES documents (sha256),
  register VARCHAR(64) NOT NULL,
  mechanism VARCHAR(16) NOT NULL,
  seed VARCHAR(255) NOT NULL,
  households INTEGER NOT NULL,
  housed INTEGER NOT NULL,
  document TEXT
);

-- Only ever added to: one changes one's mind by a further line. A purge takes household and reason out.
CREATE TABLE decisions (
  id VARCHAR(24) PRIMARY KEY,
  moment VARCHAR(20) NOT NULL,
  account VARCHAR(64) NOT NULL,
  household_id VARCHAR(64),
  unit_id VARCHAR(64) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  departs INTEGER NOT NULL,
  why VARCHAR(2000),
  status VARCHAR(16) NOT NULL,
  place INTEGER,
  points NUMERIC(16, 3) NOT NULL,
  version VARCHAR(64) NOT NULL,
  policy VARCHAR(64) NOT NULL,
  register VARCHAR(64) NOT NULL
);
CREATE INDEX decisions_household ON decisions (household_id);
CREATE INDEX decisions_unit ON decisions (unit_id);

CREATE TABLE audit (
  id VARCHAR(24) PRIMARY KEY,
  moment VARCHAR(20) NOT NULL,
  account VARCHAR(64) NOT NULL,
  action VARCHAR(32) NOT NULL,
  household_id VARCHAR(64),
  unit_id VARCHAR(64),
  detail VARCHAR(255)
);
CREATE INDEX audit_household ON audit (household_id);
