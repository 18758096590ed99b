-- What people settled for one account for a time: a pin fixes its touch, an uplift gives it help.
CREATE TABLE arrangement (
    account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    kind       text        NOT NULL,
    document   jsonb       NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, kind)
);
