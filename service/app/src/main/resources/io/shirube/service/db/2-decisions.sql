-- Names every decision that was made, so that what was made of one is never taken for another's.
CREATE SEQUENCE settlement;

-- Where an account stands: what was decided on it last. The row is also the lock of whoever decides on the account.
CREATE TABLE standing (
    account_id      text COLLATE "C" PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    account_version bigint,
    ruleset         text,
    engine          text,
    decided_on      date,
    settlement      bigint,
    substance       text,
    stage           text,
    touch           text,
    touch_since     date,
    pending_touch   text,
    pending_since   date,
    band            text,
    input           json,
    problem_ja      text,
    problem_en      text
);

INSERT INTO standing (account_id) SELECT id FROM account;

-- Accounts that wait to be decided on; the lower the urgency, the sooner.
CREATE TABLE due (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    urgency    smallint    NOT NULL,
    since      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX due_order ON due (urgency, id);
CREATE INDEX due_account ON due (account_id);

INSERT INTO due (account_id, urgency) SELECT id, 1 FROM account;

-- One row for every decision that says something new.
CREATE TABLE decision (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id      text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    account_version bigint      NOT NULL,
    as_of           date        NOT NULL,
    decided_at      timestamptz NOT NULL DEFAULT now(),
    ruleset         text        NOT NULL,
    engine          text        NOT NULL,
    input           json        NOT NULL,
    result_ja       json        NOT NULL,
    result_en       json        NOT NULL
);
CREATE INDEX decision_account ON decision (account_id, id DESC);

-- What somebody should do or did; one living row at most for a key.
CREATE TABLE action (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id    text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    key           text COLLATE "C" NOT NULL,
    type          text COLLATE "C" NOT NULL,
    state         text        NOT NULL,
    touch         text        NOT NULL,
    owner_role    text        NOT NULL,
    owner         text,
    opened_on     date        NOT NULL,
    due_on        date        NOT NULL,
    expires_on    date,
    snoozed_until date,
    closed_on     date,
    priority      double precision NOT NULL,
    offer_ja      json        NOT NULL,
    offer_en      json        NOT NULL,
    because_ja    text,
    because_en    text,
    changed_at    timestamptz NOT NULL DEFAULT now()
);
-- A key may hold a text of the account, and an index takes only short ones.
CREATE UNIQUE INDEX action_living ON action (account_id, md5(key)) WHERE closed_on IS NULL;
CREATE INDEX action_queue ON action (due_on, id);
CREATE INDEX action_account ON action (account_id, id);

-- What people told of an action.
CREATE TABLE action_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action_id bigint      NOT NULL REFERENCES action ON DELETE CASCADE,
    at        timestamptz NOT NULL DEFAULT now(),
    on_day    date        NOT NULL,
    type      text        NOT NULL,
    reason    text,
    until     date,
    assignee  text,
    told_by   text
);
CREATE INDEX action_event_action ON action_event (action_id, id);

-- Everything that changed. Rows are read in the order of their transactions, and only up to the first that is still open:
-- so nothing appears before what was already read.
CREATE TABLE change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tx         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    at         timestamptz NOT NULL DEFAULT now(),
    account_id text COLLATE "C" NOT NULL,
    kind       text        NOT NULL,
    data       json        NOT NULL
);
CREATE UNIQUE INDEX change_order ON change (tx, id);
CREATE INDEX change_account ON change (account_id, tx, id);
