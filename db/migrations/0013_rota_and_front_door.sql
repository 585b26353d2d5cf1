-- The rota, what call care does with a contact, and handovers from shift to shift.
CREATE TABLE "shift" (
    subject           INTEGER NOT NULL REFERENCES subject (id),
    key               TEXT    NOT NULL,
    service           TEXT,
    role              TEXT,
    starts            INTEGER,
    ends              INTEGER,
    person            TEXT,
    user              TEXT,
    number            TEXT,
    amhp              INTEGER,
    fill              TEXT,
    band              TEXT,
    team              TEXT,
    available_for     TEXT,
    words             TEXT,
    reason            TEXT,
    code              TEXT,
    withdrawn_at      INTEGER,
    withdrawn_because TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "warm_transfer" (
    subject    INTEGER NOT NULL REFERENCES subject (id),
    key        TEXT    NOT NULL,
    at         INTEGER,
    to_service TEXT,
    spoke_to   TEXT,
    result     TEXT,
    words      TEXT,
    by_name    TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "shift_handover" (
    subject       INTEGER NOT NULL REFERENCES subject (id),
    key           TEXT    NOT NULL,
    at            INTEGER,
    giver         TEXT,
    taker         TEXT,
    handed        INTEGER,
    staying       INTEGER,
    staying_words TEXT,
    read_back     TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

ALTER TABLE "contact" ADD COLUMN owner TEXT;

ALTER TABLE "contact" ADD COLUMN accepted_at INTEGER;

ALTER TABLE "contact" ADD COLUMN accepted_by TEXT;

ALTER TABLE "contact" ADD COLUMN passed_to TEXT;

ALTER TABLE "contact" ADD COLUMN call_back_due INTEGER;

ALTER TABLE "contact" ADD COLUMN called_back_at INTEGER;

CREATE INDEX shift_by_end ON shift (ends, starts);
