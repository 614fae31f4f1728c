CREATE TABLE "chore" (
    "name" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chore_pkey" PRIMARY KEY ("name")
);

-- Suggestions are read whole, which is quicker: these served nobody, and stood in no schema.
DROP INDEX "suggestion_initials";
DROP INDEX "suggestion_pinyin";
DROP INDEX "suggestion_text";
