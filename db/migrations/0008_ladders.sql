-- On-call ladders: how far each has come, and when ringing again is advised.
CREATE TABLE "ladder" (
    subject         INTEGER NOT NULL REFERENCES subject (id),
    key             TEXT    NOT NULL,
    ladder          TEXT,
    started         INTEGER,
    by_name         TEXT,
    case_id         TEXT,
    about           TEXT,
    urgent          INTEGER,
    rung            INTEGER,
    rung_name       TEXT,
    calls           INTEGER,
    ring_again      INTEGER,
    decision        TEXT,
    direction       TEXT,
    closed_at       INTEGER,
    outcome         TEXT,
    profile_version TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
