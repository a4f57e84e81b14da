#include "retention/routes.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "data_map/rows_store.hpp"
#include "db/script.hpp"
#include "records/actions.hpp"
#include "records/clearing_rules.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"
#include "retention/retention.hpp"
#include "retention/store.hpp"
#include "support/answered.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace retention {
namespace {

// What Sam said and what was written about Sam: after erasure it is nowhere.
constexpr std::string_view sams_word = "Quagmirewort";
constexpr std::string_view amiras_word = "Bellflowerish";

class Erasing : public testing::Test {
protected:
    // A case that went to its end four years ago, with the child's word in every table that can hold one.
    void has_a_closed_case(support::Child const& child, std::string_view word) {
        std::string const the_case = "case of " + child.name;
        auto const run = [&](db::Sql sql, auto const&... more) { db_.run(sql, school_.school, more...); };
        auto const& by = school_.senco.staff;
        run("INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, 1)",
            the_case,
            child.id);
        run(R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by, reason)
               VALUES ($1, $2, $2, 'referral', 1, '2022-01-10', $3, $4))",
            the_case,
            by,
            word);
        run(R"(INSERT INTO concern (school_id, id, case_id, pupil_id, source, seen, attachment_figure, parents_spoken_to,
                                    noticed_on, written_by, written_at)
               VALUES ($1, $2, $2, $3, 'staff', $4, 0, 'yes', '2022-01-09', $5, 1))",
            the_case,
            child.id,
            word,
            by);
        run("INSERT INTO concern_area (school_id, concern_id, area_id) VALUES ($1, $2, $3)",
            the_case,
            school_.friendships);
        run(R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
               VALUES ($1, $2, $2, $3, $4, 1, $5))",
            the_case,
            child.id,
            by,
            word);
        run(R"(INSERT INTO liaison (school_id, id, case_id, with_whom, held_on, line, written_by, written_at)
               VALUES ($1, $2, $2, 'Mrs Ward', '2022-02-01', $3, $4, 1))",
            the_case,
            word,
            by);
        run(R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
               VALUES ($1, $2, $2, $3, 'paper', 'Letter', $4, $5, 1))",
            the_case,
            child.mother,
            word,
            by);
        run("INSERT INTO letter_sheet (school_id, letter_id, pdf) VALUES ($1, $2, $3)",
            the_case,
            db::Bytes{std::string(word)});
        run(R"(INSERT INTO outbox (school_id, id, address, subject, words, letter_id, state, next_attempt_at, made_at)
               VALUES ($1, $2, 'a@b.example', 'Letter', $3, $2, 'waiting', 1, 1))",
            the_case,
            word);
        run(R"(INSERT INTO safeguarding_pointer (school_id, id, pupil_id, case_id, put_at, reference, noted_by, noted_at)
               VALUES ($1, $2, $3, $2, 1, '20417', $4, 1))",
            the_case,
            child.id,
            by);
        run(R"(UPDATE nurture_case SET closed_at = CASE school_id WHEN $1 THEN $2 END
               WHERE school_id = $1 AND id = $3)",
            calendar::start_of(calendar::years_later(school_.today, -4)),
            the_case);
        auto visit = school_.visit(db_, school_.senco);
        records::write(
            visit,
            {.action = records::Action::changed,
             .subject = "concern",
             .subject_id = the_case,
             .case_id = the_case,
             .fields = {{"seen", std::string(word), "less"}}}
        );
    }

    void SetUp() override {
        db::Transaction transaction(db_, db::Mode::write);
        db_.enter(school_.school);
        has_a_closed_case(school_.sam, sams_word);
        has_a_closed_case(school_.amira, amiras_word);
        school_.headteacher_opens(school_.sam.id);
        transaction.commit();
    }

    std::vector<visits::Read> reads_;  // of the last request

    // One request, committed where it was taken.
    http::Response visit(
        support::Person const& person,
        std::string_view method,
        std::string_view pattern,
        std::vector<std::pair<std::string, std::string>> const& segments = {},
        Fields const& form = {}
    ) {
        http::Request request =
            method == "GET" ? school_.get(person, pattern) : school_.post(person, pattern, form);
        request.segments = segments;
        (method == "GET" ? request.query : request.form) = form;
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, person);
        for (auto const& route : routes())
            if (route.method == method && route.path == pattern) {
                auto const answer = support::answered(route, visit, request);
                if (answer.status < 400) transaction.commit();
                reads_ = visit.reads.all();
                return answer;
            }
        return {.status = 500};
    }
    http::Response signs_first(support::Person const& person, support::Child const& child = {}) {
        auto const& of = child.name.empty() ? school_.sam : child;
        return visit(
            person,
            "POST",
            "/retention/erasures",
            {},
            Fields({{"pupil", std::string(of.id.text())}, {"category", "nurture"}})
        );
    }
    http::Response reads_before_signing(support::Person const& person, support::Child const& child) {
        return visit(
            person,
            "GET",
            "/retention/first-signature",
            {},
            Fields({{"pupil", std::string(child.id.text())}, {"category", "nurture"}})
        );
    }
    http::Response signs_second(support::Person const& person) {
        return visit(
            person, "POST", "/retention/erasures/{erasure}/second-signature", {{"erasure", latest()}}
        );
    }
    // For the second signature, on the page of the latest erasure.
    bool shows_the_button_to(support::Person const& person) {
        auto const page = visit(person, "GET", "/retention/erasures/{erasure}", {{"erasure", latest()}});
        EXPECT_EQ(page.status, 200);
        return page.body.find("/second-signature") != std::string::npos;
    }
    std::string latest() {
        db::Transaction const transaction(db_, db::Mode::read);
        db_.enter(school_.school);
        auto const all = store::erasures(db_, school_.school);
        return all.empty() ? "" : std::string(all.front().id.text());
    }
    std::int64_t count(db::Sql sql) {
        db::Transaction const transaction(db_, db::Mode::read);
        db_.enter(school_.school);
        return db_.the<std::int64_t>(sql, school_.school);
    }
    std::string refused(db::Sql sql) {
        db::Transaction const transaction(db_, db::Mode::write);
        db_.enter(school_.school);
        return support::refused(db_, sql, school_.school);
    }

    // Whether any byte of the database still says the word: of the file and its log on SQLite, of every row
    // of every table on PostgreSQL.
    bool is_anywhere(std::string_view word) {
        return database_.database().engine() == db::Engine::sqlite ? is_in_a_file(word) : is_in_a_table(word);
    }
    bool is_in_a_file(std::string_view word) {
        db_.run("PRAGMA wal_checkpoint(TRUNCATE)");
        auto const path = database_.url().substr(std::string_view("sqlite:").size());
        bool found = false;
        for (std::string const suffix : {"", "-wal", "-shm"}) {
            std::ifstream file(path + suffix, std::ios::binary);
            std::stringstream bytes;
            bytes << file.rdbuf();
            found = found || bytes.str().find(word) != std::string::npos;
        }
        return found;
    }
    bool is_in_a_table(std::string_view word) {
        constexpr db::Sql names = R"(
            SELECT relname::text FROM pg_class
             WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r')";
        constexpr db::Sql says = R"(
            SELECT strpos(query_to_xml(format('SELECT * FROM %I', $1), false, false, '')::text, $2) > 0
                OR strpos(query_to_xml(format('SELECT * FROM %I', $1), false, false, '')::text,
                          encode(convert_to($2, 'UTF8'), 'base64')) > 0)";
        db::Transaction const transaction(db_, db::Mode::read);
        db_.enter(school_.school);
        bool found = false;
        for (auto const& table : db_.all<std::string>(names))
            found = found || db_.the<std::string>(says, table, word) == "t";
        return found;
    }

    // Within a transaction.
    records::LostDetails details_lost() {
        records::Clearings clearings;
        for (auto const& entry : records::store::from(db_, school_.school, 1, 1'000)) clearings.note(entry);
        return clearings.lost();
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
};

// V4: what is erased is gone from indexes and logs too.
TEST_F(Erasing, leaves_no_word_of_the_child_anywhere_and_every_word_of_another) {
    ASSERT_TRUE(is_anywhere(sams_word));
    EXPECT_EQ(signs_first(school_.senco).status, 303);
    EXPECT_EQ(signs_second(school_.headteacher).status, 303);
    EXPECT_FALSE(is_anywhere(sams_word));
    EXPECT_TRUE(is_anywhere(amiras_word));
    EXPECT_EQ(count("SELECT count(*) FROM nurture_case WHERE school_id = $1"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM safeguarding_pointer WHERE school_id = $1"), 2)
        << "they have years of their own";
}

TEST_F(Erasing, leaves_the_log_whole) {
    signs_first(school_.senco);
    signs_second(school_.headteacher);
    db::Transaction const transaction(db_, db::Mode::read);
    db_.enter(school_.school);
    auto const entries = records::store::from(db_, school_.school, 1, 1'000);
    EXPECT_EQ(records::first_fault(school_.school, entries), std::nullopt);
    auto const without_detail =
        std::ranges::count_if(entries, [](auto const& entry) { return !entry.detail.has_value(); });
    EXPECT_EQ(without_detail, 1);
    EXPECT_EQ(details_lost().all, 1);
    EXPECT_EQ(details_lost().unaccounted, 0);
}

// While it was answered the log held what was asked; nobody has a copy of it where nothing was given out.
TEST_F(Erasing, takes_what_the_log_says_of_a_request_that_was_withdrawn) {
    {
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, school_.senco);
        auto const request = Id<struct RequestTag>::make(school_.now);
        db_.run(
            R"(INSERT INTO data_request (school_id, id, about, pupil_id, kind, asked_by, asked_as, received_on,
                                         identity_check, made_by, made_at, withdrawn_at, withdrawn_by, withdrawn_why)
               VALUES ($1, $2, 'child', $3, 'all_that_is_held', 'Sam', 'themselves', $4, 'Known', $5, 1, 2, $5,
                       'Another child'))",
            school_.school,
            request,
            school_.sam.id,
            school_.today,
            school_.senco.staff
        );
        records::write(
            visit,
            {.action = records::Action::ended,
             .subject = "data_request",
             .subject_id = std::string(request.text()),
             .about = std::string(school_.sam.id.text()),
             .record = "roll",
             .fields = {{"withdrawn", "no", "yes"}}}
        );
        transaction.commit();
    }
    constexpr db::Sql told = R"(
        SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'data_request' AND detail IS NOT NULL)";
    ASSERT_EQ(count(told), 1);
    ASSERT_EQ(signs_first(school_.senco).status, 303);
    ASSERT_EQ(signs_second(school_.headteacher).status, 303);
    EXPECT_EQ(count(told), 0);
    db::Transaction const transaction(db_, db::Mode::read);
    db_.enter(school_.school);
    EXPECT_EQ(details_lost().all, 2) << "of the case and of the request";
    EXPECT_EQ(details_lost().counted, 0);
    EXPECT_EQ(details_lost().unaccounted, 0);
}

TEST_F(Erasing, is_certified_by_counts_and_a_digest_and_no_name) {
    signs_first(school_.senco);
    signs_second(school_.headteacher);
    auto const page =
        visit(school_.senco, "GET", "/retention/erasures/{erasure}", {{"erasure", latest()}}).body;
    EXPECT_NE(page.find("Certificate of erasure"), std::string::npos);
    for (auto const* counted :
         {"What someone noticed about a pupil, before any referral. 1 row",
          "Target areas of a concern. 1 row",
          "The sheet of a letter as PDF. 1 row",
          "Talks between staff, in a line. 1 row",
          "Messages that wait to go out, and that went. 1 row"})
        EXPECT_NE(page.find(counted), std::string::npos) << counted;
    EXPECT_EQ(page.find("concern_area"), std::string::npos) << "in the words of the data map";
    EXPECT_NE(page.find(school_.headteacher.name), std::string::npos);
    EXPECT_EQ(page.find(school_.sam.name), std::string::npos);
    EXPECT_EQ(page.find(school_.sam.id.text()), std::string::npos);
}

TEST_F(Erasing, waits_for_another_person_and_for_the_time_to_come) {
    EXPECT_EQ(signs_first(school_.senco, school_.grace).status, 422) << "nothing is held";
    EXPECT_EQ(signs_first(school_.senco).status, 303);
    EXPECT_EQ(signs_first(school_.headteacher).status, 422) << "signed for already";
    EXPECT_EQ(signs_second(school_.senco).status, 422);
    EXPECT_TRUE(is_anywhere(sams_word));
    EXPECT_EQ(
        visit(
            school_.senco, "POST", "/retention/erasures/{erasure}/taking-back", {{"erasure", latest()}}
        ).status,
        303
    );
    EXPECT_EQ(latest(), "");
}

TEST_F(Erasing, is_signed_for_first_on_a_page_that_says_what_would_go_and_of_whom) {
    auto const list = visit(school_.senco, "GET", "/retention").body;
    EXPECT_NE(list.find("href=\"/retention/first-signature?pupil="), std::string::npos);
    EXPECT_EQ(list.find("action=\"/retention/erasures\""), std::string::npos) << "not with one tap";
    auto const page = reads_before_signing(school_.senco, school_.sam);
    EXPECT_EQ(page.status, 200);
    for (auto const& words :
         {school_.sam.name,
          std::string("Nurture record"),
          std::string("All that is held about nurture support for this child goes"),
          std::string("action=\"/retention/erasures\"")})
        EXPECT_NE(page.body.find(words), std::string::npos) << words;
    EXPECT_EQ(reads_before_signing(school_.senco, school_.grace).status, 404) << "nothing is held";
    auto const day_of_all_this = std::exchange(school_.today, school_.today - 400);
    EXPECT_EQ(reads_before_signing(school_.senco, school_.sam).status, 404) << "nothing is due yet";
    school_.today = day_of_all_this;
    signs_first(school_.senco);
    auto const again = reads_before_signing(school_.headteacher, school_.sam).body;
    EXPECT_NE(again.find("has its first signature already"), std::string::npos);
    EXPECT_EQ(again.find("action=\"/retention/erasures\""), std::string::npos);
}

TEST_F(Erasing, that_waits_for_another_is_read_of_where_the_list_names_the_child) {
    EXPECT_EQ(signs_first(school_.senco).status, 303);
    auto const page = visit(school_.headteacher, "GET", "/retention").body;
    for (auto const* const child : {&school_.sam, &school_.amira}) {
        EXPECT_NE(page.find(child->name), std::string::npos) << child->name;
        auto const lists_the_child = [&](visits::Read const& read) {
            return std::ranges::count(read.listed, child->id.text()) == 1;
        };
        EXPECT_EQ(std::ranges::count_if(reads_, lists_the_child), 1) << child->name;
    }
    EXPECT_EQ(reads_.size(), 1U) << "one entry for the list";
}

TEST_F(Erasing, is_stopped_by_a_hold_whatever_the_time) {
    signs_first(school_.senco);
    EXPECT_TRUE(shows_the_button_to(school_.headteacher));
    EXPECT_FALSE(shows_the_button_to(school_.senco)) << "who signed first";
    std::vector<std::pair<std::string, std::string>> const sam{{"pupil", std::string(school_.sam.id.text())}};
    EXPECT_EQ(visit(school_.headteacher, "POST", "/pupils/{pupil}/retention/holds", sam).status, 422);
    EXPECT_EQ(
        visit(
            school_.headteacher,
            "POST",
            "/pupils/{pupil}/retention/holds",
            sam,
            Fields{{{"reason", "An inquiry"}}}
        ).status,
        303
    );
    auto const second = signs_second(school_.headteacher);
    EXPECT_EQ(second.status, 422);
    EXPECT_EQ(
        refused("UPDATE erasure SET erased_at = 1, second_by = NULL WHERE school_id = $1"), "record_is_held"
    );
    auto const hold = [&] {
        db::Transaction const transaction(db_, db::Mode::read);
        db_.enter(school_.school);
        return std::string(store::holds(db_, school_.school).front().id.text());
    }();
    auto const way = "href=\"/retention/holds/" + hold + "\"";
    EXPECT_NE(second.body.find(way), std::string::npos) << "the refusal leads to the hold";
    EXPECT_EQ(second.body.find("/second-signature"), std::string::npos);
    EXPECT_FALSE(shows_the_button_to(school_.headteacher)) << "a hold would refuse it";
    auto const first = signs_first(school_.headteacher);
    EXPECT_EQ(first.status, 422);
    EXPECT_NE(first.body.find(way), std::string::npos);
    auto const standing = visit(school_.senco, "GET", "/retention/holds/{hold}", {{"hold", hold}});
    EXPECT_EQ(standing.status, 200);
    EXPECT_NE(standing.body.find("The record of " + school_.sam.name + " is on hold"), std::string::npos);
    EXPECT_EQ(
        visit(
            school_.senco,
            "POST",
            "/retention/holds/{hold}/ending",
            {{"hold", hold}},
            Fields{{{"reason", "Over"}}}
        ).status,
        303
    );
    auto const ended = visit(school_.senco, "GET", "/retention/holds/{hold}", {{"hold", hold}}).body;
    EXPECT_EQ(ended.find("is on hold"), std::string::npos);
    auto const today = calendar::day_month_year(school_.today);
    EXPECT_NE(
        ended.find("The hold on the record of " + school_.sam.name + " ended on " + today), std::string::npos
    );
    EXPECT_NE(
        visit(school_.senco, "GET", "/pupils/{pupil}/retention", sam).body.find("; ended " + today),
        std::string::npos
    );
    EXPECT_TRUE(shows_the_button_to(school_.headteacher));
    EXPECT_EQ(signs_second(school_.headteacher).status, 303);
}

// Past every rule: the gates keep what was signed, and rows go by erasure alone.
TEST_F(Erasing, is_refused_by_the_database_where_one_person_signs_twice_and_its_certificate_stands) {
    signs_first(school_.senco);
    EXPECT_EQ(
        refused("UPDATE erasure SET second_by = first_by, erased_at = 1, pupil_id = NULL WHERE school_id = $1"
        ),
        "erasure_is_signed_by_two"
    );
    EXPECT_NE(refused("DELETE FROM concern WHERE school_id = $1"), "");
    signs_second(school_.headteacher);
    EXPECT_NE(refused("DELETE FROM concern WHERE school_id = $1"), "") << "the gates ask again";
    EXPECT_EQ(refused("UPDATE erasure SET counts = '' WHERE school_id = $1"), "certificate_stands");
    EXPECT_EQ(refused("DELETE FROM erasure WHERE school_id = $1"), "certificate_stands");
}

TEST_F(Erasing, of_ones_own_child_is_signed_for_by_others) {
    auto const is_family = [&](support::Person const& person) {
        db::Transaction transaction(db_, db::Mode::write);
        db_.enter(school_.school);
        db_.run("DELETE FROM contact_at_work WHERE school_id = $1", school_.school);
        db_.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school_.school,
            school_.sam.mother,
            person.staff
        );
        transaction.commit();
    };
    is_family(school_.senco);
    EXPECT_EQ(visit(school_.senco, "GET", "/retention").body.find(school_.sam.name), std::string::npos);
    EXPECT_EQ(signs_first(school_.senco).status, 404);
    EXPECT_EQ(reads_before_signing(school_.senco, school_.sam).status, 404);
    EXPECT_EQ(latest(), "");
    is_family(school_.headteacher);
    EXPECT_EQ(signs_first(school_.senco).status, 303);
    EXPECT_EQ(signs_second(school_.headteacher).status, 404);
    EXPECT_EQ(
        visit(school_.headteacher, "GET", "/retention/erasures/{erasure}", {{"erasure", latest()}}).status,
        404
    );
    db::Transaction const transaction(db_, db::Mode::write);
    db_.enter(school_.school);
    EXPECT_EQ(
        support::refused(
            db_,
            R"(UPDATE erasure SET second_by = (SELECT w.staff_id FROM contact_at_work w WHERE w.school_id = $1)
                WHERE school_id = $1)",
            school_.school
        ),
        "own_family"
    );
    EXPECT_EQ(
        support::refused(
            db_,
            R"(INSERT INTO erasure (school_id, id, pupil_id, pupil_digest, category, due_on, first_by, first_at)
               SELECT e.school_id, 'past', e.pupil_id, e.pupil_digest, 'safeguarding_pointer', e.due_on, w.staff_id, 1
                 FROM erasure e JOIN contact_at_work w ON w.school_id = e.school_id
                WHERE e.school_id = $1)",
            school_.school
        ),
        "own_family"
    );
}

