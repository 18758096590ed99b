-- Rules that became those by which the book is decided on, and how far they got; the latest row holds. Its lock is the lock
-- of whoever takes them further.
CREATE TABLE rollout (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ruleset     text        NOT NULL,
    state       text        NOT NULL,
    accounts    bigint      NOT NULL,
    previewed   bigint      NOT NULL DEFAULT 0,
    begun       bigint      NOT NULL DEFAULT 0,
    position    text COLLATE "C" NOT NULL DEFAULT '',
    opened      bigint      NOT NULL DEFAULT 0,
    resumed     bigint      NOT NULL DEFAULT 0,
    withdrawn   bigint      NOT NULL DEFAULT 0,
    superseded  bigint      NOT NULL DEFAULT 0,
    held        bigint      NOT NULL DEFAULT 0,
    moved_touch bigint      NOT NULL DEFAULT 0,
    problems    bigint      NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
);

-- Programs that work on this database, as long as they say so.
CREATE TABLE node (
    name       text PRIMARY KEY,
    program    text        NOT NULL,
    ruleset    text,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL DEFAULT now()
);
