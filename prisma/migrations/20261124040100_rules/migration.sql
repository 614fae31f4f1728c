-- What the schema language cannot say: legal values, arithmetic that must hold, partial and GIN indexes,
-- and what the application's role may not do.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Legal values
ALTER TABLE enterprise
  ADD CONSTRAINT enterprise_kind CHECK (kind IN ('company', 'cooperative', 'family-farm', 'workshop')),
  ADD CONSTRAINT enterprise_status CHECK (status IN ('active', 'suspended')),
  ADD CONSTRAINT enterprise_fees CHECK (free_shipping_fen > 0 AND ambient_fee_fen >= 0 AND chilled_fee_fen >= 0 AND frozen_fee_fen >= 0);
ALTER TABLE product
  ADD CONSTRAINT product_storage CHECK (storage IN ('ambient', 'chilled', 'frozen')),
  ADD CONSTRAINT product_status CHECK (status IN ('draft', 'published', 'taken-down')),
  ADD CONSTRAINT product_return_rule CHECK (return_rule IN ('seven-days', 'seven-days-unopened', 'excluded-perishable', 'excluded-custom')),
  ADD CONSTRAINT product_published CHECK (status <> 'published' OR published_at IS NOT NULL),
  ADD CONSTRAINT product_season CHECK (season_months <@ ARRAY[1,2,3,4,5,6,7,8,9,10,11,12]),
  ADD CONSTRAINT product_figures CHECK (min_price_fen >= 0 AND sales_count >= 0 AND rating_count >= 0 AND rating_sum BETWEEN rating_count AND 5 * rating_count),
  ADD CONSTRAINT product_tier CHECK (search_tier BETWEEN 0 AND 2);
ALTER TABLE variant
  ADD CONSTRAINT variant_price CHECK (price_fen > 0 AND (was_price_fen IS NULL OR was_price_fen > price_fen)),
  ADD CONSTRAINT variant_quantities CHECK (min_quantity >= 1 AND (max_per_person IS NULL OR max_per_person >= min_quantity) AND (net_grams IS NULL OR net_grams > 0));
ALTER TABLE review
  ADD CONSTRAINT review_rating CHECK (rating BETWEEN 1 AND 5),
  ADD CONSTRAINT review_status CHECK (status IN ('pending', 'published', 'hidden'));

-- Stock: nothing is sold that is not there (T01), whatever the code does
ALTER TABLE stock
  ADD CONSTRAINT stock_pool CHECK (pool IN ('online', 'exhibition', 'livestream')),
  ADD CONSTRAINT stock_free CHECK (free >= 0),
  ADD CONSTRAINT stock_held CHECK (held >= 0),
  ADD CONSTRAINT stock_sold CHECK (sold >= 0);
ALTER TABLE stock_movement
  ADD CONSTRAINT stock_movement_reason CHECK (reason IN ('initial', 'adjustment', 'shipment', 'return'));
ALTER TABLE stock_hold
  ADD CONSTRAINT stock_hold_status CHECK (status IN ('held', 'sold', 'shipped', 'released')),
  ADD CONSTRAINT stock_hold_quantity CHECK (quantity > 0);
CREATE INDEX stock_hold_open ON stock_hold (expires_at) WHERE status = 'held';

-- Carts
ALTER TABLE cart ADD CONSTRAINT cart_owner CHECK (num_nonnulls(session_hash, shopper_id) = 1);
ALTER TABLE cart_line ADD CONSTRAINT cart_line_quantity CHECK (quantity BETWEEN 1 AND 9999);
ALTER TABLE address ADD CONSTRAINT address_tag CHECK (tag IN ('home', 'company'));
CREATE UNIQUE INDEX address_one_default ON address (shopper_id) WHERE is_default;
ALTER TABLE invoice_title ADD CONSTRAINT invoice_title_kind CHECK (kind IN ('personal', 'company') AND (kind = 'personal' OR credit_code IS NOT NULL));
ALTER TABLE consent ADD CONSTRAINT consent_purpose CHECK (purpose IN ('privacy', 'marketing'));

-- Orders: totals add up in the database, too
ALTER TABLE order_group
  ADD CONSTRAINT order_group_status CHECK (status IN ('awaiting-payment', 'paid', 'expired', 'cancelled', 'paid-after-release', 'refunding', 'refunded', 'quarantined')),
  ADD CONSTRAINT order_group_totals CHECK (items_fen > 0 AND shipping_fen >= 0 AND total_fen = items_fen + shipping_fen AND refunded_fen BETWEEN 0 AND total_fen),
  ADD CONSTRAINT order_group_locale CHECK (locale IN ('zh', 'en'));
