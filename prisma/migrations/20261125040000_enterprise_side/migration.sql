-- AlterTable
ALTER TABLE "after_sale" ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "answered_by" UUID,
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "refund_id" UUID;

-- AlterTable
ALTER TABLE "enterprise" ADD COLUMN     "fee_basis_points" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "suspended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "parcel" ADD COLUMN     "shipped_by" UUID;

-- AlterTable
ALTER TABLE "price_change" ADD COLUMN     "changed_by" UUID;

-- AlterTable
ALTER TABLE "variant" ADD COLUMN     "barcode" TEXT,
ADD COLUMN     "low_stock_at" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "parcel_line" (
    "parcel_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "parcel_line_pkey" PRIMARY KEY ("parcel_id","order_line_id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "password_hash" TEXT NOT NULL,
    "totp_secret" TEXT,
    "totp_step" BIGINT,
    "recovery_hashes" TEXT[],
    "status" TEXT NOT NULL DEFAULT 'active',
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "enterprise_id" INTEGER,
    "division_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "enterprise_id" INTEGER,
    "division_code" TEXT,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "token_hash" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "enterprise_id" INTEGER,
    "division_code" TEXT,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "previous_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_application" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "town" TEXT,
    "credit_code" TEXT NOT NULL,
    "food_licence" TEXT,
    "contact_name" TEXT NOT NULL,
    "contact_phone" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "reason" TEXT,
    "recommended_by" UUID,
    "decided_by" UUID,
    "enterprise_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "enterprise_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_document" (
    "id" UUID NOT NULL,
    "application_id" UUID,
    "enterprise_id" INTEGER,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "expires_on" DATE,
    "file_keys" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "warned_days" INTEGER,

    CONSTRAINT "enterprise_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "product_id" INTEGER,
    "draft" JSONB,
    "title" TEXT NOT NULL,
    "category_code" TEXT,
    "picture_key" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" UUID,
    "publish_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_comment" (
    "id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listing_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_change" (
    "id" UUID NOT NULL,
    "enterprise_id" INTEGER,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_job" (
    "id" UUID NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "staff_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "pictures_key" TEXT,
    "columns" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'checking',
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "faulty_rows" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "created_rows" INTEGER NOT NULL DEFAULT 0,
    "changed_rows" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "job_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "value" JSONB,
    "problems" JSONB NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("job_id","row")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "items_fen" BIGINT NOT NULL,
    "shipping_fen" BIGINT NOT NULL,
    "refunds_fen" BIGINT NOT NULL,
    "fee_fen" BIGINT NOT NULL,
    "net_fen" BIGINT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by" UUID NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "paid_by" UUID,
    "paid_reference" TEXT,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_line" (
    "id" BIGSERIAL NOT NULL,
    "statement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "items_fen" BIGINT NOT NULL,
    "shipping_fen" BIGINT NOT NULL,
    "fee_fen" BIGINT NOT NULL,
    "net_fen" BIGINT NOT NULL,

    CONSTRAINT "statement_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "sequence" INTEGER,
    "number" TEXT,
    "file_key" TEXT,
    "amount_fen" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),
    "issued_by" UUID,
    "reversal_number" TEXT,
    "reversed_fen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_login_key" ON "staff"("login");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "membership_staff_id_idx" ON "membership"("staff_id");

-- CreateIndex
CREATE INDEX "membership_enterprise_id_idx" ON "membership"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_enterprise_id_idx" ON "invitation"("enterprise_id");

-- CreateIndex
CREATE INDEX "password_reset_staff_id_idx" ON "password_reset"("staff_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_id_idx" ON "audit_entry"("subject_kind", "subject_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_enterprise_id_id_idx" ON "audit_entry"("enterprise_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_staff_id_id_idx" ON "audit_entry"("staff_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_application_token_hash_key" ON "enterprise_application"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_application_enterprise_id_key" ON "enterprise_application"("enterprise_id");

-- CreateIndex
CREATE INDEX "enterprise_application_status_division_code_id_idx" ON "enterprise_application"("status", "division_code", "id");

-- CreateIndex
CREATE INDEX "enterprise_application_credit_code_idx" ON "enterprise_application"("credit_code");

-- CreateIndex
CREATE INDEX "enterprise_document_application_id_idx" ON "enterprise_document"("application_id");

-- CreateIndex
CREATE INDEX "enterprise_document_enterprise_id_idx" ON "enterprise_document"("enterprise_id");

-- CreateIndex
CREATE INDEX "enterprise_document_expires_on_idx" ON "enterprise_document"("expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "listing_product_id_key" ON "listing"("product_id");

-- CreateIndex
CREATE INDEX "listing_enterprise_id_updated_at_id_idx" ON "listing"("enterprise_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "listing_status_submitted_at_id_idx" ON "listing"("status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "listing_comment_listing_id_version_idx" ON "listing_comment"("listing_id", "version");

-- CreateIndex
CREATE INDEX "bulk_change_staff_id_created_at_idx" ON "bulk_change"("staff_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_enterprise_id_name_key" ON "import_mapping"("enterprise_id", "name");

-- CreateIndex
CREATE INDEX "import_job_enterprise_id_created_at_idx" ON "import_job"("enterprise_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_job_status_leased_until_idx" ON "import_job"("status", "leased_until");

-- CreateIndex
CREATE UNIQUE INDEX "statement_enterprise_id_period_key" ON "statement"("enterprise_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "statement_line_reference_key" ON "statement_line"("reference");

-- CreateIndex
CREATE INDEX "statement_line_statement_id_occurred_at_idx" ON "statement_line"("statement_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_order_id_key" ON "invoice"("order_id");

-- CreateIndex
CREATE INDEX "invoice_enterprise_id_status_requested_at_idx" ON "invoice"("enterprise_id", "status", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_enterprise_id_sequence_key" ON "invoice"("enterprise_id", "sequence");

-- CreateIndex
CREATE INDEX "after_sale_status_deadline_at_idx" ON "after_sale"("status", "deadline_at");

-- AddForeignKey
ALTER TABLE "parcel_line" ADD CONSTRAINT "parcel_line_parcel_id_fkey" FOREIGN KEY ("parcel_id") REFERENCES "parcel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parcel_line" ADD CONSTRAINT "parcel_line_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_application" ADD CONSTRAINT "enterprise_application_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_application" ADD CONSTRAINT "enterprise_application_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_document" ADD CONSTRAINT "enterprise_document_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "enterprise_application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_document" ADD CONSTRAINT "enterprise_document_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_comment" ADD CONSTRAINT "listing_comment_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_line" ADD CONSTRAINT "statement_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "shop_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "product_enterprise_id_updated_at_id_idx" ON "product"("enterprise_id", "updated_at" DESC, "id" DESC);
