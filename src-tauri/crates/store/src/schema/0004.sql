-- Version 4: how the desk works.

CREATE TABLE desk (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  undo_hours INTEGER NOT NULL,
  ending_days INTEGER NOT NULL,
  lapsing_hours INTEGER NOT NULL,
  forgotten_days INTEGER NOT NULL,
  smallest_count INTEGER NOT NULL,
  idle_minutes INTEGER NOT NULL,
  backup_actions INTEGER NOT NULL,
  backup_days INTEGER NOT NULL,
  erase_days INTEGER,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX desk_current ON desk (id) WHERE until_action IS NULL;
CREATE INDEX desk_since ON desk (since_action);
CREATE INDEX desk_until ON desk (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER desk_frozen BEFORE UPDATE OF row, id, undo_hours, ending_days, lapsing_hours, forgotten_days, smallest_count, idle_minutes, backup_actions, backup_days, erase_days, from_at, to_at, since_action ON desk
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER desk_retired_once BEFORE UPDATE OF until_action ON desk
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER desk_new BEFORE INSERT ON desk
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER desk_kept BEFORE DELETE ON desk
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TRIGGER desk_one_at_a_time BEFORE INSERT ON desk
WHEN EXISTS (
  SELECT 1 FROM desk WHERE until_action IS NULL
    AND (to_at IS NULL OR NEW.from_at < to_at) AND (NEW.to_at IS NULL OR from_at < NEW.to_at)
)
BEGIN SELECT RAISE(ABORT, 'two settings of the desk at once'); END;
