-- By which old rows are found: without them the day's last look goes through a whole table.
CREATE INDEX change_at ON change (at);
CREATE INDEX delivery_at ON delivery (at);
CREATE INDEX decision_at ON decision (decided_at);
CREATE INDEX action_closed ON action (closed_on) WHERE closed_on IS NOT NULL;

-- Actions that open once there is less to do, the first first.
CREATE INDEX action_volume ON action (owner_role, priority DESC, id) WHERE held_by = 'HELD_BY_VOLUME';
