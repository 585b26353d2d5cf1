-- What is told of an older person with a request to CRHT, and of what kind a team is.
ALTER TABLE support ADD COLUMN gp_seen_at INTEGER;

ALTER TABLE support ADD COLUMN team_kind TEXT;

ALTER TABLE support ADD COLUMN illness TEXT;

ALTER TABLE support ADD COLUMN organic_excluded_by TEXT;

ALTER TABLE support ADD COLUMN organic_excluded_at INTEGER;

ALTER TABLE support ADD COLUMN mdt_at INTEGER;

ALTER TABLE support ADD COLUMN before_opmh TEXT;
