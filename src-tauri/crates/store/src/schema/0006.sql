-- Version 6: when somebody is expected to leave.

CREATE TABLE expected_departure (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  stay_id BLOB NOT NULL CHECK (length(stay_id) = 16),
  at INTEGER NOT NULL,
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX expected_departure_current ON expected_departure (id) WHERE until_action IS NULL;
CREATE UNIQUE INDEX expected_departure_once ON expected_departure (stay_id) WHERE until_action IS NULL;
CREATE INDEX expected_departure_since ON expected_departure (since_action);
CREATE INDEX expected_departure_until ON expected_departure (until_action) WHERE until_action IS NOT NULL;
CREATE INDEX expected_departure_stay ON expected_departure (stay_id, until_action);

CREATE TRIGGER expected_departure_frozen BEFORE UPDATE OF row, id, stay_id, at, since_action ON expected_departure
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER expected_departure_retired_once BEFORE UPDATE OF until_action ON expected_departure
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER expected_departure_new BEFORE INSERT ON expected_departure
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER expected_departure_kept BEFORE DELETE ON expected_departure
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TRIGGER action_seals_expected_departure_stay AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM expected_departure AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM expected_departure WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM stay JOIN expected_departure AS touched ON touched.stay_id = stay.id
      WHERE stay.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND NOT EXISTS (
    SELECT 1 FROM stay WHERE stay.id = child.stay_id AND stay.until_action IS NULL
  )
)
BEGIN SELECT RAISE(ABORT, 'an expected departure without its stay'); END;
