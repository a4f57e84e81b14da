-- An e-mail that was given up keeps no words: they held the link to a parent's page.
UPDATE outbox SET words = '' WHERE state = 'given_up';
