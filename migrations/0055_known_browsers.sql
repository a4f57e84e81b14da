-- A sign-in is known again by its browser, no longer by its network address: a digest of the token that its cookie holds, or
-- nothing once the account's other sign-ins were ended, with a new password or on all devices.
ALTER TABLE sign_in RENAME COLUMN from_hash TO browser_hash;
UPDATE sign_in SET browser_hash = '';
CREATE INDEX sign_in_of_browser ON sign_in (browser_hash, account_id);
