-- CreateTable
CREATE TABLE "unsettled_line" (
    "reference" TEXT NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "items_fen" BIGINT NOT NULL,
    "shipping_fen" BIGINT NOT NULL,
    "fee_fen" BIGINT NOT NULL,
    "net_fen" BIGINT NOT NULL,

    CONSTRAINT "unsettled_line_pkey" PRIMARY KEY ("reference")
);

-- CreateIndex
CREATE INDEX "unsettled_line_enterprise_id_occurred_at_reference_idx" ON "unsettled_line"("enterprise_id", "occurred_at", "reference");

-- CreateIndex
CREATE INDEX "unsettled_line_order_number_idx" ON "unsettled_line"("order_number");

-- The pages of a statement's lines are read in this order.
DROP INDEX "statement_line_statement_id_occurred_at_idx";

-- CreateIndex
CREATE INDEX "statement_line_statement_id_occurred_at_reference_idx" ON "statement_line"("statement_id", "occurred_at", "reference");

ALTER TABLE unsettled_line
  ADD CONSTRAINT unsettled_line_kind CHECK (kind IN ('sale', 'refund', 'correction')),
  ADD CONSTRAINT unsettled_line_net CHECK (net_fen = items_fen + shipping_fen - fee_fen);

-- The lines of statements that entries of the ledger make. The fee of a line is by how much it changes the fee of what
-- is kept of its order: a refund gives back exactly its part, and an order that was refunded whole has none. What was
-- booked of an order before is in a statement or waits for one: an order's postings come one after the other.
CREATE FUNCTION lines_of(entries bigint[])
RETURNS TABLE (enterprise_id int, kind text, reference text, order_number text, occurred_at timestamptz,
  items_fen bigint, shipping_fen bigint, fee_fen bigint, net_fen bigint)
LANGUAGE sql STABLE AS $$
  WITH gathered AS (
    SELECT e.enterprise_id, e.kind, e.reference, e.order_number, e.fee_basis_points, e.occurred_at,
      sum(e.items_fen)::bigint AS items_fen, sum(e.shipping_fen)::bigint AS shipping_fen, min(e.id) AS entry
    FROM order_entry e WHERE e.id = ANY(entries)
    GROUP BY 1, 2, 3, 4, 5, 6
  ), kept AS (
    SELECT g.*, (COALESCE(earlier.items_fen, 0) + sum(g.items_fen) OVER (PARTITION BY g.order_number ORDER BY g.entry))::bigint AS kept_fen
    FROM gathered g LEFT JOIN LATERAL (
      SELECT sum(l.items_fen) AS items_fen FROM (
        SELECT s.items_fen FROM statement_line s WHERE s.order_number = g.order_number
        UNION ALL SELECT u.items_fen FROM unsettled_line u WHERE u.order_number = g.order_number
      ) l
    ) earlier ON g.kind <> 'sale'
  ), charged AS (
    SELECT k.*, platform_fee(k.kept_fen, k.fee_basis_points) - platform_fee(k.kept_fen - k.items_fen, k.fee_basis_points) AS fee_fen
    FROM kept k
  )
  SELECT c.enterprise_id, c.kind, c.reference, c.order_number, c.occurred_at, c.items_fen, c.shipping_fen, c.fee_fen,
    c.items_fen + c.shipping_fen - c.fee_fen
  FROM charged c
$$;

-- What stood in no statement yet.
INSERT INTO unsettled_line (enterprise_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
SELECT * FROM lines_of((
  SELECT array_agg(e.id) FROM order_entry e
  WHERE NOT EXISTS (SELECT FROM statement_line l WHERE l.reference = e.reference)
));
DROP FUNCTION unsettled_lines(int, timestamptz, timestamptz);
