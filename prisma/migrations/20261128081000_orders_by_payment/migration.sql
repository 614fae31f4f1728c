-- When an order was paid, repeated from its group: an enterprise's list is read in this order from one index (T89).
ALTER TABLE shop_order ADD COLUMN "paid_at" TIMESTAMPTZ(3);
UPDATE shop_order o SET paid_at = g.paid_at FROM order_group g WHERE g.id = o.group_id AND g.paid_at IS NOT NULL;
CREATE FUNCTION repeat_paid_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE shop_order SET paid_at = NEW.paid_at WHERE group_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER order_group_paid AFTER UPDATE OF paid_at ON order_group
  FOR EACH ROW WHEN (OLD.paid_at IS DISTINCT FROM NEW.paid_at) EXECUTE FUNCTION repeat_paid_at();
CREATE FUNCTION take_paid_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.paid_at := (SELECT paid_at FROM order_group WHERE id = NEW.group_id);
  RETURN NEW;
END $$;
CREATE TRIGGER shop_order_paid BEFORE INSERT ON shop_order FOR EACH ROW EXECUTE FUNCTION take_paid_at();

DROP INDEX shop_order_to_ship;
CREATE INDEX shop_order_to_ship ON shop_order (enterprise_id, paid_at, id) WHERE status IN ('to-ship', 'partly-shipped');
-- CreateIndex
CREATE INDEX "shop_order_enterprise_id_paid_at_id_idx" ON "shop_order"("enterprise_id", "paid_at", "id");
