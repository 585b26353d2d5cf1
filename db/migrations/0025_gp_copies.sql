-- Whose call still has to go to the GP, however long ago it was.
ALTER TABLE contact ADD COLUMN gp_copy_wanted TEXT;

ALTER TABLE contact ADD COLUMN teams TEXT;

CREATE INDEX contact_to_copy ON contact (received_at) WHERE gp_copy_wanted IS NOT NULL OR teams IS NOT NULL;

CREATE INDEX case_by_work ON "case" (kind_of_work, key);
