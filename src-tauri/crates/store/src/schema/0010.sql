-- Version 10: who was erased is kept beside the file after every action. It is found without looking through the
-- journal of fifty years.

CREATE INDEX action_erase ON action (about, recorded_at) WHERE kind = 'erase' AND about IS NOT NULL;
