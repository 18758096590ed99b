-- Who is told of changes by HTTP requests. One that was removed stays until what was kept for it is deleted.
CREATE TABLE webhook (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    url         text        NOT NULL,
    description text,
    -- Joined by commas; null means all.
    kinds       text,
    lang        text        NOT NULL,
    state       text        NOT NULL,
    -- The place in the feed up to which deliveries were made.
    position    bigint      NOT NULL,
    -- Attempts that failed since one succeeded, and until when it is left alone.
    failures    integer     NOT NULL DEFAULT 0,
    rests_until timestamptz,
    created_at  timestamptz NOT NULL
);

-- What requests are signed with: the secret itself, because a hash cannot sign. The newest has no end.
CREATE TABLE webhook_secret (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id bigint      NOT NULL REFERENCES webhook ON DELETE CASCADE,
    secret     text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz
);
CREATE INDEX webhook_secret_webhook ON webhook_secret (webhook_id);

-- One change that one receiver is told of. What the change says stays in the feed alone. No reference leads to other tables, so
-- that whoever deletes there waits for nobody here; a delivery whose change is gone is deleted when its turn comes.
CREATE TABLE delivery (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id   bigint      NOT NULL,
    account_id   text COLLATE "C" NOT NULL,
    -- The change's place in the feed.
    number       bigint      NOT NULL,
    kind         text        NOT NULL,
    at           timestamptz NOT NULL,
    message_id   text        NOT NULL,
    state        text        NOT NULL DEFAULT 'WAITING',
    attempts     integer     NOT NULL DEFAULT 0,
    attempted_at timestamptz,
    status       integer,
    trouble      text
);
CREATE UNIQUE INDEX delivery_once ON delivery (webhook_id, number);
CREATE INDEX delivery_waiting ON delivery (webhook_id, account_id, number) INCLUDE (at) WHERE state = 'WAITING';
CREATE INDEX delivery_dead ON delivery (webhook_id, id) WHERE state = 'DEAD';
CREATE INDEX delivery_list ON delivery (webhook_id, id);
CREATE INDEX delivery_account ON delivery (account_id);

-- An account some of whose deliveries to a receiver wait: when its oldest is due. Whoever sends it holds the row by a lease, which
-- is over when next_at is. The row is locked before deliveries are looked for, so that none is ever missed.
CREATE TABLE delivery_turn (
    webhook_id bigint      NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    next_at    timestamptz NOT NULL,
    lease      text,
    PRIMARY KEY (webhook_id, account_id)
);
CREATE INDEX delivery_turn_due ON delivery_turn (webhook_id, next_at);
