// No page and no save reads a whole school by accident, as when an index becomes partial: that a page runs as
// many statements in a large school as in a small one does not show it.
#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "journeys/busy_school.hpp"
#include "sign_in/store.hpp"
#include "staff/store.hpp"
#include "support/query_plan.hpp"
#include "support/recording_database.hpp"

namespace journeys {
namespace {

struct Meant {
    std::string table;
    std::string why;
    std::string page = {};  // the only one that may
};

// What is small in every school, or is to be read whole.
std::vector<Meant> const meant{
    {"nurture_case by open_case", "what is in hand is shown together"},
    {"place by open_place", "what is in hand is shown together"},
    {"waiting by child_waiting", "the waiting list is one page"},
    {"register_line by line_left", "evaluations that are still to be written"},
    {"left_to_write", "the same", "/"},
    {"parent_message by parent_message_waiting", "messages that a class teacher is still to see to", "/"},
    {"asked", "what one person waits for of class teachers", "/"},
    {"in_hand", "the programmes in the hands of one person", "/"},
    {"told", "what that person is told of the children in them", "/"},
    {"k", "the cases in which one person wrote a concern", "/"},
    {"f", "the two forms of support"},
    {"check_in by check_in_wanted", "wishes that are still open"},
    {"account_act", "a few dozen a year, of which somebody knows those that concern them"},
    {"c", "who was in the class on the day, each once"},
    {"closure", "a handful a year"},
    {"import", "a few a year"},
    {"installation", "one row"},
    {"instrument", "what one school rates by, a dozen at the most"},
    {"invitation", "as many as people"},
    {"letter_template", "one row"},
    {"measure", "three, and those that stood before"},
    {"outcome_release", "one a year"},
    {"policy_version", "one every few years"},
    {"role_held", "a few for each of the staff"},
    {"room", "as many as the school has"},
    {"school", "those of one authority"},
    {"second_way_demand", "eight roles at the most"},
    {"session_plan", "the library is one page"},
    {"session_plan_area", "the same"},
    {"staff", "the people of one school"},
    {"strand_area", "a few areas for each strand of what one school rates by"},
    {"strategy", "the shelf is one page"},
    {"target_area", "a dozen"},
    {"term", "three a year"},
    {"training", "a few for each of the staff"},
    {"pupil", "whether there is one", "/"},
    {"pupil", "an import is compared with all of them", "/school/imports/{import}"},
    {"pupil_contact", "an import is compared with all of them", "/school/imports/{import}"},
    {"data_request", "a few a year"},
    {"data_request by data_request_open", "what is in hand is shown together"},
    {"absence",
     "Today says whether what was collected from every table for a request stands, a few times a year",
     "/"},
    {"waiting", "the same", "/"},
    {"undone_measure", "the same", "/"},
    {"contact", "what ids stand for in it", "/"},
    {"class", "the same", "/"},
    {"pupil", "whose names may stand in what goes out, here and in a copy", "/cases/{case}/moving/{pack}"},
    {"contact", "the same", "/cases/{case}/moving/{pack}"},
    {"class", "what the school calls its own, in which such a name may stand", "/cases/{case}/moving/{pack}"},
    {"programme", "the same", "/cases/{case}/moving/{pack}"},
    {"nurture_case", "every record is asked whether its time has come", "/retention"},
    {"safeguarding_pointer", "the same", "/retention"},
    {"override", "the same", "/retention"},
    {"pupil", "who has left", "/retention"},
    {"erasure", "a few a year"},
    {"retention_hold", "a few in all"},
    {"retention_period", "four, and what was set before"},
    {"handover", "a few a year, of which fifty are shown", "/school/cpoms"},
    {"record", "its last entry alone, from the end of its index", "/school/installation"},
    {"reading", "the same", "/school/installation"},
    {"override", "few ever, for who answers for safeguarding", "/overrides"},
    {"merging", "a few in all", "/school/imports/{import}"},
    {"pupil", "who was born on the same day as this child", "/pupils/{pupil}/merging"},
    {"waiting", "where a case stood on the list, by a few dozen lines a year", "/cases/{case}/on/{date}"},
    {"step", "when the first child was referred, of which years figures can be made", "/insight"},
    {"step", "what is on record of a year, before its figures are made for good", "/insight/{year}"},
    {"place", "the same", "/insight/{year}"},
    {"pupil", "the same", "/insight/{year}"},
    {"target", "the same", "/insight/{year}"},
    {"last", "each class that was measured this term", "/screen"},
    {"seen", "the pupils of these classes", "/screen"},
};

// What a save alone reads whole.
std::vector<Meant> const meant_by_saves{
    {"assessment_score", "the figures of a year are made once a year", "/insight/{year}"},
    {"place", "the same", "/insight/{year}"},
    {"pupil", "the same", "/insight/{year}"},
    {"step", "the same", "/insight/{year}"},
    {"target", "the same", "/insight/{year}"},
    {"import_columns", "what was chosen for some dozens of headings", "/school/imports/{import}/columns"},
    {"letter_sheet by sheet_with_link", "the sheets of the last days whose link is to be forgotten"},
    {"pupil", "an import is compared with all of them", "/school/imports/{import}/done"},
    {"pupil_contact", "an import is compared with all of them", "/school/imports/{import}/done"},
    {"merging", "a few in all", "/school/imports/{import}/done"},
    {"absence", "what is held is looked at again", "/data-requests/{request}/lines/{line}"},
    {"waiting", "the same", "/data-requests/{request}/lines/{line}"},
    {"undone_measure", "the same", "/data-requests/{request}/lines/{line}"},
    {"pupil", "whose names may stand in what is refused", "/cases/{case}/moving/{pack}/sending"},
    {"contact", "the same", "/cases/{case}/moving/{pack}/sending"},
    {"class",
     "what the school calls its own, in which such a name may stand",
     "/cases/{case}/moving/{pack}/sending"},
    {"programme", "the same", "/cases/{case}/moving/{pack}/sending"},
    {"pupil", "whose names may stand in a line of it", "/data-requests/{request}/lines/{line}"},
    {"contact", "the same", "/data-requests/{request}/lines/{line}"},
    {"class", "what its ids stand for", "/data-requests/{request}/lines/{line}"},
    {"absence", "the same once more, as it is given out", "/data-requests/{request}/giving-out"},
    {"waiting", "the same once more, as it is given out", "/data-requests/{request}/giving-out"},
    {"undone_measure", "the same once more, as it is given out", "/data-requests/{request}/giving-out"},
    {"pupil", "the same once more, as it is given out", "/data-requests/{request}/giving-out"},
    {"contact", "the same once more, as it is given out", "/data-requests/{request}/giving-out"},
    {"class", "the same once more, as it is given out", "/data-requests/{request}/giving-out"},
    {"absence", "the same page, shown again with what is to be mended", "/data-requests/{request}/extension"},
    {"waiting", "the same page, shown again with what is to be mended", "/data-requests/{request}/extension"},
    {"undone_measure",
     "the same page, shown again with what is to be mended",
     "/data-requests/{request}/extension"},
    {"pupil", "the same page, shown again with what is to be mended", "/data-requests/{request}/extension"},
    {"contact", "the same page, shown again with what is to be mended", "/data-requests/{request}/extension"},
    {"class", "the same page, shown again with what is to be mended", "/data-requests/{request}/extension"},
    {"submission", "one sending in some hundreds clears up those of the days before"},
};

// Why this table is read whole there; nothing where it is not meant to be.
Meant const* reason(std::vector<Meant> const& among, std::string const& table, std::string const& where) {
    auto const found = std::ranges::find_if(among, [&](Meant const& one) {
        return one.table == table && (one.page.empty() || one.page == where);
    });
    return found == among.end() ? nullptr : &*found;
}

std::string file_of(support::TestDatabase const& database) {
    return database.url().substr(std::string_view("sqlite:").size());
}

// What every page that somebody can open asks the database, and a parent's page: each statement with a page
// that runs it.
std::map<std::string, std::string> statements_of_every_page(BusySchool& busy) {
    std::mutex mutex;
    std::string page;
    std::map<std::string, std::string> statements;
    support::RecordingDatabase database(file_of(busy.database), [&](db::Sql sql, auto) {
        std::lock_guard const alone(mutex);
        statements.emplace(sql.text(), page);
    });
    database.opens_with(busy.database.vault());
    app::Application application(database, {.secure_cookies = false}, [&] {
        return Instant{busy.now.load()};
    });
    auto const open = [&](Browser& browser, std::string_view pattern, std::string const& address) {
        {
            std::lock_guard const alone(mutex);
            page = pattern;
        }
        browser.open(address);
    };

    for (auto const* person : busy.everyone()) {
        Browser browser(application);
        browser.keep_cookie(person->token);
        open(browser, "/", "/");
        for (auto const& route : busy.product().routes().routes())
            if (route.method == "GET" && busy.may(*person, route))
                for (auto const& address : busy.addresses(route.path)) open(browser, route.path, address);
    }
    auto const& child = busy.school.amira;
    auto const link = busy.link_of(child.mother, child);
    Browser parent(application);
    open(parent, "/consent/{token}", link);
    parent.submit(link + "/confirmation", Fields{{{"born_on", calendar::iso(child.born_on)}}});
    EXPECT_EQ(parent.status(), 200);
    return statements;
}

TEST(WhatPagesRead, is_a_whole_school_only_where_that_is_meant) {
    if (support::engine_under_test() != db::Engine::sqlite)
        return;  // PostgreSQL plans by what it has counted
    auto& busy = BusySchool::once();
    std::set<Meant const*> met;
    auto const statements = statements_of_every_page(busy);
    EXPECT_GT(statements.size(), 150U);
    for (auto const& [statement, page] : statements)
        for (auto const& table : support::read_whole(file_of(busy.database), statement)) {
            if (auto const* const why = reason(meant, table, page))
                met.insert(why);
            else
                ADD_FAILURE() << page << " reads the whole of " << table << ":\n" << statement;
        }
    for (auto const& one : meant) EXPECT_TRUE(met.contains(&one)) << one.table << " is read whole nowhere";
}

// What the forms that stand on the pages ask the database when they are sent, and what is swept away at some
// of them: each statement with a form that runs it.
std::map<std::string, std::string> statements_of_every_form(BusySchool& busy) {
    std::mutex mutex;
    std::string sent;
    std::map<std::string, std::string> statements;
    auto const note = [&](db::Sql sql, auto) {
        std::lock_guard const alone(mutex);
        if (!sent.empty()) statements.emplace(sql.text(), sent);
    };
    support::RecordingDatabase database(
        file_of(busy.database), note, support::RecordingDatabase::Asking::everybody
    );
    database.opens_with(busy.database.vault());
    app::Application application(database, {.secure_cookies = false}, [&] {
        return Instant{busy.now.load()};
    });
    auto const is_sent = [&](std::string_view route) {
        std::lock_guard const alone(mutex);
        sent = route;
    };

    for (auto const& [route, found] : busy.forms()) {
        if (found.person == nullptr || route.starts_with("/sign-") || route == "/lock") continue;
        Browser browser(application);
        browser.keep_cookie(found.person->token);
        browser.open(found.page);
        auto const filled = browser.filled_form(found.form.action, {});
        if (!filled) continue;
        is_sent(route);
        browser.post_exactly(found.form.action, *filled);
        is_sent("");
    }
    is_sent("/sign-in");
    auto const connection = database.connect(db::Mode::write);
    sign_in::store::forget_sign_ins_before(*connection, {});
    sign_in::store::forget_failures_before(*connection, {});
    staff::store::end_sign_ins(*connection, busy.school.school, busy.school.senco.staff, {});
    return statements;
}

bool is_planned(std::string const& statement) {
    auto const first = statement.substr(statement.find_first_not_of(" \n"), 6);
    return first == "SELECT" || first == "UPDATE" || first == "DELETE" || first == "INSERT";
}

TEST(WhatSavesRead, is_a_whole_school_only_where_that_is_meant) {
    if (support::engine_under_test() != db::Engine::sqlite) return;
    BusySchool busy;
    auto const statements = statements_of_every_form(busy);
    EXPECT_GT(statements.size(), 150U);
    for (auto const& [statement, form] : statements) {
        if (!is_planned(statement)) continue;
        for (auto const& table : support::read_whole(file_of(busy.database), statement)) {
            if (!reason(meant, table, form) && !reason(meant_by_saves, table, form))
                ADD_FAILURE() << form << " reads the whole of " << table << ":\n" << statement;
        }
    }
}

TEST(WhatPagesRead, is_a_whole_school_where_an_index_is_lost) {
    if (support::engine_under_test() != db::Engine::sqlite) return;
    support::TestDatabase database;
    auto const of_a_case = "SELECT id FROM impact_review r WHERE r.school_id = $1 AND r.case_id = $2";
    EXPECT_TRUE(support::read_whole(file_of(database), of_a_case).empty());
    database.connection().run("DROP INDEX impact_review_of_case");
    EXPECT_EQ(support::read_whole(file_of(database), of_a_case), std::vector<std::string>{"impact_review"});
}

}  // namespace
}  // namespace journeys
