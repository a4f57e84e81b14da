-- Since when a sign-in is locked: its person left the computer for a while. Until the password is given again it opens
-- no page but the one that asks for it. Empty: it is not locked.
ALTER TABLE sign_in ADD COLUMN locked_at BIGINT;
