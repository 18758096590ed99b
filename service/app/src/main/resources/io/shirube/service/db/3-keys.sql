-- Who may call: a key is a name and a role. One that was revoked stays, so that whoever uses it is told.
CREATE TABLE api_key (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    role       text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz
);

-- What proves a key: never the secret itself, only its SHA-256. The newest of a key has no end of its own.
CREATE TABLE api_key_secret (
    hash         text COLLATE "C" PRIMARY KEY,
    key_id       bigint      NOT NULL REFERENCES api_key ON DELETE CASCADE,
    prefix       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    last_used_at timestamptz
);
CREATE INDEX api_key_secret_key ON api_key_secret (key_id);
