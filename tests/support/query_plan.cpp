#include "support/query_plan.hpp"

#include <map>
#include <memory>
#include <regex>
#include <stdexcept>

#include "db/sqlite_connection.hpp"

namespace support {
namespace {

// The last column of each row: of a plan, "SEARCH p USING INDEX place_of_case (school_id=? AND case_id=?)".
std::vector<std::string> texts(sqlite3* database, std::string const& statement) {
    sqlite3_stmt* prepared = nullptr;
    auto const code = sqlite3_prepare_v2(database, statement.c_str(), -1, &prepared, nullptr);
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> const ended(prepared, sqlite3_finalize);
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database) + (": " + statement));
    std::vector<std::string> found;
    auto const last = sqlite3_column_count(prepared) - 1;
    while (sqlite3_step(prepared) == SQLITE_ROW)
        found.emplace_back(reinterpret_cast<char const*>(sqlite3_column_text(prepared, last)));
    return found;
}

// The plan says "p" for "FROM place p", and of a view what stands in the view. Where a name stands for
// several tables, it may be any of them.
std::map<std::string, std::string> tables_by_their_short_names(sqlite3* database, std::string statement) {
    static std::regex const named(R"((?:FROM|JOIN|,)\s+(?!CASE\s)(\w+)\s+(\w+))");
    auto const asked = statement;
    for (auto const& view : texts(database, "SELECT name FROM sqlite_schema WHERE type = 'view'"))
        if (asked.find(" " + view + " ") != std::string::npos)
            statement += texts(database, "SELECT sql FROM sqlite_schema WHERE name = '" + view + "'").at(0);
    std::map<std::string, std::string> tables;
    for (std::sregex_iterator found(statement.begin(), statement.end(), named), end; found != end; ++found) {
        auto& table = tables[(*found)[2]];
        if (table.find((*found)[1]) == std::string::npos)
            table += (table.empty() ? "" : " or ") + (*found)[1].str();
    }
    return tables;
}

std::string table_of_index(sqlite3* database, std::string const& index) {
    return texts(
               database,
               "SELECT tbl_name || CASE WHEN sql LIKE '% WHERE %' THEN ' by ' || name ELSE '' END "
               "FROM sqlite_schema WHERE type = 'index' AND name = '" +
                   index + "'"
    )
        .at(0);
}

}  // namespace

std::vector<std::string> read_whole(std::string const& database_path, std::string const& statement) {
    // An index that SQLite calls automatic is made for the statement alone, of all rows.
    static std::regex const whole(
        R"((?:SCAN (?!CONSTANT|\d+ CONSTANT)|SEARCH (?=.*(?: AUTOMATIC |\(school_id=\?\)|\(ANY\()))(\w+)(?:.* INDEX (\w+))?.*)"
    );
    auto const database = db::open_sqlite(database_path, SQLITE_OPEN_READONLY);
    auto const tables = tables_by_their_short_names(database.get(), statement);
    std::vector<std::string> found;
    for (auto const& line : texts(database.get(), "EXPLAIN QUERY PLAN " + statement)) {
        std::smatch of;
        if (!std::regex_match(line, of, whole)) continue;
        auto const name = of[1].str();
        auto const table = tables.find(name);
        bool const is_subquery = statement.find(") AS " + name) != std::string::npos;
        if (of[2].matched)
            found.push_back(table_of_index(database.get(), of[2]));
        else if (!is_subquery)
            found.push_back(table == tables.end() ? name : table->second);
    }
    return found;
}

}  // namespace support
