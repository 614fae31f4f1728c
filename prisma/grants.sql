-- Rights of the application's role, laid again after every migration. The shop connects as a login
-- that takes this role (`-c role=shop_app`), so that no code path can rewrite history.
GRANT USAGE ON SCHEMA public TO shop_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO shop_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO shop_app;
REVOKE UPDATE, DELETE, TRUNCATE ON sale_entry, sale_verification, stock_movement, order_event, price_change, consent, audit_entry,
  audit_check, statement_line, booth_close, contract_fulfilment, press_figure, book_check, invoice_replacement FROM shop_app;
-- The trigger keeps it, with its owner's rights.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_head FROM shop_app;
-- A closed month is a fact; whether it was paid out is not.
REVOKE UPDATE, DELETE, TRUNCATE ON statement FROM shop_app;
GRANT UPDATE (paid_at, paid_by, paid_reference, paid_to) ON statement TO shop_app;
-- Nobody changes to whom money goes: another account is another row.
REVOKE UPDATE, DELETE, TRUNCATE ON bank_account FROM shop_app;
GRANT UPDATE (status, decided_by, decided_at, reason) ON bank_account TO shop_app;
-- What was certified stays as it was; that it is void can be said.
REVOKE UPDATE, DELETE, TRUNCATE ON purchase_certificate FROM shop_app;
GRANT UPDATE (revoked_at, revoke_reason) ON purchase_certificate TO shop_app;
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM shop_app;
