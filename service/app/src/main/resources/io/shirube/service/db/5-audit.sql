-- Who wrote what. Rows of an account stay when it is erased, without their values.
CREATE TABLE audit (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT now(),
    -- Number of the API key; 0 for nobody's.
    author      bigint      NOT NULL,
    author_name text        NOT NULL,
    deed        text        NOT NULL,
    account_id  text COLLATE "C",
    action_id   bigint,
    key_id      bigint,
    before      json,
    after       json
);
CREATE INDEX audit_account ON audit (account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX audit_author ON audit (author, id);
CREATE INDEX audit_at ON audit (at);
