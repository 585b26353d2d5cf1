-- Who is out on a visit, and what day teams want the night to know.
CREATE TABLE "visit" (
    subject       INTEGER NOT NULL REFERENCES subject (id),
    key           TEXT    NOT NULL,
    service       TEXT,
    officer       TEXT,
    officer_name  TEXT,
    with_whom     TEXT,
    place         TEXT,
    vehicle       TEXT,
    number        TEXT,
    case_id       TEXT,
    contact_id    TEXT,
    left_at       INTEGER,
    back_by       INTEGER,
    next_check    INTEGER,
    answers       TEXT,
    watches       TEXT,
    checks        INTEGER,
    missed        INTEGER,
    alarm_at      INTEGER,
    alarm_told    TEXT,
    returned_at   INTEGER,
    returned      TEXT,
    written_up_at INTEGER,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE "alert" (
    subject       INTEGER NOT NULL REFERENCES subject (id),
    key           TEXT    NOT NULL,
    service       TEXT,
    name          TEXT,
    caller        TEXT,
    nhs           TEXT,
    telephone     TEXT,
    address       TEXT,
    postcode      TEXT,
    person        TEXT,
    case_id       TEXT,
    words         TEXT,
    plan          TEXT,
    given_by      TEXT,
    given_team    TEXT,
    begins        INTEGER,
    ends          INTEGER,
    by_name       TEXT,
    came_up       INTEGER,
    came_up_at    INTEGER,
    withdrawn_at  INTEGER,
    withdrawn_by  TEXT,
    withdrawn_why TEXT,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX visit_open ON visit (returned_at, left_at);

CREATE INDEX visit_by_officer ON visit (officer, left_at);

CREATE INDEX alert_in_force ON alert (ends);
