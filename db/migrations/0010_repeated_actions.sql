-- What an action's id was used for, so that another command under the same id is told from the same one
-- sent again. Answers from before this step have neither and are given again to whatever comes.
ALTER TABLE answer ADD COLUMN command TEXT;

ALTER TABLE answer ADD COLUMN asked BLOB CHECK (asked IS NULL OR length(asked) = 32);
