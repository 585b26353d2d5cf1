-- What desks wrote at the same time and nobody settled yet: one row a side.
CREATE TABLE "conflict" (
    subject   INTEGER NOT NULL REFERENCES subject (id),
    key       TEXT    NOT NULL,
    field     TEXT,
    title     TEXT,
    value     TEXT,
    event     TEXT,
    type      TEXT,
    by_name   TEXT,
    role      TEXT,
    service   TEXT,
    occurred  INTEGER,
    recorded  INTEGER,
    contested INTEGER,
    textual   INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

ALTER TABLE "case" ADD COLUMN conflicts INTEGER;

ALTER TABLE "case" ADD COLUMN contested INTEGER;

ALTER TABLE "out_of_step" ADD COLUMN by_name TEXT;

ALTER TABLE "out_of_step" ADD COLUMN service TEXT;
