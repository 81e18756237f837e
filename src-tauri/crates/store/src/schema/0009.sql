-- Version 9: every version of a fact is found without looking through all of them. The journal, a person's
-- history and undo ask for a fact whichever action made it the record, and must answer after fifty years as on
-- the first day.

CREATE INDEX room_versions ON room (id);
CREATE INDEX bed_versions ON bed (id);
CREATE INDEX capacity_versions ON capacity (id);
CREATE INDEX policy_versions ON policy (id);
CREATE INDEX recovery_versions ON recovery (id);
CREATE INDEX beneficiary_versions ON beneficiary (id);
CREATE INDEX identity_versions ON identity (id);
CREATE INDEX party_versions ON party (id);
CREATE INDEX stay_versions ON stay (id);
CREATE INDEX ground_versions ON ground (id);
CREATE INDEX phase_versions ON phase (id);
CREATE INDEX term_versions ON term (id);
CREATE INDEX bed_assignment_versions ON bed_assignment (id);
CREATE INDEX bed_share_versions ON bed_share (id);
CREATE INDEX absence_versions ON absence (id);
CREATE INDEX assistance_versions ON assistance (id);
CREATE INDEX closure_versions ON closure (id);
CREATE INDEX waiting_versions ON waiting (id);
CREATE INDEX hold_versions ON hold (id);
CREATE INDEX held_bed_versions ON held_bed (id);
CREATE INDEX apart_pair_versions ON apart_pair (id);
CREATE INDEX desk_versions ON desk (id);
CREATE INDEX staff_versions ON staff (id);
CREATE INDEX expected_departure_versions ON expected_departure (id);
CREATE INDEX term_limit_versions ON term_limit (id);
CREATE INDEX assistance_name_versions ON assistance_name (id);
CREATE INDEX bed_standing_versions ON bed_standing (id);
