-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "division" (
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "seat_town" TEXT,
    "area_km2" INTEGER NOT NULL,
    "tagline" TEXT NOT NULL,
    "tagline_en" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "story_en" TEXT NOT NULL,
    "pair_code" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "district" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "category" (
    "code" TEXT NOT NULL,
    "parent_code" TEXT,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "icon" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "town" TEXT,
    "credit_code" TEXT NOT NULL,
    "food_licence" TEXT,
    "phone" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "story_en" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "free_shipping_fen" INTEGER,
    "ambient_fee_fen" INTEGER NOT NULL,
    "chilled_fee_fen" INTEGER NOT NULL,
    "frozen_fee_fen" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "division_code" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "subcategory_code" TEXT NOT NULL,
    "speciality_code" TEXT,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "subtitle" TEXT NOT NULL DEFAULT '',
    "subtitle_en" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "storage" TEXT NOT NULL,
    "shelf_life_days" INTEGER,
    "season_months" INTEGER[],
    "return_rule" TEXT NOT NULL,
    "is_alcohol" BOOLEAN NOT NULL DEFAULT false,
    "label" JSONB NOT NULL,
    "gi_name" TEXT,
    "gi_authorisation" TEXT,
    "certificates" TEXT[],
    "dispatch_hours" INTEGER NOT NULL DEFAULT 48,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "min_price_fen" INTEGER NOT NULL DEFAULT 0,
    "min_unit_price_fen" INTEGER,
    "variant_count" INTEGER NOT NULL DEFAULT 0,
    "is_in_stock" BOOLEAN NOT NULL DEFAULT false,
    "sales_count" INTEGER NOT NULL DEFAULT 0,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "score" INTEGER NOT NULL DEFAULT 0,
    "search_tier" SMALLINT NOT NULL DEFAULT 0,
    "search_vector" tsvector,
    "picture_key" TEXT,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_picture" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "alt_en" TEXT NOT NULL,

    CONSTRAINT "product_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "price_fen" INTEGER NOT NULL,
    "was_price_fen" INTEGER,
    "net_grams" INTEGER,
    "min_quantity" INTEGER NOT NULL DEFAULT 1,
    "max_per_person" INTEGER,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_change" (
    "id" BIGSERIAL NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "from_fen" INTEGER,
    "to_fen" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "price_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "produced_on" DATE NOT NULL,
    "expires_on" DATE,
    "papers" JSONB NOT NULL,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "order_line_id" UUID,
    "shopper_id" UUID,
    "author_name" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "body_en" TEXT,
    "photos" TEXT[],
    "reply" TEXT,
    "reply_en" TEXT,
    "replied_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'pending',
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" SERIAL NOT NULL,
    "text" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock" (
    "variant_id" INTEGER NOT NULL,
    "pool" TEXT NOT NULL DEFAULT 'online',
    "free" INTEGER NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,
    "sold" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_pkey" PRIMARY KEY ("variant_id","pool")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" BIGSERIAL NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "pool" TEXT NOT NULL DEFAULT 'online',
    "delta" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reference" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_hold" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "pool" TEXT NOT NULL DEFAULT 'online',
    "quantity" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'held',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopper" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "name" TEXT,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "shopper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "shopper_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "shopper_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "city_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "street" TEXT,
    "detail" TEXT NOT NULL,
    "postcode" TEXT,
    "tag" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "favourite" (
    "shopper_id" UUID NOT NULL,
    "product_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "favourite_pkey" PRIMARY KEY ("shopper_id","product_id")
);

-- CreateTable
CREATE TABLE "invoice_title" (
    "id" UUID NOT NULL,
    "shopper_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credit_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_title_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "shopper_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "is_given" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" UUID NOT NULL,
    "session_hash" TEXT,
    "shopper_id" UUID,
    "attribution" JSONB,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "cart_id" UUID NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "seen_price_fen" INTEGER NOT NULL,
    "intent" BIGINT NOT NULL DEFAULT 0,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("cart_id","variant_id")
);

-- CreateTable
CREATE TABLE "order_group" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "shopper_id" UUID,
    "locale" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'awaiting-payment',
    "items_fen" INTEGER NOT NULL,
    "shipping_fen" INTEGER NOT NULL,
    "total_fen" INTEGER NOT NULL,
    "refunded_fen" INTEGER NOT NULL DEFAULT 0,
    "recipient" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "city_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "street" TEXT,
    "detail" TEXT NOT NULL,
    "postcode" TEXT,
    "note" TEXT,
    "invoice" JSONB,
    "accepts_no_return" BOOLEAN NOT NULL DEFAULT false,
    "is_adult" BOOLEAN NOT NULL DEFAULT false,
    "beijing_district_code" TEXT,
    "exhibition_id" INTEGER,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "order_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_order" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'awaiting-payment',
    "items_fen" INTEGER NOT NULL,
    "shipping_fen" INTEGER NOT NULL,
    "total_fen" INTEGER NOT NULL,
    "refunded_fen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shop_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "product_id" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "variant_label" TEXT NOT NULL,
    "variant_label_en" TEXT NOT NULL,
    "picture_key" TEXT,
    "product_slug" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "storage" TEXT NOT NULL,
    "return_rule" TEXT NOT NULL,
    "price_fen" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "refunded_quantity" INTEGER NOT NULL DEFAULT 0,
    "refunded_fen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parcel" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "storage" TEXT NOT NULL,
    "shipping_fen" INTEGER NOT NULL DEFAULT 0,
    "courier" TEXT,
    "tracking_number" TEXT,
    "shipped_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "parcel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_event" (
    "id" BIGSERIAL NOT NULL,
    "group_id" UUID NOT NULL,
    "order_id" UUID,
    "kind" TEXT NOT NULL,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "after_sale" (
    "id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "photos" TEXT[],
    "status" TEXT NOT NULL DEFAULT 'requested',
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "after_sale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "session_id" TEXT,
    "payment_intent_id" TEXT,
    "url" TEXT,
    "method" TEXT,
    "status" TEXT NOT NULL DEFAULT 'creating',
    "amount_fen" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "order_id" UUID,
    "payment_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "provider_refund_id" TEXT,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "amount_fen" INTEGER NOT NULL,
    "shipping_fen" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund_line" (
    "refund_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount_fen" INTEGER NOT NULL,

    CONSTRAINT "refund_line_pkey" PRIMARY KEY ("refund_id","order_line_id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "delivered_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sms_message" (
    "id" BIGSERIAL NOT NULL,
    "phone" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sms_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alarm" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "detail" JSONB,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exhibition" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "city_en" TEXT NOT NULL,
    "venue" TEXT,
    "venue_en" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "is_month_only" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT NOT NULL,
    "summary_en" TEXT NOT NULL,
    "printed_figures" JSONB NOT NULL,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "exhibition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exhibition_booth" (
    "exhibition_id" INTEGER NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "booth" TEXT NOT NULL,

    CONSTRAINT "exhibition_booth_pkey" PRIMARY KEY ("exhibition_id","enterprise_id")
);

-- CreateTable
CREATE TABLE "sale_entry" (
    "id" BIGSERIAL NOT NULL,
    "exhibition_id" INTEGER,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "division_code" TEXT NOT NULL,
    "product_id" INTEGER,
    "variant_id" INTEGER,
    "category_code" TEXT,
    "quantity" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "beijing_district_code" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "external_ref" TEXT NOT NULL,
    "corrects_id" BIGINT,

    CONSTRAINT "sale_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_rollup" (
    "exhibition_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "grain" TEXT NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "entries" INTEGER NOT NULL,
    "quantity" BIGINT NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "sale_rollup_pkey" PRIMARY KEY ("exhibition_id","channel","dimension","key","grain","bucket")
);

-- CreateIndex
CREATE UNIQUE INDEX "division_slug_key" ON "division"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_slug_key" ON "enterprise"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_credit_code_key" ON "enterprise"("credit_code");

-- CreateIndex
CREATE INDEX "enterprise_division_code_id_idx" ON "enterprise"("division_code", "id");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_enterprise_id_score_id_idx" ON "product"("enterprise_id", "score" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "product_speciality_code_idx" ON "product"("speciality_code");

-- CreateIndex
CREATE UNIQUE INDEX "product_picture_product_id_position_key" ON "product_picture"("product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "variant_sku_key" ON "variant"("sku");

-- CreateIndex
CREATE INDEX "variant_product_id_position_idx" ON "variant"("product_id", "position");

-- CreateIndex
CREATE INDEX "price_change_variant_id_changed_at_idx" ON "price_change"("variant_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "batch_code_key" ON "batch"("code");

-- CreateIndex
CREATE INDEX "batch_product_id_produced_on_idx" ON "batch"("product_id", "produced_on");

-- CreateIndex
CREATE UNIQUE INDEX "review_order_line_id_key" ON "review"("order_line_id");

-- CreateIndex
CREATE INDEX "review_product_id_status_created_at_id_idx" ON "review"("product_id", "status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_kind_text_key" ON "suggestion"("kind", "text");

-- CreateIndex
CREATE INDEX "stock_movement_variant_id_recorded_at_idx" ON "stock_movement"("variant_id", "recorded_at");

-- CreateIndex
CREATE INDEX "stock_hold_variant_id_pool_status_idx" ON "stock_hold"("variant_id", "pool", "status");

-- CreateIndex
CREATE UNIQUE INDEX "stock_hold_group_id_variant_id_pool_key" ON "stock_hold"("group_id", "variant_id", "pool");

-- CreateIndex
CREATE UNIQUE INDEX "shopper_phone_key" ON "shopper"("phone");

-- CreateIndex
CREATE INDEX "session_shopper_id_idx" ON "session"("shopper_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_code_phone_created_at_idx" ON "sign_in_code"("phone", "created_at" DESC);

-- CreateIndex
CREATE INDEX "address_shopper_id_idx" ON "address"("shopper_id");

-- CreateIndex
CREATE INDEX "invoice_title_shopper_id_idx" ON "invoice_title"("shopper_id");

-- CreateIndex
CREATE INDEX "consent_shopper_id_purpose_recorded_at_idx" ON "consent"("shopper_id", "purpose", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "cart_session_hash_key" ON "cart"("session_hash");

-- CreateIndex
CREATE UNIQUE INDEX "cart_shopper_id_key" ON "cart"("shopper_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_group_number_key" ON "order_group"("number");

-- CreateIndex
CREATE UNIQUE INDEX "order_group_token_key" ON "order_group"("token");

-- CreateIndex
CREATE UNIQUE INDEX "order_group_idempotency_key_key" ON "order_group"("idempotency_key");

-- CreateIndex
CREATE INDEX "order_group_shopper_id_placed_at_idx" ON "order_group"("shopper_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "order_group_status_expires_at_idx" ON "order_group"("status", "expires_at");

-- CreateIndex
CREATE INDEX "order_group_phone_number_idx" ON "order_group"("phone", "number");

-- CreateIndex
CREATE UNIQUE INDEX "shop_order_number_key" ON "shop_order"("number");

-- CreateIndex
CREATE INDEX "shop_order_enterprise_id_status_idx" ON "shop_order"("enterprise_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "shop_order_group_id_enterprise_id_key" ON "shop_order"("group_id", "enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_variant_id_key" ON "order_line"("order_id", "variant_id");

-- CreateIndex
CREATE INDEX "parcel_order_id_idx" ON "parcel"("order_id");

-- CreateIndex
CREATE INDEX "order_event_group_id_at_idx" ON "order_event"("group_id", "at");

-- CreateIndex
CREATE INDEX "after_sale_order_line_id_idx" ON "after_sale"("order_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_session_id_key" ON "payment"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_payment_intent_id_key" ON "payment"("payment_intent_id");

-- CreateIndex
CREATE INDEX "payment_status_created_at_idx" ON "payment"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_group_id_attempt_key" ON "payment"("group_id", "attempt");

-- CreateIndex
CREATE INDEX "provider_event_object_id_idx" ON "provider_event"("object_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_idempotency_key_key" ON "refund"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "refund_provider_refund_id_key" ON "refund"("provider_refund_id");

-- CreateIndex
CREATE INDEX "refund_group_id_idx" ON "refund"("group_id");

-- CreateIndex
CREATE INDEX "refund_status_created_at_idx" ON "refund"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_dedupe_key_key" ON "outbox_message"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_message_delivered_at_available_at_idx" ON "outbox_message"("delivered_at", "available_at");

-- CreateIndex
CREATE UNIQUE INDEX "sms_message_dedupe_key_key" ON "sms_message"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "alarm_kind_reference_key" ON "alarm"("kind", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "exhibition_slug_key" ON "exhibition"("slug");

-- CreateIndex
CREATE INDEX "sale_entry_exhibition_id_occurred_at_idx" ON "sale_entry"("exhibition_id", "occurred_at");

-- CreateIndex
CREATE INDEX "sale_entry_enterprise_id_occurred_at_idx" ON "sale_entry"("enterprise_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "sale_entry_source_external_ref_key" ON "sale_entry"("source", "external_ref");

-- AddForeignKey
ALTER TABLE "division" ADD CONSTRAINT "division_pair_code_fkey" FOREIGN KEY ("pair_code") REFERENCES "district"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "category"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_category_code_fkey" FOREIGN KEY ("category_code") REFERENCES "category"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_subcategory_code_fkey" FOREIGN KEY ("subcategory_code") REFERENCES "category"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_picture" ADD CONSTRAINT "product_picture_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_change" ADD CONSTRAINT "price_change_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock" ADD CONSTRAINT "stock_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_hold" ADD CONSTRAINT "stock_hold_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "order_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_hold" ADD CONSTRAINT "stock_hold_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_title" ADD CONSTRAINT "invoice_title_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_session_hash_fkey" FOREIGN KEY ("session_hash") REFERENCES "session"("token_hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_group" ADD CONSTRAINT "order_group_shopper_id_fkey" FOREIGN KEY ("shopper_id") REFERENCES "shopper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_group" ADD CONSTRAINT "order_group_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "order_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "shop_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parcel" ADD CONSTRAINT "parcel_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "shop_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "order_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "after_sale" ADD CONSTRAINT "after_sale_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "order_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "order_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibition_booth" ADD CONSTRAINT "exhibition_booth_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibition_booth" ADD CONSTRAINT "exhibition_booth_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_entry" ADD CONSTRAINT "sale_entry_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_entry" ADD CONSTRAINT "sale_entry_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_entry" ADD CONSTRAINT "sale_entry_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "sale_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;
