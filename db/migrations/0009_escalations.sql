-- Concerns between organisations, requests to other teams, high risk discussions, EDT Handover Records.
CREATE TABLE "escalation" (
    subject          INTEGER NOT NULL REFERENCES subject (id),
    key              TEXT    NOT NULL,
    ref              TEXT,
    service          TEXT,
    incoming         INTEGER,
    raiser           TEXT,
    raised_by        TEXT,
    organisation     TEXT,
    received_at      INTEGER,
    grounds          TEXT,
    about            TEXT,
    cases            TEXT,
    level            INTEGER,
    level_since      INTEGER,
    route            TEXT,
    follow_up_due    INTEGER,
    followed_up_at   INTEGER,
    acknowledge_due  INTEGER,
    acknowledged_at  INTEGER,
    response_due     INTEGER,
    responded_at     INTEGER,
    serious_incident INTEGER,
    audit_locked     INTEGER,
    audits           INTEGER,
    signposted       INTEGER,
    closed_at        INTEGER,
    outcome          TEXT,
    theme            TEXT,
    partners         TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "support" (
    subject                INTEGER NOT NULL REFERENCES subject (id),
    key                    TEXT    NOT NULL,
    kind                   TEXT,
    team                   TEXT,
    what                   TEXT,
    why                    TEXT,
    crht                   INTEGER,
    trusted                INTEGER,
    via                    TEXT,
    asked_at               INTEGER,
    by_name                TEXT,
    planned_at             INTEGER,
    notice                 INTEGER,
    answer                 TEXT,
    answered_at            INTEGER,
    words                  TEXT,
    discussion             TEXT,
    rescreened_at          INTEGER,
    minutes_after_referral INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "high_risk" (
    subject     INTEGER NOT NULL REFERENCES subject (id),
    key         TEXT    NOT NULL,
    at          INTEGER,
    called_by   TEXT,
    attendees   TEXT,
    outcomes    TEXT,
    shared_with TEXT,
    review_due  INTEGER,
    reviewed_at INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "edt_record" (
    subject       INTEGER NOT NULL REFERENCES subject (id),
    key           TEXT    NOT NULL,
    worker        TEXT,
    team          TEXT,
    telephone     TEXT,
    manager       TEXT,
    manager_at    INTEGER,
    contingency   TEXT,
    received_at   INTEGER,
    telephoned_at INTEGER,
    officer       TEXT,
    declined      TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX escalation_open ON escalation (closed_at, received_at);

CREATE INDEX escalation_by_ref ON escalation (ref);
