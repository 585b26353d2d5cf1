-- The three words that stand for a handover, and what the other end read out.
ALTER TABLE "handover_item" ADD COLUMN code TEXT;

ALTER TABLE "handover_item" ADD COLUMN code_said TEXT;

ALTER TABLE "handover_item" ADD COLUMN code_agrees INTEGER;

-- What a newer version wrote and this one does not understand.
CREATE TABLE "newer" (
    subject  INTEGER NOT NULL REFERENCES subject (id),
    key      TEXT    NOT NULL,
    type     TEXT,
    occurred INTEGER,
    by_name  TEXT,
    service  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
