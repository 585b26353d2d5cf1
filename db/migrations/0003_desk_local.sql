-- What was answered to an action that came with an id: sent again, it is answered again.
CREATE TABLE answer (
    action BLOB PRIMARY KEY CHECK (length(action) = 16),
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words of forms that are not finished.
CREATE TABLE draft (
    key   TEXT PRIMARY KEY,
    words BLOB    NOT NULL,
    at    INTEGER NOT NULL
) STRICT;

-- Who looked at or printed what; each line is chained to the one before.
CREATE TABLE access (
    n     INTEGER PRIMARY KEY,
    at    INTEGER NOT NULL,
    user  TEXT    NOT NULL,
    did   TEXT    NOT NULL,
    what  TEXT    NOT NULL,
    chain BLOB    NOT NULL CHECK (length(chain) = 32)
) STRICT;
