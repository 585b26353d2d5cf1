-- What this file says about itself: "desk", "training_now", "rows" …
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;

-- Every desk whose events are here. `desk` is the 16 bytes of its identity.
CREATE TABLE desk (
    id          INTEGER PRIMARY KEY,
    desk        BLOB NOT NULL UNIQUE CHECK (length(desk) = 16),
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32),
    name        TEXT NOT NULL
) STRICT;

-- Every record that has events. Its id is the upper part of their places.
CREATE TABLE subject (
    id   INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL CHECK (length(uuid) = 16),
    kind TEXT NOT NULL,
    UNIQUE (uuid, kind)
) STRICT;

-- An event's envelope, byte for byte. A place is (subject << 20) + the event's number on it, so
-- that a record's events lie together in the file.
CREATE TABLE header (
    place    INTEGER PRIMARY KEY,
    digest   BLOB NOT NULL CHECK (length(digest) = 32),
    envelope BLOB NOT NULL
) STRICT;

-- What a law can have erased, with the blind that keeps it from being guessed back.
CREATE TABLE body (
    place       INTEGER PRIMARY KEY REFERENCES header (place),
    blind       BLOB NOT NULL CHECK (length(blind) = 32),
    evidence    TEXT NOT NULL,
    late_reason TEXT NOT NULL,
    payload     BLOB NOT NULL
) STRICT;

-- Each desk's chain, in the order in which it came to this file. No place: known by digest only.
CREATE TABLE chain (
    n         INTEGER PRIMARY KEY,
    desk      INTEGER NOT NULL REFERENCES desk (id),
    seq       INTEGER NOT NULL CHECK (seq > 0),
    digest    BLOB    NOT NULL CHECK (length(digest) = 32),
    chain     BLOB    NOT NULL CHECK (length(chain) = 32),
    place     INTEGER REFERENCES header (place),
    signature BLOB CHECK (length(signature) = 64)
) STRICT;

CREATE INDEX chain_by_seq ON chain (desk, seq);

CREATE TRIGGER header_is_never_changed BEFORE UPDATE ON header
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER header_is_never_deleted BEFORE DELETE ON header
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER body_is_never_changed BEFORE UPDATE ON body
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- A stub may find its event and a head its signature; nothing else ever changes.
CREATE TRIGGER chain_is_never_changed BEFORE UPDATE ON chain
WHEN NEW.n <> OLD.n OR NEW.desk <> OLD.desk OR NEW.seq <> OLD.seq OR NEW.digest <> OLD.digest
    OR NEW.chain <> OLD.chain OR (OLD.place IS NOT NULL AND NEW.place IS NOT OLD.place)
    OR (OLD.signature IS NOT NULL AND NEW.signature IS NOT OLD.signature)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER chain_is_never_deleted BEFORE DELETE ON chain
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
