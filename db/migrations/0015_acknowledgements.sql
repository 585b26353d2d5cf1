-- Which policies, in which version, and which parts of the induction each user has acknowledged.
CREATE TABLE "acknowledgement" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    login   TEXT,
    what    TEXT,
    version TEXT,
    at      INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
