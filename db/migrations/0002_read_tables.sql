-- The read tables: what the events add up to, for lists, boards and search. They can be dropped and
-- made again from the journal at any time. core/rows names the same columns.
CREATE TABLE "user" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    login   TEXT,
    name    TEXT,
    service TEXT,
    roles   TEXT,
    amhp    INTEGER,
    active  INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "person" (
    subject       INTEGER NOT NULL REFERENCES subject (id),
    key           TEXT    NOT NULL,
    name          TEXT,
    name_key      TEXT,
    also_known_as TEXT,
    born          TEXT,
    estimated_age INTEGER,
    nhs           TEXT,
    nhs_status    TEXT,
    telephone     TEXT,
    telephone_key TEXT,
    address       TEXT,
    postcode      TEXT,
    council       TEXT,
    risks         TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "contact" (
    subject      INTEGER NOT NULL REFERENCES subject (id),
    key          TEXT    NOT NULL,
    ref          TEXT,
    received_at  INTEGER,
    service      TEXT,
    kind_of_work TEXT,
    handler      TEXT,
    handler_id   TEXT,
    words        TEXT,
    channel      TEXT,
    source       TEXT,
    caller       TEXT,
    call_back    TEXT,
    council      TEXT,
    category     TEXT,
    urgency      TEXT,
    person       TEXT,
    case_id      TEXT,
    state        TEXT,
    outcome      TEXT,
    closed_at    INTEGER,
    ring_back_by INTEGER,
    ring_back_to TEXT,
    rung_back_at INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "case" (
    subject           INTEGER NOT NULL REFERENCES subject (id),
    key               TEXT    NOT NULL,
    ref               TEXT,
    person            TEXT,
    contact           TEXT,
    kind_of_work      TEXT,
    title             TEXT,
    council           TEXT,
    urgency           TEXT,
    opened_at         INTEGER,
    closed_at         INTEGER,
    outcome           TEXT,
    responsible       TEXT,
    responsible_since INTEGER,
    lead_name         TEXT,
    lead_role         TEXT,
    lead_service      TEXT,
    allocated_to      TEXT,
    allocated_name    TEXT,
    stage             TEXT,
    place             TEXT,
    place_detail      TEXT,
    legal_status      TEXT,
    legal_since       INTEGER,
    next_clock        TEXT,
    next_due          INTEGER,
    handover_to       TEXT,
    handover_state    TEXT,
    entry_at          INTEGER,
    entry             TEXT,
    flags             INTEGER,
    out_of_step       INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "entry" (
    subject   INTEGER NOT NULL REFERENCES subject (id),
    key       TEXT    NOT NULL,
    kind      TEXT,
    words     TEXT,
    reason    TEXT,
    occurred  INTEGER,
    recorded  INTEGER,
    by_name   TEXT,
    role      TEXT,
    service   TEXT,
    late      INTEGER,
    corrects  TEXT,
    corrected INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "clock" (
    subject  INTEGER NOT NULL REFERENCES subject (id),
    key      TEXT    NOT NULL,
    kind     TEXT,
    title    TEXT,
    clause   TEXT,
    start    INTEGER,
    due      INTEGER,
    state    TEXT,
    ended_at INTEGER,
    outcome  TEXT,
    evidence TEXT,
    service  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "status" (
    subject  INTEGER NOT NULL REFERENCES subject (id),
    key      TEXT    NOT NULL,
    status   TEXT,
    start    INTEGER,
    ended    INTEGER,
    evidence TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "task" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    what    TEXT,
    who     TEXT,
    due     INTEGER,
    done_at INTEGER,
    result  TEXT,
    kind    TEXT,
    clause  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "doctor_call" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    at      INTEGER,
    name    TEXT,
    number  TEXT,
    result  TEXT,
    s12     INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "document" (
    subject    INTEGER NOT NULL REFERENCES subject (id),
    key        TEXT    NOT NULL,
    kind       TEXT,
    state      TEXT,
    title      TEXT,
    location   TEXT,
    file_hash  TEXT,
    file_name  TEXT,
    follows_by INTEGER,
    owner      TEXT,
    emailed_at INTEGER,
    emailed_to TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "handover_item" (
    subject            INTEGER NOT NULL REFERENCES subject (id),
    key                TEXT    NOT NULL,
    transfer_number    TEXT,
    window             TEXT,
    window_name        TEXT,
    from_service       TEXT,
    to_service         TEXT,
    purpose            TEXT,
    reason             TEXT,
    state              TEXT,
    proposed_at        INTEGER,
    proposed_by        TEXT,
    answered_at        INTEGER,
    answered_by        TEXT,
    answered_role      TEXT,
    record_outstanding INTEGER,
    record_by          INTEGER,
    confirmed_at       INTEGER,
    warrant            INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "flag" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    clause  TEXT,
    text    TEXT,
    at      INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "written" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    system  TEXT,
    what    TEXT,
    at      INTEGER,
    by_name TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "sending" (
    subject         INTEGER NOT NULL REFERENCES subject (id),
    key             TEXT    NOT NULL,
    team            TEXT,
    sent_at         INTEGER,
    sent_to         TEXT,
    sent_by         TEXT,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "window" (
    subject        INTEGER NOT NULL REFERENCES subject (id),
    key            TEXT    NOT NULL,
    name           TEXT,
    from_service   TEXT,
    to_service     TEXT,
    opens          INTEGER,
    starts         INTEGER,
    breach         INTEGER,
    state          TEXT,
    verbal_started INTEGER,
    verbal_ended   INTEGER,
    closed_at      INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "disposition" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    window  TEXT,
    service TEXT,
    case_id TEXT,
    kind    TEXT,
    reason  TEXT,
    at      INTEGER,
    by_name TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "duty" (
    subject        INTEGER NOT NULL REFERENCES subject (id),
    key            TEXT    NOT NULL,
    service        TEXT,
    starts         INTEGER,
    ends           INTEGER,
    manager        TEXT,
    manager_number TEXT,
    signed_off_at  INTEGER,
    signed_off_by  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "officer" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    user    TEXT,
    name    TEXT,
    amhp    INTEGER,
    starts  INTEGER,
    ends    INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "attempt" (
    subject  INTEGER NOT NULL REFERENCES subject (id),
    key      TEXT    NOT NULL,
    at       INTEGER,
    contact  TEXT,
    number   TEXT,
    result   TEXT,
    urgent   INTEGER,
    case_id  TEXT,
    about    TEXT,
    decision TEXT,
    by_name  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "ring_back" (
    subject    INTEGER NOT NULL REFERENCES subject (id),
    key        TEXT    NOT NULL,
    whom       TEXT,
    number     TEXT,
    due        INTEGER,
    case_id    TEXT,
    contact_id TEXT,
    done_at    INTEGER,
    result     TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "relief" (
    subject    INTEGER NOT NULL REFERENCES subject (id),
    key        TEXT    NOT NULL,
    leaver     TEXT,
    reliever   TEXT,
    at         INTEGER,
    exceptions TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "sitrep" (
    subject    INTEGER NOT NULL REFERENCES subject (id),
    key        TEXT    NOT NULL,
    number     TEXT,
    starts     INTEGER,
    ends       INTEGER,
    issued_at  INTEGER,
    issued_by  TEXT,
    superseded INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "out_of_step" (
    subject  INTEGER NOT NULL REFERENCES subject (id),
    key      TEXT    NOT NULL,
    type     TEXT,
    why      TEXT,
    occurred INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX user_by_login ON user (login);

CREATE INDEX person_by_nhs ON person (nhs) WHERE nhs IS NOT NULL;

CREATE INDEX person_by_name ON person (name_key, born) WHERE name_key IS NOT NULL;

CREATE INDEX person_by_telephone ON person (telephone_key) WHERE telephone_key IS NOT NULL;

CREATE INDEX contact_by_ref ON contact (ref);

CREATE INDEX contact_by_time ON contact (received_at);

CREATE INDEX case_by_ref ON "case" (ref);

CREATE INDEX case_by_closing ON "case" (closed_at, opened_at);

CREATE INDEX case_open ON "case" (responsible, opened_at) WHERE closed_at IS NULL;

CREATE INDEX clock_running ON clock (due) WHERE state = 'running';

CREATE INDEX handover_item_by_number ON handover_item (transfer_number);

CREATE INDEX sitrep_by_number ON sitrep (number);

CREATE INDEX window_by_name ON window (name);

-- What search looks at; the id grows with the time at which the words were written.
CREATE TABLE search_text (
    id      INTEGER PRIMARY KEY,
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    text    TEXT    NOT NULL
) STRICT;

CREATE INDEX search_text_by_subject ON search_text (subject);

CREATE VIRTUAL TABLE search USING fts5 (
    text,
    content = 'search_text',
    content_rowid = 'id',
    columnsize = 0,
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
