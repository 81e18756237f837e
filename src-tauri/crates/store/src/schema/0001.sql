-- The first schema. Frozen once it has been used: later versions come as files of their own.
--
-- A fact is one row of its table: what it says, the actions from which and to which it was the record
-- (until_action is null while it is), and, where it has one, its own time as [from_at, to_at) in
-- milliseconds since 1970 UTC (to_at is null while it lasts). An action is written after its facts and
-- seals them: its triggers look at everything that the action touched.

CREATE TABLE action (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  recorded_at INTEGER NOT NULL,
  happened_at INTEGER NOT NULL,
  staff_id BLOB NOT NULL CHECK (length(staff_id) = 16),
  kind TEXT NOT NULL,
  reason TEXT,
  undoes INTEGER REFERENCES action (seq),
  about BLOB CHECK (length(about) = 16),
  mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER action_follows BEFORE INSERT ON action
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'an action follows the last one'); END;

CREATE TRIGGER action_frozen BEFORE UPDATE ON action
BEGIN SELECT RAISE(ABORT, 'actions are never edited'); END;

CREATE TRIGGER action_kept BEFORE DELETE ON action
BEGIN SELECT RAISE(ABORT, 'actions are never deleted'); END;

CREATE TABLE room (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  number INTEGER NOT NULL,
  room_use TEXT NOT NULL CHECK (room_use IN ('women', 'men', 'family', 'minors', 'isolation', 'any')),
  step_free INTEGER NOT NULL CHECK (step_free IN (0, 1)),
  wing TEXT NOT NULL CHECK (wing IN ('north', 'south')),
  plan_column INTEGER NOT NULL,
  plan_width INTEGER NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX room_current ON room (id) WHERE until_action IS NULL;
CREATE INDEX room_since ON room (since_action);
CREATE INDEX room_until ON room (until_action) WHERE until_action IS NOT NULL;
CREATE UNIQUE INDEX room_number ON room (number) WHERE until_action IS NULL;

CREATE TRIGGER room_frozen BEFORE UPDATE OF row, id, number, room_use, step_free, wing, plan_column, plan_width, since_action ON room
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER room_retired_once BEFORE UPDATE OF until_action ON room
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER room_new BEFORE INSERT ON room
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER room_kept BEFORE DELETE ON room
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE bed (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  room_id BLOB NOT NULL CHECK (length(room_id) = 16),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('single', 'lower', 'upper', 'cot')),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX bed_current ON bed (id) WHERE until_action IS NULL;
CREATE INDEX bed_since ON bed (since_action);
CREATE INDEX bed_until ON bed (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX bed_room ON bed (room_id, until_action);
CREATE UNIQUE INDEX bed_number ON bed (room_id, number) WHERE until_action IS NULL;

CREATE TRIGGER bed_frozen BEFORE UPDATE OF row, id, room_id, number, kind, since_action ON bed
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER bed_retired_once BEFORE UPDATE OF until_action ON bed
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER bed_new BEFORE INSERT ON bed
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER bed_kept BEFORE DELETE ON bed
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE capacity (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  places INTEGER NOT NULL CHECK (places > 0),
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX capacity_current ON capacity (id) WHERE until_action IS NULL;
CREATE INDEX capacity_since ON capacity (since_action);
CREATE INDEX capacity_until ON capacity (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER capacity_frozen BEFORE UPDATE OF row, id, places, from_at, to_at, since_action ON capacity
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER capacity_retired_once BEFORE UPDATE OF until_action ON capacity
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER capacity_new BEFORE INSERT ON capacity
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER capacity_kept BEFORE DELETE ON capacity
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE policy (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  opposite_sex_age INTEGER NOT NULL,
  with_adult_age INTEGER NOT NULL,
  upper_bunk_age INTEGER NOT NULL,
  cot_age INTEGER NOT NULL,
  max_moves INTEGER NOT NULL,
  term_days INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX policy_current ON policy (id) WHERE until_action IS NULL;
CREATE INDEX policy_since ON policy (since_action);
CREATE INDEX policy_until ON policy (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER policy_frozen BEFORE UPDATE OF row, id, opposite_sex_age, with_adult_age, upper_bunk_age, cot_age, max_moves, term_days, from_at, to_at, since_action ON policy
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER policy_retired_once BEFORE UPDATE OF until_action ON policy
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER policy_new BEFORE INSERT ON policy
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER policy_kept BEFORE DELETE ON policy
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE staff (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('reception', 'manager')),
  public_key TEXT NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX staff_current ON staff (id) WHERE until_action IS NULL;
CREATE INDEX staff_since ON staff (since_action);
CREATE INDEX staff_until ON staff (until_action) WHERE until_action IS NOT NULL;
CREATE UNIQUE INDEX staff_name ON staff (lower(name)) WHERE until_action IS NULL;

CREATE TRIGGER staff_frozen BEFORE UPDATE OF row, id, name, role, public_key, since_action ON staff
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER staff_retired_once BEFORE UPDATE OF until_action ON staff
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER staff_new BEFORE INSERT ON staff
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER staff_kept BEFORE DELETE ON staff
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE recovery (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  public_key TEXT NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX recovery_current ON recovery (id) WHERE until_action IS NULL;
CREATE INDEX recovery_since ON recovery (since_action);
CREATE INDEX recovery_until ON recovery (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER recovery_frozen BEFORE UPDATE OF row, id, public_key, since_action ON recovery
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER recovery_retired_once BEFORE UPDATE OF until_action ON recovery
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER recovery_new BEFORE INSERT ON recovery
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER recovery_kept BEFORE DELETE ON recovery
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE beneficiary (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  code INTEGER NOT NULL CHECK (code > 0),
  sex TEXT NOT NULL CHECK (sex IN ('female', 'male')),
  born_year INTEGER NOT NULL,
  born_month INTEGER NOT NULL CHECK (born_month BETWEEN 1 AND 12),
  born_estimated INTEGER NOT NULL CHECK (born_estimated IN (0, 1)),
  citizenship TEXT,
  needs TEXT NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX beneficiary_current ON beneficiary (id) WHERE until_action IS NULL;
CREATE INDEX beneficiary_since ON beneficiary (since_action);
CREATE INDEX beneficiary_until ON beneficiary (until_action) WHERE until_action IS NOT NULL;
CREATE UNIQUE INDEX beneficiary_code ON beneficiary (code) WHERE until_action IS NULL;
CREATE INDEX beneficiary_codes ON beneficiary (code);

CREATE TRIGGER beneficiary_frozen BEFORE UPDATE OF row, id, code, sex, born_year, born_month, born_estimated, citizenship, needs, since_action ON beneficiary
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER beneficiary_retired_once BEFORE UPDATE OF until_action ON beneficiary
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER beneficiary_new BEFORE INSERT ON beneficiary
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER beneficiary_kept BEFORE DELETE ON beneficiary
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE identity (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  beneficiary_id BLOB NOT NULL CHECK (length(beneficiary_id) = 16),
  name TEXT NOT NULL,
  born_on TEXT,
  documents TEXT NOT NULL,
  notes TEXT NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX identity_current ON identity (id) WHERE until_action IS NULL;
CREATE INDEX identity_since ON identity (since_action);
CREATE INDEX identity_until ON identity (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX identity_beneficiary ON identity (beneficiary_id, until_action);
CREATE UNIQUE INDEX identity_of_beneficiary ON identity (beneficiary_id) WHERE until_action IS NULL;

CREATE TRIGGER identity_frozen BEFORE UPDATE OF row, id, beneficiary_id, name, born_on, documents, notes, since_action ON identity
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER identity_retired_once BEFORE UPDATE OF until_action ON identity
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER identity_new BEFORE INSERT ON identity
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER identity_kept BEFORE DELETE ON identity
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE party (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  referrer TEXT CHECK (referrer IN ('nrs_team', 'police', 'justice', 'iom', 'ngo', 'hotline', 'social_assistance', 'health', 'border', 'consulate', 'centre', 'self', 'other')),
  territory TEXT,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX party_current ON party (id) WHERE until_action IS NULL;
CREATE INDEX party_since ON party (since_action);
CREATE INDEX party_until ON party (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER party_frozen BEFORE UPDATE OF row, id, referrer, territory, since_action ON party
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER party_retired_once BEFORE UPDATE OF until_action ON party
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER party_new BEFORE INSERT ON party
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER party_kept BEFORE DELETE ON party
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE stay (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  beneficiary_id BLOB NOT NULL CHECK (length(beneficiary_id) = 16),
  party_id BLOB NOT NULL CHECK (length(party_id) = 16),
  relation TEXT NOT NULL CHECK (relation IN ('head', 'mother', 'father', 'daughter', 'son', 'sister', 'brother', 'grandmother', 'grandfather', 'spouse', 'relative', 'companion')),
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  departed INTEGER NOT NULL CHECK (departed = (to_at IS NOT NULL)),
  departure_reason TEXT CHECK (departure_reason IN ('completed', 'term_ended', 'own_wish', 'referred', 'repatriated', 'absconded', 'rules', 'died', 'other')),
  destination TEXT CHECK (destination IN ('family', 'own_home', 'relatives', 'other_centre', 'hospital', 'abroad', 'unknown', 'other')),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX stay_current ON stay (id) WHERE until_action IS NULL;
CREATE INDEX stay_since ON stay (since_action);
CREATE INDEX stay_until ON stay (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX stay_beneficiary ON stay (beneficiary_id, until_action);
CREATE INDEX stay_party ON stay (party_id, until_action);
CREATE INDEX stay_end ON stay (to_at) WHERE until_action IS NULL;

CREATE TRIGGER stay_frozen BEFORE UPDATE OF row, id, beneficiary_id, party_id, relation, from_at, to_at, departed, departure_reason, destination, since_action ON stay
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER stay_retired_once BEFORE UPDATE OF until_action ON stay
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER stay_new BEFORE INSERT ON stay
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER stay_kept BEFORE DELETE ON stay
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE ground (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('victim', 'presumed_victim', 'potential_victim', 'accompanying')),
  decided_by TEXT CHECK (decided_by IN ('nrs_team', 'police', 'justice', 'iom', 'ngo', 'hotline', 'social_assistance', 'health', 'border', 'consulate', 'centre', 'self', 'other')),
  decided_on TEXT,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX ground_current ON ground (id) WHERE until_action IS NULL;
CREATE INDEX ground_since ON ground (since_action);
CREATE INDEX ground_until ON ground (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX ground_stay ON ground (stay_id, until_action);

CREATE TRIGGER ground_frozen BEFORE UPDATE OF row, id, stay_id, kind, decided_by, decided_on, from_at, to_at, since_action ON ground
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER ground_retired_once BEFORE UPDATE OF until_action ON ground
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER ground_new BEFORE INSERT ON ground
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER ground_kept BEFORE DELETE ON ground
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE phase (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('crisis', 'rehabilitation')),
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX phase_current ON phase (id) WHERE until_action IS NULL;
CREATE INDEX phase_since ON phase (since_action);
CREATE INDEX phase_until ON phase (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX phase_stay ON phase (stay_id, until_action);

CREATE TRIGGER phase_frozen BEFORE UPDATE OF row, id, stay_id, kind, from_at, to_at, since_action ON phase
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER phase_retired_once BEFORE UPDATE OF until_action ON phase
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER phase_new BEFORE INSERT ON phase
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER phase_kept BEFORE DELETE ON phase
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE term (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  days INTEGER NOT NULL CHECK (days > 0),
  authority TEXT CHECK (authority IN ('nrs_team', 'police', 'justice', 'iom', 'ngo', 'hotline', 'social_assistance', 'health', 'border', 'consulate', 'centre', 'self', 'other')),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX term_current ON term (id) WHERE until_action IS NULL;
CREATE INDEX term_since ON term (since_action);
CREATE INDEX term_until ON term (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX term_stay ON term (stay_id, until_action);
CREATE UNIQUE INDEX term_of_stay ON term (stay_id) WHERE until_action IS NULL;

CREATE TRIGGER term_frozen BEFORE UPDATE OF row, id, stay_id, days, authority, since_action ON term
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER term_retired_once BEFORE UPDATE OF until_action ON term
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER term_new BEFORE INSERT ON term
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER term_kept BEFORE DELETE ON term
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE bed_assignment (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  bed_id BLOB NOT NULL CHECK (length(bed_id) = 16),
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX bed_assignment_current ON bed_assignment (id) WHERE until_action IS NULL;
CREATE INDEX bed_assignment_since ON bed_assignment (since_action);
CREATE INDEX bed_assignment_until ON bed_assignment (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX bed_assignment_stay ON bed_assignment (stay_id, until_action);
CREATE INDEX bed_assignment_bed ON bed_assignment (bed_id, until_action);

CREATE TRIGGER bed_assignment_frozen BEFORE UPDATE OF row, id, stay_id, bed_id, from_at, to_at, since_action ON bed_assignment
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER bed_assignment_retired_once BEFORE UPDATE OF until_action ON bed_assignment
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER bed_assignment_new BEFORE INSERT ON bed_assignment
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER bed_assignment_kept BEFORE DELETE ON bed_assignment
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE bed_share (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  with_id BLOB NOT NULL CHECK (length(with_id) = 16),
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX bed_share_current ON bed_share (id) WHERE until_action IS NULL;
CREATE INDEX bed_share_since ON bed_share (since_action);
CREATE INDEX bed_share_until ON bed_share (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX bed_share_stay ON bed_share (stay_id, until_action);
CREATE INDEX bed_share_with ON bed_share (with_id, until_action);

CREATE TRIGGER bed_share_frozen BEFORE UPDATE OF row, id, stay_id, with_id, from_at, to_at, since_action ON bed_share
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER bed_share_retired_once BEFORE UPDATE OF until_action ON bed_share
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER bed_share_new BEFORE INSERT ON bed_share
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER bed_share_kept BEFORE DELETE ON bed_share
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE absence (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('medical', 'authority', 'family', 'day', 'unexplained', 'other')),
  expected_return INTEGER,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX absence_current ON absence (id) WHERE until_action IS NULL;
CREATE INDEX absence_since ON absence (since_action);
CREATE INDEX absence_until ON absence (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX absence_stay ON absence (stay_id, until_action);

CREATE TRIGGER absence_frozen BEFORE UPDATE OF row, id, stay_id, kind, expected_return, from_at, to_at, since_action ON absence
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER absence_retired_once BEFORE UPDATE OF until_action ON absence
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER absence_new BEFORE INSERT ON absence
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER absence_kept BEFORE DELETE ON absence
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- Two people in one bed, one person in two.

CREATE TRIGGER bed_assignment_one_person BEFORE INSERT ON bed_assignment
WHEN EXISTS (
  SELECT 1 FROM bed_assignment AS other
  WHERE other.bed_id = NEW.bed_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two people in one bed'); END;

CREATE TRIGGER bed_assignment_one_bed BEFORE INSERT ON bed_assignment
WHEN EXISTS (
  SELECT 1 FROM bed_assignment AS other
  WHERE other.stay_id = NEW.stay_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'one person in two beds'); END;

CREATE TRIGGER bed_assignment_or_share BEFORE INSERT ON bed_assignment
WHEN EXISTS (
  SELECT 1 FROM bed_share AS other
  WHERE other.stay_id = NEW.stay_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'one person in two beds'); END;

CREATE TRIGGER bed_share_one_bed BEFORE INSERT ON bed_share
WHEN EXISTS (
  SELECT 1 FROM bed_share AS other
  WHERE other.stay_id = NEW.stay_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'one person in two beds'); END;

CREATE TRIGGER bed_share_or_assignment BEFORE INSERT ON bed_share
WHEN EXISTS (
  SELECT 1 FROM bed_assignment AS other
  WHERE other.stay_id = NEW.stay_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'one person in two beds'); END;

CREATE TRIGGER stay_one_at_a_time BEFORE INSERT ON stay
WHEN EXISTS (
  SELECT 1 FROM stay AS other
  WHERE other.beneficiary_id = NEW.beneficiary_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'one person in two stays'); END;

CREATE TRIGGER ground_one_at_a_time BEFORE INSERT ON ground
WHEN EXISTS (
  SELECT 1 FROM ground AS other
  WHERE other.stay_id = NEW.stay_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two of one ground at once'); END;

CREATE TRIGGER phase_one_at_a_time BEFORE INSERT ON phase
WHEN EXISTS (
  SELECT 1 FROM phase AS other
  WHERE other.stay_id = NEW.stay_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two of one phase at once'); END;

CREATE TRIGGER absence_one_at_a_time BEFORE INSERT ON absence
WHEN EXISTS (
  SELECT 1 FROM absence AS other
  WHERE other.stay_id = NEW.stay_id AND other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two of one absence at once'); END;

CREATE TRIGGER capacity_one_at_a_time BEFORE INSERT ON capacity
WHEN EXISTS (
  SELECT 1 FROM capacity AS other
  WHERE other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two of one capacity at once'); END;

CREATE TRIGGER policy_one_at_a_time BEFORE INSERT ON policy
WHEN EXISTS (
  SELECT 1 FROM policy AS other
  WHERE other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two of one policy at once'); END;

-- When an action seals its facts: everything they speak of is in the record.

CREATE TRIGGER action_seals_bed_room AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM bed WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM room AS parent JOIN bed AS touched ON touched.room_id = parent.id
      WHERE parent.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (SELECT 1 FROM room AS parent WHERE parent.id = child.room_id AND parent.until_action IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'bed without its room'); END;

CREATE TRIGGER action_seals_identity_beneficiary AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM identity AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM identity WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM beneficiary AS parent JOIN identity AS touched ON touched.beneficiary_id = parent.id
      WHERE parent.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (SELECT 1 FROM beneficiary AS parent WHERE parent.id = child.beneficiary_id AND parent.until_action IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'identity without its beneficiary'); END;

CREATE TRIGGER action_seals_stay_beneficiary AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM stay AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM stay WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM beneficiary AS parent JOIN stay AS touched ON touched.beneficiary_id = parent.id
      WHERE parent.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (SELECT 1 FROM beneficiary AS parent WHERE parent.id = child.beneficiary_id AND parent.until_action IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'stay without its beneficiary'); END;

CREATE TRIGGER action_seals_stay_party AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM stay AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM stay WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM party AS parent JOIN stay AS touched ON touched.party_id = parent.id
      WHERE parent.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (SELECT 1 FROM party AS parent WHERE parent.id = child.party_id AND parent.until_action IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'stay without its party'); END;

CREATE TRIGGER action_seals_bed_assignment_bed AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed_assignment AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM bed_assignment WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM bed AS parent JOIN bed_assignment AS touched ON touched.bed_id = parent.id
      WHERE parent.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (SELECT 1 FROM bed AS parent WHERE parent.id = child.bed_id AND parent.until_action IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'bed_assignment without its bed'); END;

-- Everything of a stay lies inside it.

CREATE TRIGGER action_seals_ground_stay AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM ground AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM ground WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN ground AS touched ON touched.stay_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.stay_id AND stay.until_action IS NULL
      AND stay.from_at <= child.from_at
      AND (stay.to_at IS NULL OR (child.to_at IS NOT NULL AND child.to_at <= stay.to_at))
  )
)
BEGIN SELECT RAISE(ABORT, 'ground outside its stay'); END;

CREATE TRIGGER action_seals_phase_stay AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM phase AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM phase WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN phase AS touched ON touched.stay_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.stay_id AND stay.until_action IS NULL
      AND stay.from_at <= child.from_at
      AND (stay.to_at IS NULL OR (child.to_at IS NOT NULL AND child.to_at <= stay.to_at))
  )
)
BEGIN SELECT RAISE(ABORT, 'phase outside its stay'); END;

CREATE TRIGGER action_seals_term_stay AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM term AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM term WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN term AS touched ON touched.stay_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.stay_id AND stay.until_action IS NULL
  )
)
BEGIN SELECT RAISE(ABORT, 'term outside its stay'); END;

CREATE TRIGGER action_seals_bed_assignment_stay AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed_assignment AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM bed_assignment WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN bed_assignment AS touched ON touched.stay_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.stay_id AND stay.until_action IS NULL
      AND stay.from_at <= child.from_at
      AND (stay.to_at IS NULL OR (child.to_at IS NOT NULL AND child.to_at <= stay.to_at))
  )
)
BEGIN SELECT RAISE(ABORT, 'bed_assignment outside its stay'); END;

CREATE TRIGGER action_seals_bed_share_stay AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed_share AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM bed_share WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN bed_share AS touched ON touched.stay_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.stay_id AND stay.until_action IS NULL
      AND stay.from_at <= child.from_at
      AND (stay.to_at IS NULL OR (child.to_at IS NOT NULL AND child.to_at <= stay.to_at))
  )
)
BEGIN SELECT RAISE(ABORT, 'bed_share outside its stay'); END;

CREATE TRIGGER action_seals_bed_share_with AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed_share AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM bed_share WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN bed_share AS touched ON touched.with_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.with_id AND stay.until_action IS NULL
      AND stay.from_at <= child.from_at
      AND (stay.to_at IS NULL OR (child.to_at IS NOT NULL AND child.to_at <= stay.to_at))
  )
)
BEGIN SELECT RAISE(ABORT, 'bed_share outside its stay'); END;

CREATE TRIGGER action_seals_absence_stay AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM absence AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM absence WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN absence AS touched ON touched.stay_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.stay_id AND stay.until_action IS NULL
      AND stay.from_at <= child.from_at
      AND (stay.to_at IS NULL OR (child.to_at IS NOT NULL AND child.to_at <= stay.to_at))
  )
)
BEGIN SELECT RAISE(ABORT, 'absence outside its stay'); END;

-- An infant shares the bed of somebody of the same party who has one.

CREATE TRIGGER action_seals_share_party AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed_share AS share
  JOIN stay AS infant ON infant.id = share.stay_id AND infant.until_action IS NULL
  JOIN stay AS adult ON adult.id = share.with_id AND adult.until_action IS NULL
  WHERE share.until_action IS NULL AND share.row IN (
    SELECT row FROM bed_share WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN bed_share AS touched ON touched.stay_id = stay.id OR touched.with_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
    UNION SELECT touched.row FROM bed_share AS other JOIN bed_share AS touched ON touched.with_id = other.stay_id
      WHERE other.since_action = NEW.seq AND touched.until_action IS NULL
  ) AND (
    infant.party_id <> adult.party_id OR infant.id = adult.id OR EXISTS (
      SELECT 1 FROM bed_share AS other
      WHERE other.stay_id = adult.id AND other.until_action IS NULL
        AND (other.to_at IS NULL OR share.from_at < other.to_at)
        AND (share.to_at IS NULL OR other.from_at < share.to_at)
    )
  )
)
BEGIN SELECT RAISE(ABORT, 'a bed shared with nobody'); END;

-- Everybody has a bed, own or shared, for the whole stay: the pieces don't overlap and lie inside, so
-- they cover it when their lengths add up. 253402300800000 stands for a time without end.
CREATE TRIGGER action_seals_nights AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM stay
  WHERE stay.until_action IS NULL AND stay.id IN (
    SELECT id FROM stay WHERE since_action = NEW.seq
    UNION SELECT stay_id FROM bed_assignment WHERE since_action = NEW.seq
    UNION SELECT stay_id FROM bed_assignment WHERE until_action = NEW.seq
    UNION SELECT stay_id FROM bed_share WHERE since_action = NEW.seq
    UNION SELECT stay_id FROM bed_share WHERE until_action = NEW.seq
  ) AND coalesce(stay.to_at, 253402300800000) - stay.from_at <> (
    SELECT coalesce(sum(coalesce(piece.to_at, 253402300800000) - piece.from_at), 0) FROM (
      SELECT from_at, to_at FROM bed_assignment WHERE stay_id = stay.id AND until_action IS NULL
      UNION ALL SELECT from_at, to_at FROM bed_share WHERE stay_id = stay.id AND until_action IS NULL
    ) AS piece
  )
)
BEGIN SELECT RAISE(ABORT, 'a person without a bed'); END;
