-- Whose order a request is about, which never changes: each list of requests is read in its order from one index (T89).
ALTER TABLE "after_sale" ADD COLUMN "enterprise_id" INTEGER;
UPDATE after_sale a SET enterprise_id = o.enterprise_id
FROM order_line l JOIN shop_order o ON o.id = l.order_id WHERE l.id = a.order_line_id;
ALTER TABLE "after_sale" ALTER COLUMN "enterprise_id" SET NOT NULL,
  ADD CONSTRAINT "after_sale_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP INDEX "after_sale_status_deadline_at_idx";
CREATE INDEX after_sale_to_answer ON after_sale (enterprise_id, deadline_at, id) WHERE closed_at IS NULL;
CREATE INDEX after_sale_over ON after_sale (enterprise_id, created_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX after_sale_escalated ON after_sale (deadline_at, id) WHERE closed_at IS NULL AND escalated_at IS NOT NULL;
CREATE INDEX after_sale_decided ON after_sale (created_at, id) WHERE closed_at IS NOT NULL AND escalated_at IS NOT NULL;
