-- Version 8: an identity can be erased for good.

-- Whether the day of the birth date is no longer the day of birth: it was reduced when the identity was erased.
ALTER TABLE identity ADD COLUMN born_reduced INTEGER NOT NULL DEFAULT 0 CHECK (born_reduced IN (0, 1));

DROP TRIGGER identity_frozen;

-- What says who somebody is can be emptied; nothing else about it ever changes. Of an exact birth date the
-- year and the month stay, and a day that isn't later.
CREATE TRIGGER identity_frozen BEFORE UPDATE OF row, id, beneficiary_id, name, born_on, documents, notes, born_reduced, since_action ON identity
WHEN NEW.row <> OLD.row OR NEW.id <> OLD.id OR NEW.beneficiary_id <> OLD.beneficiary_id OR NEW.since_action <> OLD.since_action
  OR NEW.name <> '' OR NEW.documents <> '' OR NEW.notes <> ''
  OR NEW.born_reduced <> (NEW.born_on IS NOT NULL) OR (NEW.born_on IS NULL) <> (OLD.born_on IS NULL)
  OR substr(NEW.born_on, 1, 8) <> substr(OLD.born_on, 1, 8) OR NEW.born_on > OLD.born_on
BEGIN SELECT RAISE(ABORT, 'facts are never edited, and identities only erased'); END;

CREATE TRIGGER action_seals_erasure AFTER INSERT ON action
WHEN NEW.kind = 'erase' AND EXISTS (
  SELECT 1 FROM identity AS current JOIN identity AS version ON version.id = current.id
  WHERE current.beneficiary_id = NEW.about AND current.until_action IS NULL
    AND (version.name <> '' OR version.documents <> '' OR version.notes <> ''
      OR (version.born_on IS NOT NULL AND version.born_reduced = 0))
)
BEGIN SELECT RAISE(ABORT, 'an erasure that leaves something'); END;
