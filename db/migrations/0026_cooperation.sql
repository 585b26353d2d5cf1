-- What was recorded of work with others and stood in no list.
ALTER TABLE support ADD COLUMN mode TEXT;

ALTER TABLE high_risk ADD COLUMN contingency TEXT;

ALTER TABLE dispute ADD COLUMN steps TEXT;

ALTER TABLE edt_record ADD COLUMN not_to_contact TEXT;

ALTER TABLE edt_record ADD COLUMN ask TEXT;
