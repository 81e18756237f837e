-- Assistance, closures, the waiting list and holds.

CREATE TABLE assistance (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('medical', 'psychological', 'legal', 'other')),
  name TEXT,
  on_day TEXT NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX assistance_current ON assistance (id) WHERE until_action IS NULL;
CREATE INDEX assistance_since ON assistance (since_action);
CREATE INDEX assistance_until ON assistance (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX assistance_stay ON assistance (stay_id, until_action);

CREATE TRIGGER assistance_frozen BEFORE UPDATE OF row, id, stay_id, kind, name, on_day, since_action ON assistance
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER assistance_retired_once BEFORE UPDATE OF until_action ON assistance
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER assistance_new BEFORE INSERT ON assistance
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER assistance_kept BEFORE DELETE ON assistance
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE closure (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  bed_id BLOB NOT NULL CHECK (length(bed_id) = 16),
  reason TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX closure_current ON closure (id) WHERE until_action IS NULL;
CREATE INDEX closure_since ON closure (since_action);
CREATE INDEX closure_until ON closure (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX closure_bed ON closure (bed_id, until_action);

CREATE TRIGGER closure_frozen BEFORE UPDATE OF row, id, bed_id, reason, from_at, to_at, since_action ON closure
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER closure_retired_once BEFORE UPDATE OF until_action ON closure
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER closure_new BEFORE INSERT ON closure
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER closure_kept BEFORE DELETE ON closure
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE waiting (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  label TEXT NOT NULL,
  members TEXT NOT NULL,
  urgency TEXT,
  rank INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  ended TEXT CHECK (ended IN ('checked_in', 'elsewhere', 'withdrawn', 'refused')) CHECK ((ended IS NULL) = (to_at IS NULL)),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX waiting_current ON waiting (id) WHERE until_action IS NULL;
CREATE INDEX waiting_since ON waiting (since_action);
CREATE INDEX waiting_until ON waiting (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER waiting_frozen BEFORE UPDATE OF row, id, label, members, urgency, rank, from_at, to_at, ended, since_action ON waiting
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER waiting_retired_once BEFORE UPDATE OF until_action ON waiting
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER waiting_new BEFORE INSERT ON waiting
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER waiting_kept BEFORE DELETE ON waiting
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE hold (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  label TEXT NOT NULL,
  places INTEGER NOT NULL CHECK (places > 0),
  waiting_id BLOB CHECK (waiting_id IS NULL OR length(waiting_id) = 16),
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX hold_current ON hold (id) WHERE until_action IS NULL;
CREATE INDEX hold_since ON hold (since_action);
CREATE INDEX hold_until ON hold (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER hold_frozen BEFORE UPDATE OF row, id, label, places, waiting_id, from_at, to_at, since_action ON hold
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER hold_retired_once BEFORE UPDATE OF until_action ON hold
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER hold_new BEFORE INSERT ON hold
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER hold_kept BEFORE DELETE ON hold
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE held_bed (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  hold_id BLOB NOT NULL CHECK (length(hold_id) = 16),
  bed_id BLOB NOT NULL CHECK (length(bed_id) = 16),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX held_bed_current ON held_bed (id) WHERE until_action IS NULL;
CREATE INDEX held_bed_since ON held_bed (since_action);
CREATE INDEX held_bed_until ON held_bed (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX held_bed_hold ON held_bed (hold_id, until_action);

CREATE TRIGGER held_bed_frozen BEFORE UPDATE OF row, id, hold_id, bed_id, since_action ON held_bed
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER held_bed_retired_once BEFORE UPDATE OF until_action ON held_bed
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER held_bed_new BEFORE INSERT ON held_bed
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER held_bed_kept BEFORE DELETE ON held_bed
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- Nobody is put into a bed while it is closed.

CREATE TRIGGER bed_assignment_not_closed BEFORE INSERT ON bed_assignment
WHEN EXISTS (
  SELECT 1 FROM closure WHERE closure.bed_id = NEW.bed_id AND closure.until_action IS NULL
    AND closure.from_at <= NEW.from_at AND (closure.to_at IS NULL OR NEW.from_at < closure.to_at)
)
BEGIN SELECT RAISE(ABORT, 'the bed is closed'); END;