ALTER TABLE shop_order
  ADD CONSTRAINT shop_order_status CHECK (status IN ('awaiting-payment', 'to-ship', 'partly-shipped', 'shipped', 'completed', 'cancelled', 'refunded')),
  ADD CONSTRAINT shop_order_totals CHECK (total_fen = items_fen + shipping_fen AND refunded_fen BETWEEN 0 AND total_fen);
ALTER TABLE order_line
  ADD CONSTRAINT order_line_amount CHECK (quantity > 0 AND price_fen > 0 AND amount_fen = price_fen * quantity),
  ADD CONSTRAINT order_line_refunds CHECK (refunded_quantity BETWEEN 0 AND quantity AND refunded_fen BETWEEN 0 AND amount_fen);
ALTER TABLE parcel ADD CONSTRAINT parcel_storage CHECK (storage IN ('ambient', 'chilled', 'frozen'));
ALTER TABLE after_sale
  ADD CONSTRAINT after_sale_kind CHECK (kind IN ('refund-only', 'return-and-refund')),
  ADD CONSTRAINT after_sale_status CHECK (status IN ('requested', 'accepted', 'refused', 'withdrawn')),
  ADD CONSTRAINT after_sale_quantity CHECK (quantity > 0);

-- Payments: at most one payment of a group is open, at most one is paid
ALTER TABLE payment
  ADD CONSTRAINT payment_status CHECK (status IN ('creating', 'open', 'processing', 'paid', 'expired', 'failed', 'quarantined')),
  ADD CONSTRAINT payment_amount CHECK (amount_fen > 0);
CREATE UNIQUE INDEX payment_one_open ON payment (group_id) WHERE status IN ('creating', 'open', 'processing');
CREATE UNIQUE INDEX payment_one_paid ON payment (group_id) WHERE status = 'paid';
CREATE INDEX payment_unsettled ON payment (created_at) WHERE status IN ('creating', 'open', 'processing');
ALTER TABLE provider_event ADD CONSTRAINT provider_event_outcome CHECK (outcome IN ('applied', 'ignored', 'orphan'));
ALTER TABLE refund
  ADD CONSTRAINT refund_status CHECK (status IN ('requested', 'pending', 'succeeded', 'failed')),
  ADD CONSTRAINT refund_amount CHECK (amount_fen > 0 AND shipping_fen BETWEEN 0 AND amount_fen);
ALTER TABLE refund_line ADD CONSTRAINT refund_line_amount CHECK (amount_fen > 0 AND quantity >= 0);

-- The ledger
ALTER TABLE sale_entry
  ADD CONSTRAINT sale_entry_channel CHECK (channel IN ('onsite', 'contract', 'livestream', 'online')),
  ADD CONSTRAINT sale_entry_kind CHECK (kind IN ('sale', 'refund', 'correction')),
  ADD CONSTRAINT sale_entry_source CHECK (source IN ('order', 'entry', 'import', 'device')),
  ADD CONSTRAINT sale_entry_sign CHECK ((kind = 'sale' AND amount_fen >= 0) OR (kind = 'refund' AND amount_fen <= 0) OR kind = 'correction'),
  ADD CONSTRAINT sale_entry_correction CHECK ((kind = 'correction') = (corrects_id IS NOT NULL));
ALTER TABLE sale_rollup
  ADD CONSTRAINT sale_rollup_dimension CHECK (dimension IN ('all', 'enterprise', 'division', 'category', 'product', 'district')),
  ADD CONSTRAINT sale_rollup_grain CHECK (grain IN ('minute', 'day', 'total'));

-- Lists: one index per sort, alone and within a division or category; id makes the keyset total
CREATE INDEX product_by_score ON product (score DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_by_sales ON product (sales_count DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_by_price ON product (min_price_fen, id) WHERE status = 'published';
CREATE INDEX product_by_newest ON product (published_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_division_score ON product (division_code, score DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_division_sales ON product (division_code, sales_count DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_division_price ON product (division_code, min_price_fen, id) WHERE status = 'published';
CREATE INDEX product_division_newest ON product (division_code, published_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_category_score ON product (category_code, score DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_category_sales ON product (category_code, sales_count DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_category_price ON product (category_code, min_price_fen, id) WHERE status = 'published';
CREATE INDEX product_category_newest ON product (category_code, published_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_search ON product USING gin (search_vector) WITH (fastupdate = off) WHERE status = 'published';

CREATE INDEX suggestion_text ON suggestion (text text_pattern_ops);
CREATE INDEX suggestion_pinyin ON suggestion (pinyin text_pattern_ops);
CREATE INDEX suggestion_initials ON suggestion (initials text_pattern_ops);
