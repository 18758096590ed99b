-- What holds an action: a policy of the rules, or that there is too much to do already.
ALTER TABLE action ADD COLUMN held_by text;
CREATE INDEX action_todo ON action (owner_role) WHERE closed_on IS NULL AND state IN ('OPEN', 'ACCEPTED');
CREATE INDEX action_waiting ON action (owner_role, priority DESC, id) WHERE held_by = 'HELD_BY_VOLUME';

-- Most look at what lives, by due date.
CREATE INDEX action_living_queue ON action (due_on, id) WHERE closed_on IS NULL;
