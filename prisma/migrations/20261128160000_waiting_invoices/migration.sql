-- Those of all enterprises that wait to be issued, the oldest first.
CREATE INDEX invoice_waiting ON invoice (requested_at, id) WHERE status = 'requested';
