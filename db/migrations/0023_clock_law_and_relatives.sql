-- By which law a clock runs, when it warns and who extended it; each attempt to reach the nearest relative.
ALTER TABLE clock ADD COLUMN law TEXT;

ALTER TABLE clock ADD COLUMN law_version TEXT;

ALTER TABLE clock ADD COLUMN warnings TEXT;

ALTER TABLE clock ADD COLUMN extended_hours INTEGER;

ALTER TABLE clock ADD COLUMN extended_by TEXT;

ALTER TABLE clock ADD COLUMN extended_at INTEGER;

ALTER TABLE clock ADD COLUMN extension_reason TEXT;

CREATE TABLE "nr_attempt" (
    subject INTEGER NOT NULL REFERENCES subject (id),
    key     TEXT    NOT NULL,
    at      INTEGER,
    means   TEXT,
    number  TEXT,
    by_name TEXT,
    result  TEXT,
    answer  TEXT,
    words   TEXT,
    reason  TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;
