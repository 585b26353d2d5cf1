-- Concerns about professional practice, what concerns teach, tasks that outlive their case, what teams acknowledge.
ALTER TABLE "escalation" ADD COLUMN scope TEXT;

ALTER TABLE "escalation" ADD COLUMN restricted INTEGER;

ALTER TABLE "sending" ADD COLUMN acknowledge_due INTEGER;

CREATE TABLE "theme" (
    subject  INTEGER NOT NULL REFERENCES subject (id),
    key      TEXT    NOT NULL,
    audience TEXT,
    quarter  TEXT,
    ground   TEXT,
    theme    TEXT,
    route    TEXT,
    level    INTEGER,
    audits   INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_open ON task (subject) WHERE done_at IS NULL;

CREATE INDEX sending_awaited ON sending (subject) WHERE acknowledge_due IS NOT NULL AND acknowledged_at IS NULL;
