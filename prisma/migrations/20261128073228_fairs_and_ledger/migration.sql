-- AlterTable
ALTER TABLE "exhibition" ADD COLUMN     "has_public_figure" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_published" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "order_group" ADD COLUMN     "livestream_id" INTEGER;

-- AlterTable
ALTER TABLE "sale_entry" ADD COLUMN     "contract_id" UUID,
ADD COLUMN     "device_at" TIMESTAMPTZ(3),
ADD COLUMN     "grams" INTEGER,
ADD COLUMN     "livestream_id" INTEGER,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "tender" TEXT;

-- AlterTable
ALTER TABLE "sale_rollup" ADD COLUMN     "verified_entries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "verified_fen" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "exhibition_product" (
    "exhibition_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "exhibition_product_pkey" PRIMARY KEY ("exhibition_id","product_id")
);

-- CreateTable
CREATE TABLE "exhibition_target" (
    "exhibition_id" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "exhibition_target_pkey" PRIMARY KEY ("exhibition_id","dimension","key")
);

-- CreateTable
CREATE TABLE "exhibition_measure" (
    "exhibition_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exhibition_measure_pkey" PRIMARY KEY ("exhibition_id","day","kind")
);

-- CreateTable
CREATE TABLE "media_coverage" (
    "id" UUID NOT NULL,
    "exhibition_id" INTEGER NOT NULL,
    "outlet" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "published_on" DATE NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exhibition_document" (
    "id" UUID NOT NULL,
    "exhibition_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exhibition_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_verification" (
    "id" BIGSERIAL NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "rule" TEXT NOT NULL,
    "verified_by" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sale_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booth_close" (
    "id" UUID NOT NULL,
    "exhibition_id" INTEGER NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "entries" INTEGER NOT NULL,
    "expected" JSONB NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "counted_cash_fen" BIGINT NOT NULL,
    "expected_cash_fen" BIGINT NOT NULL,
    "note" TEXT,
    "closed_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "booth_close_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "livestream" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "exhibition_id" INTEGER,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "host_account" TEXT,
    "platform" TEXT NOT NULL DEFAULT 'douyin',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,
    "metrics" JSONB,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "livestream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "livestream_enterprise" (
    "livestream_id" INTEGER NOT NULL,
    "enterprise_id" INTEGER NOT NULL,

    CONSTRAINT "livestream_enterprise_pkey" PRIMARY KEY ("livestream_id","enterprise_id")
);

-- CreateTable
CREATE TABLE "livestream_product" (
    "livestream_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "livestream_product_pkey" PRIMARY KEY ("livestream_id","product_id")
);

-- CreateTable
CREATE TABLE "platform_import" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL DEFAULT 'douyin',
    "exhibition_id" INTEGER,
    "staff_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'mapping',
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "new_rows" INTEGER NOT NULL DEFAULT 0,
    "changed_rows" INTEGER NOT NULL DEFAULT 0,
    "unmatched_rows" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "platform_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_order" (
    "platform" TEXT NOT NULL DEFAULT 'douyin',
    "sub_order" TEXT NOT NULL,
    "main_order" TEXT NOT NULL,
    "import_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "merchant_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "spec" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "gross_fen" BIGINT NOT NULL,
    "refunded_fen" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "traffic" TEXT NOT NULL,
    "host_account" TEXT,
    "paid_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "variant_id" INTEGER,
    "livestream_id" INTEGER,
    "exhibition_id" INTEGER,
    "posted_fen" BIGINT NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_order_pkey" PRIMARY KEY ("platform","sub_order")
);

-- CreateTable
CREATE TABLE "platform_product" (
    "platform" TEXT NOT NULL DEFAULT 'douyin',
    "external_id" TEXT NOT NULL,
    "spec" TEXT NOT NULL DEFAULT '',
    "variant_id" INTEGER,
    "is_foreign" BOOLEAN NOT NULL DEFAULT false,
    "learned_by" TEXT NOT NULL,
    "learned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_product_pkey" PRIMARY KEY ("platform","external_id","spec")
);

-- CreateTable
CREATE TABLE "platform_mapping" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL DEFAULT 'douyin',
    "name" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "exhibition_id" INTEGER,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "buyer" TEXT NOT NULL,
    "buyer_code" TEXT,
    "buyer_district_code" TEXT,
    "enterprise_id" INTEGER,
    "division_code" TEXT NOT NULL,
    "category_code" TEXT,
    "amount_fen" BIGINT NOT NULL,
    "signed_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'recorded',
    "scan_name" TEXT,
    "scan_key" TEXT,
    "scan_sha256" TEXT,
    "note" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_by" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "cancelled_by" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_fulfilment" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "on" DATE NOT NULL,
    "note" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_fulfilment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "press_figure" (
    "id" UUID NOT NULL,
    "exhibition_id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "cut_off" TIMESTAMPTZ(3) NOT NULL,
    "last_entry_id" BIGINT NOT NULL,
    "last_verification_id" BIGINT NOT NULL,
    "lines" INTEGER NOT NULL,
    "sales_fen" BIGINT NOT NULL,
    "signed_fen" BIGINT NOT NULL,
    "channels" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "restates_id" UUID,
    "frozen_by" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "press_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase_certificate" (
    "code" TEXT NOT NULL,
    "exhibition_id" INTEGER,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "district_code" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "divisions" JSONB NOT NULL,
    "issued_by" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoke_reason" TEXT,

    CONSTRAINT "purchase_certificate_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "sales_plan" (
    "year" INTEGER NOT NULL,
    "base_year" INTEGER NOT NULL,
    "base_fen" BIGINT NOT NULL,
    "target_fen" BIGINT NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sales_plan_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "book_check" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE,
    "differences" INTEGER NOT NULL,
    "detail" JSONB NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "book_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "media_coverage_exhibition_id_published_on_idx" ON "media_coverage"("exhibition_id", "published_on");

-- CreateIndex
CREATE INDEX "exhibition_document_exhibition_id_idx" ON "exhibition_document"("exhibition_id");

-- CreateIndex
CREATE UNIQUE INDEX "sale_verification_entry_id_key" ON "sale_verification"("entry_id");

-- CreateIndex
CREATE INDEX "booth_close_exhibition_id_enterprise_id_day_idx" ON "booth_close"("exhibition_id", "enterprise_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "livestream_slug_key" ON "livestream"("slug");

-- CreateIndex
CREATE INDEX "livestream_exhibition_id_starts_at_idx" ON "livestream"("exhibition_id", "starts_at");

-- CreateIndex
CREATE INDEX "livestream_starts_at_idx" ON "livestream"("starts_at");

-- CreateIndex
CREATE INDEX "platform_import_status_leased_until_idx" ON "platform_import"("status", "leased_until");

-- CreateIndex
CREATE INDEX "platform_import_created_at_idx" ON "platform_import"("created_at" DESC);

-- CreateIndex
CREATE INDEX "platform_order_status_platform_external_id_idx" ON "platform_order"("status", "platform", "external_id");

-- CreateIndex
CREATE INDEX "platform_order_livestream_id_idx" ON "platform_order"("livestream_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_mapping_platform_name_key" ON "platform_mapping"("platform", "name");

-- CreateIndex
CREATE UNIQUE INDEX "contract_number_key" ON "contract"("number");

-- CreateIndex
CREATE INDEX "contract_exhibition_id_signed_on_idx" ON "contract"("exhibition_id", "signed_on");

-- CreateIndex
CREATE INDEX "contract_status_recorded_at_idx" ON "contract"("status", "recorded_at");

-- CreateIndex
CREATE INDEX "contract_enterprise_id_idx" ON "contract"("enterprise_id");

-- CreateIndex
CREATE INDEX "contract_fulfilment_contract_id_on_idx" ON "contract_fulfilment"("contract_id", "on");

-- CreateIndex
CREATE INDEX "press_figure_exhibition_id_frozen_at_idx" ON "press_figure"("exhibition_id", "frozen_at");

-- CreateIndex
CREATE INDEX "purchase_certificate_issued_at_idx" ON "purchase_certificate"("issued_at" DESC);

-- CreateIndex
CREATE INDEX "book_check_kind_id_idx" ON "book_check"("kind", "id" DESC);

-- CreateIndex
CREATE INDEX "sale_entry_corrects_id_idx" ON "sale_entry"("corrects_id");

-- AddForeignKey
ALTER TABLE "order_group" ADD CONSTRAINT "order_group_livestream_id_fkey" FOREIGN KEY ("livestream_id") REFERENCES "livestream"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibition_product" ADD CONSTRAINT "exhibition_product_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibition_product" ADD CONSTRAINT "exhibition_product_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibition_target" ADD CONSTRAINT "exhibition_target_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibition_measure" ADD CONSTRAINT "exhibition_measure_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_coverage" ADD CONSTRAINT "media_coverage_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibition_document" ADD CONSTRAINT "exhibition_document_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_entry" ADD CONSTRAINT "sale_entry_livestream_id_fkey" FOREIGN KEY ("livestream_id") REFERENCES "livestream"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_entry" ADD CONSTRAINT "sale_entry_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_verification" ADD CONSTRAINT "sale_verification_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "sale_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booth_close" ADD CONSTRAINT "booth_close_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booth_close" ADD CONSTRAINT "booth_close_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livestream" ADD CONSTRAINT "livestream_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livestream_enterprise" ADD CONSTRAINT "livestream_enterprise_livestream_id_fkey" FOREIGN KEY ("livestream_id") REFERENCES "livestream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livestream_enterprise" ADD CONSTRAINT "livestream_enterprise_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livestream_product" ADD CONSTRAINT "livestream_product_livestream_id_fkey" FOREIGN KEY ("livestream_id") REFERENCES "livestream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livestream_product" ADD CONSTRAINT "livestream_product_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_order" ADD CONSTRAINT "platform_order_livestream_id_fkey" FOREIGN KEY ("livestream_id") REFERENCES "livestream"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_buyer_district_code_fkey" FOREIGN KEY ("buyer_district_code") REFERENCES "district"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_fulfilment" ADD CONSTRAINT "contract_fulfilment_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "press_figure" ADD CONSTRAINT "press_figure_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase_certificate" ADD CONSTRAINT "purchase_certificate_exhibition_id_fkey" FOREIGN KEY ("exhibition_id") REFERENCES "exhibition"("id") ON DELETE SET NULL ON UPDATE CASCADE;
