-- Version 5: the role of the night guard; keys that outlive a change of the data key.

CREATE TABLE staff_of_3_roles (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('guard', 'reception', 'manager')),
  public_key TEXT NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

INSERT INTO staff_of_3_roles (row, id, name, role, public_key, since_action, until_action)
SELECT row, id, name, role, public_key, since_action, until_action FROM staff;

DROP TABLE staff;
ALTER TABLE staff_of_3_roles RENAME TO staff;

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

-- What is derived from the data keys that the file had before: the journal is sealed with the first, and
-- backups made under any of them are still known as the file's own.
CREATE TABLE former_key (
  row INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('journal', 'backup')),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

CREATE UNIQUE INDEX former_key_of_journal ON former_key (purpose) WHERE purpose = 'journal';

CREATE TRIGGER former_key_frozen BEFORE UPDATE ON former_key
BEGIN SELECT RAISE(ABORT, 'a former key is never changed'); END;

CREATE TRIGGER former_key_kept BEFORE DELETE ON former_key
BEGIN SELECT RAISE(ABORT, 'a former key is never deleted'); END;
