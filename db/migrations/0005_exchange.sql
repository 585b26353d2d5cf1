-- Who else may see a case, and which records with it.
CREATE TABLE share (
    subject INTEGER NOT NULL,
    key     TEXT    NOT NULL,
    service TEXT,
    shared  TEXT,
    desk    TEXT,
    seq     INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX share_by_service ON share (service, shared);

-- A stub found its event: its record is to be read anew.
CREATE TABLE revealed (
    n     INTEGER PRIMARY KEY,
    place INTEGER NOT NULL REFERENCES header (place)
) STRICT;

-- The other desks' bundles: the newest of each that was read, by its sender's newest event.
CREATE TABLE peer (
    desk BLOB PRIMARY KEY CHECK (length(desk) = 16),
    seq  INTEGER NOT NULL,
    made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What each of them says that it has: the newest event of each desk, of each branch after a fork.
CREATE TABLE acknowledged (
    peer   BLOB    NOT NULL CHECK (length(peer) = 16),
    author BLOB    NOT NULL CHECK (length(author) = 16),
    chain  BLOB    NOT NULL CHECK (length(chain) = 32),
    seq    INTEGER NOT NULL,
    PRIMARY KEY (peer, author, chain)
) STRICT, WITHOUT ROWID;

-- Attached files that they know of and do not have.
CREATE TABLE wanted (
    peer BLOB NOT NULL CHECK (length(peer) = 16),
    hash TEXT NOT NULL,
    PRIMARY KEY (peer, hash)
) STRICT, WITHOUT ROWID;

-- Bundles that wait for something; the file lies in <store>.held under this name.
CREATE TABLE held (
    hash TEXT    PRIMARY KEY,
    name TEXT    NOT NULL,
    at   INTEGER NOT NULL,
    why  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
