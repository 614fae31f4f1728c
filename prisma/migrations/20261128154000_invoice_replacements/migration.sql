-- AlterTable
ALTER TABLE "invoice" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "invoice_replacement" (
    "invoice_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "invoice_replacement_pkey" PRIMARY KEY ("invoice_id","version")
);

-- AddForeignKey
ALTER TABLE "invoice_replacement" ADD CONSTRAINT "invoice_replacement_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
