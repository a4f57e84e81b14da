-- The gates of 0088 counted days by UTC, the rule counts them by the clock in England: in the first hour of a summer's day they
-- refused what the rule allows once a role or somebody's last day had passed. Now they ask for what is demanded both on the day by
-- UTC and on that of an hour later, one of which is the day in England: never more than the rule asks.

-- only sqlite
DROP VIEW second_way_demanded;
CREATE VIEW second_way_demanded AS
SELECT s.account_id
  FROM account_school s
  JOIN staff f ON f.school_id = s.school_id AND f.id = s.staff_id
              AND (f.left_on IS NULL OR f.left_on > date('now', '+1 hour'))
  JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
                  AND r.starts_on <= date('now') AND (r.ends_on IS NULL OR r.ends_on >= date('now', '+1 hour'))
  JOIN second_way_demand d ON d.school_id = r.school_id AND d.role = r.role AND d.starts_on <= date('now');

-- only postgresql
CREATE OR REPLACE FUNCTION second_way_is_demanded(the_account TEXT, way_made_at BIGINT) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    earlier TEXT := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
    later   TEXT := to_char((now() AT TIME ZONE 'UTC') + INTERVAL '1 hour', 'YYYY-MM-DD');
BEGIN
    RETURN EXISTS (SELECT 1
                     FROM account_school s
                     JOIN staff f ON f.school_id = s.school_id AND f.id = s.staff_id
                                 AND (f.left_on IS NULL OR f.left_on > later)
                     JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
                                     AND r.starts_on <= earlier AND (r.ends_on IS NULL OR r.ends_on >= later)
                     JOIN second_way_demand d ON d.school_id = r.school_id AND d.role = r.role
                                             AND d.starts_on <= earlier
                    WHERE s.account_id = the_account)
       AND NOT EXISTS (SELECT 1 FROM way_change w
                        WHERE w.account_id = the_account AND w.kind = 'others_taken_away'
                          AND w.made_at >= way_made_at);
END $$;
