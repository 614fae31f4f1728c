-- A new line is one character, as forms read it now: an answer kept with two could never be changed by a script.
UPDATE "review" SET "reply" = replace("reply", E'\r\n', E'\n') WHERE "reply" LIKE E'%\r\n%';
