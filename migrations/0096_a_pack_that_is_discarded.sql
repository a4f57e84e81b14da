-- A pack that was prepared wrongly and has not gone is discarded, by whom and why. It keeps what it is, goes nowhere and comes
-- back no more; of what went nothing is discarded. `discarded_why` is sealed with the child's key, as `why` is.
ALTER TABLE moving_pack ADD COLUMN discarded_at BIGINT CHECK (discarded_at IS NULL OR sent_at IS NULL);
ALTER TABLE moving_pack ADD COLUMN discarded_by TEXT CHECK ((discarded_by IS NULL) = (discarded_at IS NULL));
ALTER TABLE moving_pack ADD COLUMN discarded_why TEXT NOT NULL DEFAULT '' CHECK ((discarded_why = '') = (discarded_at IS NULL));

-- only sqlite
CREATE TRIGGER pack_that_went_is_kept BEFORE UPDATE OF discarded_at, discarded_by, discarded_why ON moving_pack
WHEN OLD.sent_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'pack_stands'); END;
CREATE TRIGGER pack_stays_discarded
BEFORE UPDATE OF pack, with_views, with_confided, sent_by, sent_at, discarded_at, discarded_by, discarded_why ON moving_pack
WHEN OLD.discarded_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'pack_is_discarded'); END;

-- only postgresql
CREATE TRIGGER pack_that_went_is_kept BEFORE UPDATE OF discarded_at, discarded_by, discarded_why ON moving_pack
    FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION refuse('pack_stands');
CREATE TRIGGER pack_stays_discarded
    BEFORE UPDATE OF pack, with_views, with_confided, sent_by, sent_at, discarded_at, discarded_by, discarded_why ON moving_pack
    FOR EACH ROW WHEN (OLD.discarded_at IS NOT NULL) EXECUTE FUNCTION refuse('pack_is_discarded');
-- both
