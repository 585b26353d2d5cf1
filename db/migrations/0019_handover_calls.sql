-- Who spoke with whom in a verbal handover, and how far another team's EDT Handover Record has come.
CREATE TABLE "handover_call" (
    subject         INTEGER NOT NULL REFERENCES subject (id),
    key             TEXT    NOT NULL,
    kind            TEXT,
    window_name     TEXT,
    case_id         TEXT,
    transfer_number TEXT,
    from_service    TEXT,
    to_service      TEXT,
    giver           TEXT,
    taker           TEXT,
    started         INTEGER,
    ended           INTEGER,
    words           TEXT,
    by_name         TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

ALTER TABLE edt_record ADD COLUMN state TEXT;
