-- Whom somebody is still to ring, however long ago it was promised.
CREATE INDEX contact_to_ring_back ON contact (received_at) WHERE ring_back_by IS NOT NULL AND rung_back_at IS NULL;

CREATE INDEX contact_to_call_back ON contact (received_at) WHERE call_back_due IS NOT NULL AND called_back_at IS NULL;

CREATE INDEX ring_back_open ON ring_back (subject) WHERE done_at IS NULL;

CREATE INDEX ladder_ringing ON ladder (subject) WHERE ring_again IS NOT NULL;
