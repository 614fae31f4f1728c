-- AlterTable
ALTER TABLE "invoice" DROP COLUMN "reversal_number",
DROP COLUMN "reversed_fen";

-- AlterTable
ALTER TABLE "shop_order" ADD COLUMN     "fee_basis_points" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "statement_period" (
    "period" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_period_pkey" PRIMARY KEY ("period")
);

-- CreateTable
CREATE TABLE "invoice_reversal" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "refund_id" UUID NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3),
    "recorded_by" UUID,

    CONSTRAINT "invoice_reversal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invoice_reversal_invoice_id_refund_id_key" ON "invoice_reversal"("invoice_id", "refund_id");

-- CreateIndex
CREATE INDEX "statement_period_enterprise_id_idx" ON "statement"("period" DESC, "enterprise_id");

-- CreateIndex
CREATE INDEX "statement_line_order_number_idx" ON "statement_line"("order_number");

-- AddForeignKey
ALTER TABLE "invoice_reversal" ADD CONSTRAINT "invoice_reversal_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE shop_order o SET fee_basis_points = e.fee_basis_points FROM enterprise e WHERE e.id = o.enterprise_id AND e.fee_basis_points <> 0;

-- What the platform keeps of goods that were sold and kept: their share, rounded half up to the fen.
CREATE FUNCTION platform_fee(kept_fen bigint, basis_points int) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$ SELECT (kept_fen * basis_points + 5000) / 10000 $$;

-- The ledger's entries of orders, each with its order and with the line of a statement that it belongs to: a sale
-- is one line, a refund one for each order that it touches, a refund that came back (correction) likewise.
CREATE VIEW order_entry AS
SELECT e.id, e.enterprise_id, e.kind, e.occurred_at, o.number AS order_number, o.fee_basis_points,
  e.kind || ':' || CASE WHEN e.kind = 'sale' THEN '' ELSE split_part(e.external_ref, ':', 2) || ':' END || o.id AS reference,
  CASE WHEN e.product_id IS NULL THEN 0 ELSE e.amount_fen END AS items_fen,
  CASE WHEN e.product_id IS NULL THEN e.amount_fen ELSE 0 END AS shipping_fen
FROM sale_entry e
LEFT JOIN order_line l ON l.id = CASE
  WHEN e.source <> 'order' OR e.product_id IS NULL THEN NULL
  WHEN e.kind = 'sale' THEN split_part(e.external_ref, ':', 2)::uuid
  ELSE split_part(e.external_ref, ':', 3)::uuid END
JOIN shop_order o ON o.id = COALESCE(l.order_id, CASE
  WHEN e.source <> 'order' OR e.product_id IS NOT NULL THEN NULL
  WHEN e.kind = 'sale' THEN split_part(e.external_ref, ':', 2)::uuid
  ELSE split_part(e.external_ref, ':', 4)::uuid END)
WHERE e.source = 'order';

-- What of an enterprise's ledger stands in no statement yet. The fee of a line is by how much it changes the fee of
-- what is kept of its order: a refund gives back exactly its part, and an order that was refunded whole has none.
CREATE FUNCTION unsettled_lines(of_enterprise int, since timestamptz, until timestamptz)
RETURNS TABLE (kind text, reference text, order_number text, occurred_at timestamptz,
  items_fen bigint, shipping_fen bigint, fee_fen bigint, net_fen bigint)
LANGUAGE sql STABLE AS $$
  WITH gathered AS (
    SELECT e.kind, e.reference, e.order_number, e.fee_basis_points, e.occurred_at,
      sum(e.items_fen)::bigint AS items_fen, sum(e.shipping_fen)::bigint AS shipping_fen, min(e.id) AS entry
    FROM order_entry e
    WHERE e.enterprise_id = of_enterprise AND e.occurred_at >= since AND e.occurred_at < until
      AND NOT EXISTS (SELECT FROM statement_line l WHERE l.reference = e.reference)
    GROUP BY 1, 2, 3, 4, 5
  ), kept AS (
    SELECT g.*, (COALESCE(settled.items_fen, 0) + sum(g.items_fen) OVER (PARTITION BY g.order_number ORDER BY g.entry))::bigint AS kept_fen
    FROM gathered g LEFT JOIN LATERAL (
      SELECT sum(l.items_fen)::bigint AS items_fen FROM statement_line l WHERE l.order_number = g.order_number
    ) settled ON g.kind <> 'sale'
  ), charged AS (
    SELECT k.*, platform_fee(k.kept_fen, k.fee_basis_points) - platform_fee(k.kept_fen - k.items_fen, k.fee_basis_points) AS fee_fen
    FROM kept k
  )
  SELECT c.kind, c.reference, c.order_number, c.occurred_at, c.items_fen, c.shipping_fen, c.fee_fen,
    c.items_fen + c.shipping_fen - c.fee_fen
  FROM charged c
$$;

ALTER TABLE statement_line
  DROP CONSTRAINT statement_line_kind,
  ADD CONSTRAINT statement_line_kind CHECK (kind IN ('sale', 'refund', 'correction'));
ALTER TABLE statement_period
  ADD CONSTRAINT statement_period_month CHECK (period ~ '^\d{4}-\d{2}$');
ALTER TABLE invoice
  DROP CONSTRAINT invoice_status,
  ADD CONSTRAINT invoice_status CHECK (status IN ('requested', 'issued'));
ALTER TABLE invoice_reversal
  ADD CONSTRAINT invoice_reversal_amount CHECK (amount_fen > 0),
  ADD CONSTRAINT invoice_reversal_recorded CHECK ((number IS NULL) = (recorded_at IS NULL) AND (number IS NULL) = (recorded_by IS NULL));
