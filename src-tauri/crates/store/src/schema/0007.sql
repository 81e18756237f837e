-- Limits of extension by ground, the centre's own list of assistance, and when each bed stands in the house.

CREATE TABLE term_limit (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  victim INTEGER,
  presumed_victim INTEGER,
  potential_victim INTEGER,
  accompanying INTEGER,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX term_limit_current ON term_limit (id) WHERE until_action IS NULL;
CREATE INDEX term_limit_since ON term_limit (since_action);
CREATE INDEX term_limit_until ON term_limit (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER term_limit_frozen BEFORE UPDATE OF row, id, victim, presumed_victim, potential_victim, accompanying, from_at, to_at, since_action ON term_limit
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER term_limit_retired_once BEFORE UPDATE OF until_action ON term_limit
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER term_limit_new BEFORE INSERT ON term_limit
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER term_limit_kept BEFORE DELETE ON term_limit
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TRIGGER term_limit_one_at_a_time BEFORE INSERT ON term_limit
WHEN EXISTS (
  SELECT 1 FROM term_limit AS other
  WHERE other.until_action IS NULL
    AND (other.to_at IS NULL OR NEW.from_at < other.to_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two limits of terms at once'); END;

CREATE TABLE assistance_name (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX assistance_name_current ON assistance_name (id) WHERE until_action IS NULL;
CREATE INDEX assistance_name_since ON assistance_name (since_action);
CREATE INDEX assistance_name_until ON assistance_name (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER assistance_name_frozen BEFORE UPDATE OF row, id, name, from_at, to_at, since_action ON assistance_name
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER assistance_name_retired_once BEFORE UPDATE OF until_action ON assistance_name
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER assistance_name_new BEFORE INSERT ON assistance_name
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER assistance_name_kept BEFORE DELETE ON assistance_name
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE bed_standing (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  bed_id BLOB NOT NULL CHECK (length(bed_id) = 16),
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX bed_standing_current ON bed_standing (id) WHERE until_action IS NULL;
CREATE INDEX bed_standing_since ON bed_standing (since_action);
CREATE INDEX bed_standing_until ON bed_standing (until_action) WHERE until_action IS NOT NULL;
CREATE UNIQUE INDEX bed_standing_bed ON bed_standing (bed_id) WHERE until_action IS NULL;

CREATE TRIGGER bed_standing_frozen BEFORE UPDATE OF row, id, bed_id, from_at, to_at, since_action ON bed_standing
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER bed_standing_retired_once BEFORE UPDATE OF until_action ON bed_standing
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER bed_standing_new BEFORE INSERT ON bed_standing
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER bed_standing_kept BEFORE DELETE ON bed_standing
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A bed that is spoken of is in the record, and nobody sleeps in one while it doesn't stand in the house.

CREATE TRIGGER action_seals_bed_standing_bed AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed_standing AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM bed_standing WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM bed AS parent JOIN bed_standing AS touched ON touched.bed_id = parent.id
      WHERE parent.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (SELECT 1 FROM bed WHERE bed.id = child.bed_id AND bed.until_action IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'a standing without its bed'); END;

CREATE TRIGGER action_seals_bed_assignment_standing AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM bed_assignment AS child
  JOIN bed_standing AS stands ON stands.bed_id = child.bed_id AND stands.until_action IS NULL
  WHERE child.until_action IS NULL AND (child.since_action = NEW.seq OR stands.since_action = NEW.seq)
    AND (child.from_at < stands.from_at
      OR (stands.to_at IS NOT NULL AND (child.to_at IS NULL OR child.to_at > stands.to_at)))
)
BEGIN SELECT RAISE(ABORT, 'somebody in a bed that does not stand'); END;
