-- How far another team's EDT Handover Record has come.
ALTER TABLE edt_record ADD COLUMN state TEXT;
