-- What of a certificate's amount was signed in contracts; null on those that were issued before the two were told apart.
ALTER TABLE "purchase_certificate" ADD COLUMN "signed_fen" BIGINT;
ALTER TABLE purchase_certificate
  ADD CONSTRAINT purchase_certificate_signed CHECK (signed_fen BETWEEN 0 AND amount_fen);
