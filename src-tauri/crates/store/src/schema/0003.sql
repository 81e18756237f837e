-- Version 3: people who are kept apart.

CREATE TABLE apart_pair (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  one_id BLOB NOT NULL CHECK (length(one_id) = 16),
  other_id BLOB NOT NULL CHECK (length(other_id) = 16 AND other_id <> one_id),
  reason TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at IS NULL OR to_at > from_at),
  since_action INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  until_action INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED CHECK (until_action > since_action)
) STRICT;

CREATE UNIQUE INDEX apart_pair_current ON apart_pair (id) WHERE until_action IS NULL;
CREATE INDEX apart_pair_since ON apart_pair (since_action);
CREATE INDEX apart_pair_until ON apart_pair (until_action) WHERE until_action IS NOT NULL;

CREATE TRIGGER apart_pair_frozen BEFORE UPDATE OF row, id, one_id, other_id, reason, from_at, to_at, since_action ON apart_pair
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER apart_pair_retired_once BEFORE UPDATE OF until_action ON apart_pair
WHEN OLD.until_action IS NOT NULL OR NEW.until_action IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is retired once, by the action being written'); END;

CREATE TRIGGER apart_pair_new BEFORE INSERT ON apart_pair
WHEN NEW.until_action IS NOT NULL OR NEW.since_action <> (SELECT coalesce(max(seq), 0) + 1 FROM action)
BEGIN SELECT RAISE(ABORT, 'a fact is added by the action being written'); END;

CREATE TRIGGER apart_pair_kept BEFORE DELETE ON apart_pair
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TRIGGER action_seals_apart_pair_beneficiary AFTER INSERT ON action
WHEN EXISTS (
  SELECT 1 FROM apart_pair AS child
  WHERE child.until_action IS NULL AND child.row IN (
    SELECT row FROM apart_pair WHERE since_action = NEW.seq
    UNION SELECT touched.row FROM beneficiary AS parent
      JOIN apart_pair AS touched ON parent.id IN (touched.one_id, touched.other_id)
      WHERE parent.until_action = NEW.seq AND touched.until_action IS NULL
  ) AND (
    NOT EXISTS (SELECT 1 FROM beneficiary AS one WHERE one.id = child.one_id AND one.until_action IS NULL)
    OR NOT EXISTS (SELECT 1 FROM beneficiary AS other WHERE other.id = child.other_id AND other.until_action IS NULL)
  )
)
BEGIN SELECT RAISE(ABORT, 'a pair without its people'); END;
