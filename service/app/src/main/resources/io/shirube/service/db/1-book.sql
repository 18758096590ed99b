-- Versions of accounts: none comes twice, not even of an account that was erased and kept again.
CREATE SEQUENCE account_version;

-- One customer account as its CRM told it last, without its signals.
CREATE TABLE account (
    id         text COLLATE "C" PRIMARY KEY,
    version    bigint      NOT NULL DEFAULT nextval('account_version'),
    document   jsonb       NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- Every measurement of every signal; of two for one day the one that arrived later stands.
CREATE TABLE signal (
    account_id text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    name       text COLLATE "C" NOT NULL,
    at         date  NOT NULL,
    value      jsonb NOT NULL,
    PRIMARY KEY (account_id, name, at)
);