TEST_F(Erasing, goes_by_the_years_that_the_school_sets_with_a_reason) {
    Fields const longer({{"category", "nurture"}, {"years", "6"}, {"reason", "Our own schedule"}});
    EXPECT_EQ(
        visit(school_.senco, "POST", "/retention/periods", {}, Fields{{{"category", "nurture"}}}).status, 422
    );
    EXPECT_EQ(visit(school_.senco, "POST", "/retention/periods", {}, longer).status, 303);
    EXPECT_NE(
        visit(school_.senco, "GET", "/retention/periods").body.find("Our own schedule"), std::string::npos
    );
    EXPECT_EQ(signs_first(school_.senco).status, 422);
    EXPECT_EQ(refused("UPDATE retention_period SET years = 1 WHERE school_id = $1"), "period_stands");
}

TEST_F(Erasing, is_listed_with_what_is_held_and_when_each_childs_time_comes) {
    auto const page = visit(school_.headteacher, "GET", "/retention").body;
    EXPECT_NE(page.find(school_.sam.name), std::string::npos);
    EXPECT_NE(page.find(school_.amira.name), std::string::npos);
    EXPECT_EQ(page.find(school_.grace.name), std::string::npos);
    auto const child = visit(
        school_.senco, "GET", "/pupils/{pupil}/retention", {{"pupil", std::string(school_.sam.id.text())}}
    );
    EXPECT_NE(child.body.find("Held until"), std::string::npos) << "pointers to CPOMS";
    EXPECT_NE(child.body.find("Due to be erased since"), std::string::npos) << "the nurture record";
}

}  // namespace
}  // namespace retention
