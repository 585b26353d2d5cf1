-- Who of the giving service wrote down a decline that was said on the telephone.
ALTER TABLE handover_item ADD COLUMN noted_by TEXT;
