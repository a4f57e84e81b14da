-- What goes to the next school's SENCo when a child moves (X4). Prepared first; then, line by line as the SENCo saw it, frozen as
-- `pack` (JSON, sealed with the child's key) and sent. Opened and received by who was sent the link; or taken back.
CREATE TABLE moving_pack (
    school_id       INTEGER NOT NULL REFERENCES school (id),
    id              TEXT    NOT NULL,
    case_id         TEXT    NOT NULL,
    next_school     TEXT    NOT NULL CHECK (next_school <> ''),
    senco_name      TEXT    NOT NULL CHECK (senco_name <> ''),
    senco_address   TEXT    NOT NULL CHECK (senco_address <> ''),
    moves_on        TEXT    NOT NULL,
    why             TEXT    NOT NULL CHECK (why <> ''),
    made_by         TEXT    NOT NULL,
    made_at         BIGINT  NOT NULL,
    pack            TEXT    NOT NULL DEFAULT '',
    with_views      INTEGER NOT NULL DEFAULT 0 CHECK (with_views IN (0, 1)),
    with_confided   INTEGER NOT NULL DEFAULT 0 CHECK (with_confided IN (0, 1)),
    sent_by         TEXT,
    sent_at         BIGINT,
    opened_at       BIGINT,
    received_at     BIGINT,
    received_by     TEXT    NOT NULL DEFAULT '',
    taken_back_by   TEXT,
    taken_back_at   BIGINT,
    CHECK ((sent_at IS NULL) = (pack = '')),
    CHECK ((sent_at IS NULL) = (sent_by IS NULL)),
    CHECK (sent_at IS NOT NULL OR (with_views = 0 AND with_confided = 0)),
    CHECK (opened_at IS NULL OR sent_at IS NOT NULL),
    CHECK (received_at IS NULL OR opened_at IS NOT NULL),
    CHECK ((received_at IS NULL) = (received_by = '')),
    CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL)),
    CHECK (taken_back_at IS NULL OR (sent_at IS NOT NULL AND received_at IS NULL)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, sent_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, taken_back_by) REFERENCES staff (school_id, id)
);
CREATE INDEX moving_packs_of_case ON moving_pack (school_id, case_id, made_at);
CREATE INDEX moving_pack_on_its_way ON moving_pack (school_id, sent_at)
    WHERE sent_at IS NOT NULL AND received_at IS NULL AND taken_back_at IS NULL;

-- The link to a pack: found by its token's hash before any school is entered, and opened by the code that the SENCo told by
-- telephone. `code_hash` is made over the token too, which stands nowhere: without the link nobody can try codes. Five wrong
-- ones close it.
CREATE TABLE moving_link (
    token_hash   TEXT    NOT NULL PRIMARY KEY,
    school_id    INTEGER NOT NULL,
    case_id      TEXT    NOT NULL,
    pack_id      TEXT    NOT NULL,
    code_hash    TEXT    NOT NULL,
    proof_key    TEXT    NOT NULL,
    made_at      BIGINT  NOT NULL,
    expires_at   BIGINT  NOT NULL,
    closed_at    BIGINT,
    wrong_tries  INTEGER NOT NULL DEFAULT 0,
    CHECK (wrong_tries BETWEEN 0 AND 5),
    CHECK (wrong_tries < 5 OR closed_at IS NOT NULL),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, pack_id) REFERENCES moving_pack (school_id, id)
);
CREATE UNIQUE INDEX one_moving_link_a_pack ON moving_link (school_id, pack_id);
CREATE INDEX moving_links_of_case ON moving_link (school_id, case_id);

-- only sqlite
CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON moving_pack
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER pack_keeps_what_it_is BEFORE UPDATE OF school_id, id, case_id, next_school, senco_name, senco_address, moves_on,
                                                      why, made_by, made_at ON moving_pack
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER pack_is_seen_before_it_goes BEFORE INSERT ON moving_pack WHEN NEW.sent_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'pack_is_prepared_first'); END;
CREATE TRIGGER pack_is_frozen BEFORE UPDATE OF pack, with_views, with_confided, sent_by, sent_at ON moving_pack
WHEN OLD.sent_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'pack_stands'); END;
CREATE TRIGGER pack_has_what_the_child_lets_go BEFORE UPDATE OF pack, with_views, with_confided, sent_at ON moving_pack
WHEN NEW.with_views > coalesce((SELECT w.views * w.understands FROM next_school_word w
                                 WHERE w.school_id = NEW.school_id AND w.case_id = NEW.case_id
                                 ORDER BY w.made_at DESC, w.id DESC LIMIT 1), 0)
  OR NEW.with_confided > coalesce((SELECT w.confided * w.understands FROM next_school_word w
                                    WHERE w.school_id = NEW.school_id AND w.case_id = NEW.case_id
                                    ORDER BY w.made_at DESC, w.id DESC LIMIT 1), 0)
