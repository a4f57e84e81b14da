// V1, V2: every change stands in the log, written in the transaction that makes it.
#include <map>
#include <set>

#include "db/script.hpp"
#include "journeys/busy_school.hpp"

namespace journeys {
namespace {

// What changes without an entry of the log beside it, and why.
std::map<std::string, std::string> const without_entry{
    {"submission INSERT", "that a form was sent, so that it is not sent twice"},
    {"submission UPDATE", "where it led"},
    {"submission DELETE", "that it was refused, so that it may be sent again"},
    {"sign_in UPDATE", "when a device was used last"},
    {"consent_link UPDATE", "a parent mistyped a date of birth; that a link is locked for it has an entry"},
    {"reading INSERT", "that somebody read of a child: this is a log itself"},
    {"reading_list INSERT", "which children a list held that somebody read: the same"},
    {"reading_head INSERT", "where that log ends"},
    {"reading_head UPDATE", "the same"},
    {"import UPDATE", "what is chosen on the way stands in the entry of its end"},
    {"import_columns INSERT", "how the headings of such a file were read last"},
    {"import_columns UPDATE", "the same"},
};

std::vector<std::string> tables_of_a_school(db::Connection& db) {
    db::Transaction const transaction(db, db::Mode::read);
    return db.all<std::string>(R"(
        SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND c.name = 'school_id'
         ORDER BY t.name)");
}

// From here on each write of a row is noted, in the order in which it is done.
void note_writes(db::Connection& db) {
    std::string script = "CREATE TABLE noted (at INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, act TEXT);\n";
    for (auto const& table : tables_of_a_school(db))
        for (std::string const act : {"INSERT", "UPDATE", "DELETE"})
            script += "CREATE TRIGGER noted_" + table + "_" + act + " AFTER " + act + " ON " + table +
                      " BEGIN INSERT INTO noted (name, act) VALUES ('" + table + "', '" + act + "'); END;\n";
    db::Transaction transaction(db, db::Mode::write);
    db::run_script(db, script);
    transaction.commit();
}

struct Noted {
    std::string table;
    std::string act;
    auto columns() { return std::tie(table, act); }
};

// What one form wrote, as "pupil INSERT". A form of the staff begins with the number of its sending and ends
// with where it led; what parents and clocks do lies between them.
std::vector<std::set<std::string>> written_together(db::Connection& db) {
    db::Transaction const transaction(db, db::Mode::read);
    std::vector<std::set<std::string>> forms(1);
    for (auto const& [table, act] : db.all<Noted>("SELECT name, act FROM noted ORDER BY at")) {
        bool const begins = table == "submission" && act == "INSERT";
        bool const ends = table == "submission" && act != "INSERT";
        if (begins) forms.emplace_back();
        forms.back().insert(table + ' ' + act);
        if (ends) forms.emplace_back();
    }
    return forms;
}

TEST(WrittenDown, no_table_changes_without_an_entry_of_the_log_in_the_same_transaction) {
    if (support::engine_under_test() != db::Engine::sqlite) return;  // the same statements run on both
    BusySchool busy(note_writes);
    for (auto const& [route, found] : busy.forms()) {
        if (route.starts_with("/sign-") || route == "/lock") continue;
        // Takes away a child whom later forms are about.
        if (route == "/pupils/{pupil}/merging/{other}") continue;
        auto browser = busy.browser_of(found);
        browser.open(found.page);
        browser.submit(found.form.action, {});
    }
    std::set<std::string> written;
    std::map<std::string, std::set<std::string>> unlogged;  // with what was written beside it
    for (auto const& writes : written_together(busy.database.connection())) {
        written.insert(writes.begin(), writes.end());
        bool const is_added_by_the_test =
            (writes.contains("pupil INSERT") || writes.contains("outcome_release INSERT")) &&
            !writes.contains("submission INSERT");
        if (writes.contains("record INSERT") || is_added_by_the_test) continue;
        for (auto const& write : writes) unlogged[write].insert(writes.begin(), writes.end());
    }
    for (auto const& [write, together] : unlogged) {
        std::string with;
        for (auto const& other : together) with += ", " + other;
        EXPECT_TRUE(without_entry.contains(write)) << write << " has no entry, among" << with;
    }
    for (auto const& [write, why] : without_entry)
        EXPECT_TRUE(unlogged.contains(write)) << write << " always has an entry: " << why;
    EXPECT_GT(written.size(), 60U);
}

}  // namespace
}  // namespace journeys
