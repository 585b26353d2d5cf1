-- The versions of the service area's profile: from when on, by whom, why.
CREATE TABLE "profile" (
    subject      INTEGER NOT NULL REFERENCES subject (id),
    key          TEXT    NOT NULL,
    profile      TEXT,
    version      TEXT,
    effective    TEXT,
    begins       INTEGER,
    approved_by  TEXT,
    reason       TEXT,
    published_at INTEGER,
    published_by TEXT,
    digest       TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