BEGIN SELECT RAISE(ABORT, 'child_lets_it_go'); END;
CREATE TRIGGER pack_was_opened BEFORE UPDATE OF opened_at ON moving_pack WHEN OLD.opened_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'receipt_stands'); END;
CREATE TRIGGER pack_was_received BEFORE UPDATE OF received_at, received_by ON moving_pack
WHEN OLD.received_at IS NOT NULL OR OLD.taken_back_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'receipt_stands'); END;
CREATE TRIGGER pack_was_taken_back BEFORE UPDATE OF taken_back_at, taken_back_by ON moving_pack
WHEN OLD.taken_back_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'receipt_stands'); END;
CREATE TRIGGER moving_link_is_never_deleted BEFORE DELETE ON moving_link
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER moving_link_keeps_what_it_is
BEFORE UPDATE OF token_hash, school_id, case_id, pack_id, code_hash, proof_key, made_at, expires_at ON moving_link
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER moving_link_stays_closed BEFORE UPDATE OF closed_at, wrong_tries ON moving_link
WHEN OLD.closed_at IS NOT NULL OR NEW.wrong_tries < OLD.wrong_tries
BEGIN SELECT RAISE(ABORT, 'link_stands'); END;

-- only postgresql
CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON moving_pack
    FOR EACH ROW EXECUTE FUNCTION refuse('rows_stay');
CREATE TRIGGER pack_keeps_what_it_is
    BEFORE UPDATE OF school_id, id, case_id, next_school, senco_name, senco_address, moves_on, why, made_by, made_at ON moving_pack
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
CREATE TRIGGER pack_is_seen_before_it_goes BEFORE INSERT ON moving_pack
    FOR EACH ROW WHEN (NEW.sent_at IS NOT NULL) EXECUTE FUNCTION refuse('pack_is_prepared_first');
CREATE TRIGGER pack_is_frozen BEFORE UPDATE OF pack, with_views, with_confided, sent_by, sent_at ON moving_pack
    FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION refuse('pack_stands');
CREATE TRIGGER pack_was_opened BEFORE UPDATE OF opened_at ON moving_pack
    FOR EACH ROW WHEN (OLD.opened_at IS NOT NULL) EXECUTE FUNCTION refuse('receipt_stands');
CREATE TRIGGER pack_was_received BEFORE UPDATE OF received_at, received_by ON moving_pack
    FOR EACH ROW WHEN (OLD.received_at IS NOT NULL OR OLD.taken_back_at IS NOT NULL) EXECUTE FUNCTION refuse('receipt_stands');
CREATE TRIGGER pack_was_taken_back BEFORE UPDATE OF taken_back_at, taken_back_by ON moving_pack
    FOR EACH ROW WHEN (OLD.taken_back_at IS NOT NULL) EXECUTE FUNCTION refuse('receipt_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON moving_pack
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- A no that is said in the same second closes the link: who opens it is asked about the latest word again.
CREATE FUNCTION pack_has_what_the_child_lets_go() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    views_go INTEGER;
    confided_goes INTEGER;
BEGIN
    SELECT w.views * w.understands, w.confided * w.understands INTO views_go, confided_goes
      FROM next_school_word w
     WHERE w.school_id = NEW.school_id AND w.case_id = NEW.case_id
     ORDER BY w.made_at DESC, w.id DESC LIMIT 1;
    IF NEW.with_views > coalesce(views_go, 0) OR NEW.with_confided > coalesce(confided_goes, 0) THEN
        RAISE EXCEPTION 'child_lets_it_go' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER pack_has_what_the_child_lets_go BEFORE UPDATE OF pack, with_views, with_confided, sent_at ON moving_pack
    FOR EACH ROW EXECUTE FUNCTION pack_has_what_the_child_lets_go();
CREATE TRIGGER moving_link_is_never_deleted BEFORE DELETE ON moving_link
    FOR EACH ROW EXECUTE FUNCTION refuse('rows_stay');
CREATE TRIGGER moving_link_keeps_what_it_is
    BEFORE UPDATE OF token_hash, school_id, case_id, pack_id, code_hash, proof_key, made_at, expires_at ON moving_link
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
CREATE TRIGGER moving_link_stays_closed BEFORE UPDATE OF closed_at, wrong_tries ON moving_link
    FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL OR NEW.wrong_tries < OLD.wrong_tries) EXECUTE FUNCTION refuse('link_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON moving_link
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
