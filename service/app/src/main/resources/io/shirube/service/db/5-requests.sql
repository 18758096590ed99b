-- Writes that were carried out, by the key their author gave them: whoever sends one again is answered as the first time.
CREATE TABLE answer (
    author  bigint      NOT NULL,
    key     text COLLATE "C" NOT NULL,
    part    integer     NOT NULL,
    print   text        NOT NULL,
    at      timestamptz NOT NULL,
    -- Null, like what follows, when the answer is not kept.
    status  smallint,
    headers json,
    body    bytea,
    -- The account with whose erasure the answer is forgotten; '' for whatever account, null when it tells no more than ids.
    about   text COLLATE "C",
    PRIMARY KEY (author, key, part)
);
CREATE INDEX answer_at ON answer (at);
CREATE INDEX answer_about ON answer (about) WHERE about IS NOT NULL;
