-- Alternatives, people to attend, assessments, beds, discussions, joint work, disagreements, who was sent the
-- record, notices and compliments, as lists of their own.
CREATE TABLE "alternative" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    option  TEXT,
    answer  TEXT,
    who     TEXT,
    at      INTEGER,
    reason  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "attendee" (
    subject      INTEGER NOT NULL REFERENCES subject (id),
    key          TEXT    NOT NULL,
    role         TEXT,
    name         TEXT,
    number       TEXT,
    requested_at INTEGER,
    confirmed_at INTEGER,
    expected_at  INTEGER,
    arrived_at   INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "assessment" (
    subject      INTEGER NOT NULL REFERENCES subject (id),
    key          TEXT    NOT NULL,
    planned_at   INTEGER,
    started_at   INTEGER,
    ended_at     INTEGER,
    place        TEXT,
    amhp         TEXT,
    outcome      TEXT,
    reasons      TEXT,
    persons_view TEXT,
    carers_view  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "bed" (
    subject        INTEGER NOT NULL REFERENCES subject (id),
    key            TEXT    NOT NULL,
    at             INTEGER,
    type           TEXT,
    result         TEXT,
    hospital       TEXT,
    available_from INTEGER,
    by_name        TEXT,
    crht           TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "discussion" (
    subject   INTEGER NOT NULL REFERENCES subject (id),
    key       TEXT    NOT NULL,
    at        INTEGER,
    with_whom TEXT,
    role      TEXT,
    agreed    TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "joint_partner" (
    subject   INTEGER NOT NULL REFERENCES subject (id),
    key       TEXT    NOT NULL,
    service   TEXT,
    role      TEXT,
    since     INTEGER,
    agreed    TEXT,
    agreed_by TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "dispute" (
    subject    INTEGER NOT NULL REFERENCES subject (id),
    key        TEXT    NOT NULL,
    at         INTEGER,
    about      TEXT,
    by_name    TEXT,
    settled_at INTEGER,
    settlement TEXT,
    escalation TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "distribution" (
    subject     INTEGER NOT NULL REFERENCES subject (id),
    key         TEXT    NOT NULL,
    at          INTEGER,
    teams       TEXT,
    gp          TEXT,
    outstanding TEXT,
    by_name     TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "notice" (
    subject  INTEGER NOT NULL REFERENCES subject (id),
    key      TEXT    NOT NULL,
    at       INTEGER,
    audience TEXT,
    message  TEXT,
    how      TEXT,
    owner    TEXT,
    ends     INTEGER,
    by_name  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "compliment" (
    subject   INTEGER NOT NULL REFERENCES subject (id),
    key       TEXT    NOT NULL,
    at        INTEGER,
    from_whom TEXT,
    about     TEXT,
    words     TEXT,
    theme     TEXT,
    by_name   TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
