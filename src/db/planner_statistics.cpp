#include "db/planner_statistics.hpp"

#include "db/script.hpp"

namespace db {

void state_statistics(Connection& connection) {
    // "1000000 20000 10 1": rows in all, rows with the same first column, with the same first two, and so on.
    // School and id name one row, whatever else an index holds behind them to spare the way to the row
    // itself. An index of the school alone that leaves rows out holds the few that are in hand, as open_case
    // does, so that a page begins with them. ANALYZE makes the table of statistics, and at the end makes this
    // connection heed it.
    constexpr Sql forget = "DELETE FROM sqlite_stat1";
    constexpr Sql state = R"(
        INSERT INTO sqlite_stat1 (tbl, idx, stat)
        SELECT t.name, i.name,
               CASE WHEN n.columns = 1 AND i.partial = 1 THEN '10000 200'
                    WHEN n.columns = 1 THEN '1000000' || CASE i."unique" WHEN 1 THEN ' 1' ELSE ' 20000' END
                    WHEN n.second = 'id' THEN '1000000 20000' || replace(hex(zeroblob(n.columns - 1)), '00', ' 1')
                    ELSE '1000000 20000' || replace(hex(zeroblob(n.columns - 2)), '00', ' 10') ||
                         CASE i."unique" WHEN 1 THEN ' 1' ELSE ' 10' END
               END
          FROM sqlite_schema t, pragma_index_list(t.name) i,
               (SELECT l.name AS index_name, count(*) AS columns, min(CASE f.seqno WHEN 0 THEN f.name END) AS first,
                       min(CASE f.seqno WHEN 1 THEN f.name END) AS second
                  FROM sqlite_schema s, pragma_index_list(s.name) l, pragma_index_info(l.name) f
                 WHERE s.type = 'table'
                 GROUP BY l.name) n
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND n.index_name = i.name AND n.first = 'school_id')";

    if (connection.engine() != Engine::sqlite) return;
    run_script(connection, "ANALYZE sqlite_schema");
    connection.run(forget);
    connection.run(state);
    run_script(connection, "ANALYZE sqlite_schema");
}

void learn_statistics(Connection& connection) {
    constexpr Sql learn = "ANALYZE";

    if (connection.engine() == Engine::postgresql) connection.run(learn);
}

}  // namespace db
