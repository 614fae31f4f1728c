-- Of an application that was approved: whether an owner has come, and until when a link lets one in.
CREATE VIEW owner_link AS
SELECT a.id AS application_id, a.enterprise_id,
  EXISTS (SELECT FROM membership m WHERE m.enterprise_id = a.enterprise_id AND m.role = 'owner') AS has_owner,
  (SELECT max(i.expires_at) FROM invitation i WHERE i.enterprise_id = a.enterprise_id AND i.role = 'owner'
    AND i.used_at IS NULL AND i.revoked_at IS NULL) AS open_until
FROM enterprise_application a
WHERE a.enterprise_id IS NOT NULL;
