-- AlterTable
ALTER TABLE "platform_import" ADD COLUMN     "faulty_rows" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "platform_order" ADD COLUMN     "beijing_district_code" TEXT,
ADD COLUMN     "refunds" INTEGER NOT NULL DEFAULT 0;
