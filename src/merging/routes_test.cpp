#include "merging/routes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

#include "child_keys/about.hpp"
#include "child_keys/destroying.hpp"
#include "data_map/rows_store.hpp"
#include "data_map/whole.hpp"
#include "db/erasing.hpp"
#include "merging/actions.hpp"
#include "merging/rules.hpp"
#include "merging/store.hpp"
#include "pupils/ethnicity_store.hpp"
#include "pupils/store.hpp"
#include "records/actions.hpp"
#include "records/store.hpp"
#include "story/running_case_test.hpp"
#include "support/answered.hpp"
#include "support/contents.hpp"
#include "support/refused.hpp"

namespace merging {
namespace {

PupilId id_of(support::Child const& child) { return *PupilId::parse(child.id.text()); }

class MergingRecords : public testing::Test {
protected:
    template <class Do>
    auto in_school(db::Mode mode, Do act) {
        db::Transaction transaction(db_, mode);
        db_.enter(school_.school);
        if constexpr (std::is_void_v<decltype(act())>) {
            act();
            transaction.commit();
        } else {
            auto answer = act();
            transaction.commit();
            return answer;
        }
    }

    // Of Sam, with a running case: a row in every table whose rows name a child.
    void SetUp() override {
        in_school(db::Mode::write, [&] {
            again_ = school_.add_child("Samuel", "Okafor", school_.class_4b);
            story::RunningCase running(db_, school_);
            case_ = running.text_case;
            programme_ = running.programme;
            auto const run = [&](db::Sql sql, auto const&... more) { db_.run(sql, school_.school, more...); };
            auto const& sam = school_.sam.id;
            auto const& by = school_.senco.staff;
            run(R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
                   VALUES ($1, 'one', $2, $3, $4, 1, 'How is it'))",
                case_,
                sam,
                by);
            run(R"(INSERT INTO parent_message (school_id, id, case_id, pupil_id, contact_id, written_by, written_at,
                                               words, state)
                   VALUES ($1, 'one', $2, $3, $4, $5, 1, 'All is well', 'waiting'))",
                case_,
                sam,
                school_.sam.mother,
                by);
            run(R"(INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_by, asked_on, made_by, made_at)
                   VALUES ($1, 'one', $2, $3, 'child', '2026-05-12', $4, 1))",
                case_,
                sam,
                by);
            run(R"(INSERT INTO safeguarding_pointer (school_id, id, pupil_id, case_id, put_at, reference, noted_by,
                                                     noted_at)
                   VALUES ($1, 'one', $2, $3, 1, '20417', $4, 1))",
                sam,
                case_,
                by);
            run(R"(INSERT INTO opening (school_id, id, pupil_id, staff_id, reason, opened_at, until_at)
                   VALUES ($1, 'one', $2, $3, 'A complaint', 1, 2))",
                sam,
                by);
            run(R"(INSERT INTO override (school_id, id, pupil_id, staff_id, reason, recipient, child_told,
                                         about_the_child, parent_told, about_the_parent, opened_at, until_at)
                   VALUES ($1, 'one', $2, $3, 'It can not wait', 'Myself', 0, 'Later', 0, 'Later', 0, 10800000))",
                sam,
                by);
            run(R"(INSERT INTO retention_hold (school_id, id, pupil_id, reason, made_by, made_at)
                   VALUES ($1, 'one', $2, 'A claim', $3, 1))",
                sam,
                by);
            run(R"(INSERT INTO data_request (school_id, id, about, pupil_id, kind, asked_by, asked_as, received_on,
                                             identity_check, made_by, made_at)
                   VALUES ($1, 'one', 'child', $2, 'all_that_is_held', 'His mother', 'parent', '2026-05-11',
                           'Known here', $3, 1))",
                sam,
                by);
            run(R"(INSERT INTO class_membership (school_id, id, pupil_id, class_id, starts_on, ends_on)
                   VALUES ($1, 'before', $2, $3, '2024-09-02', '2025-07-22'))",
                sam,
                school_.class_5a);
            run(R"(INSERT INTO measure (school_id, id, kind, name, least, most, step, concern_when, scale, rated_by,
                                        taken_each, from_on)
                   VALUES ($1, 'one', 'progress', 'Progress', 100, 500, 100, 'low', 'single_rating',
                           'class_teacher', 'term', '2025-09-01'),
                          ($1, 'other', 'behaviour', 'Behaviour', 100, 500, 100, 'low', 'single_rating',
                           'class_teacher', 'term', '2025-09-01'))");
            run(R"(INSERT INTO class_taking (school_id, id, class_id, taken_on, begun_by, begun_at)
                   VALUES ($1, 'one', $2, '2026-05-11', $3, $4))",
                school_.class_4b,
                by,
                school_.now);
            // A score in one measure for both, so that one has to give way.
            run(R"(INSERT INTO class_score (school_id, id, taking_id, measure_id, pupil_id, score, entered_by,
                                            entered_at)
                   VALUES ($1, 'his', 'one', 'one', $2, 300, $3, 1), ($1, 'only his', 'one', 'other', $2, 200, $3, 1),
                          ($1, 'again', 'one', 'one', $4, 400, $3, 2))",
                sam,
                by,
                again_.id);
            // The mother of both, so that one tie has to give way.
            run(R"(INSERT INTO pupil_contact (school_id, pupil_id, contact_id, relationship, is_parent,
                                              responsibility, lives_with)
                   VALUES ($1, $2, $3, 'Mother', 1, 1, 0))",
                again_.id,
                school_.sam.mother);
            run("UPDATE pupil SET upn = 'A123456789012' WHERE school_id = $1 AND id = $2", sam);
            run("UPDATE pupil SET upn = 'B123456789012' WHERE school_id = $1 AND id = $2", again_.id);
            for (auto const& child : {school_.sam, again_})
                pupils::store::find_by_names_again(db_, school_.school, id_of(child));
        });
    }

    http::Response asks(
        support::Person const& person,
        std::string_view method,
        std::string_view pattern,
        std::vector<std::pair<std::string, std::string>> const& segments,
        Fields const& form = {}
    ) {
        auto request = method == "GET" ? school_.get(person, pattern) : school_.post(person, pattern, form);
        request.segments = segments;
        request.form = form;
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, person);
        visit.now = visit.now + days_later_ * (24 * hours);
        visit.today = visit.today + days_later_;
        for (auto const& route : routes())
            if (route.method == method && route.path == pattern) {
                auto answer = support::answered(route, visit, request);
                if (answer.status < 400) transaction.commit();
                return answer;
            }
        return {.status = 500};
    }
    std::vector<std::pair<std::string, std::string>> both(
        support::Child const& stays, support::Child const& former
    ) const {
        return {{"pupil", std::string(stays.id.text())}, {"other", std::string(former.id.text())}};
    }
    http::Response opens(support::Person const& person) {
        return asks(person, "GET", "/pupils/{pupil}/merging/{other}", both(again_, school_.sam));
    }
    // Sam's record goes into the other one, whose name is kept.
    http::Response merges(support::Person const& person, Fields const& more = {}) {
        Fields form{
            {{"upn", "stays"},
             {"legal_forename", "stays"},
             {"preferred_forename", "stays"},
             {"one_child", "yes"},
             {"stays_version", version_of(again_)},
             {"former_version", version_of(school_.sam)}}};
        Fields sent;
        for (auto const& [name, value] : more.entries()) sent.add(name, value);
        for (auto const& [name, value] : form.entries())
            if (!more.has(name)) sent.add(name, value);
        return asks(person, "POST", "/pupils/{pupil}/merging/{other}", both(again_, school_.sam), sent);
    }
    http::Response undoes(support::Person const& person, std::string const& reason = "They are twins") {
        return asks(
            person,
            "POST",
            "/mergings/{merging}/undoing",
            {{"merging", latest()}},
            Fields{{{"reason", reason}}}
        );
    }
    std::string version_of(support::Child const& child) {
        return in_school(db::Mode::read, [&] {
            auto const known = pupils::store::known(db_, school_.school, id_of(child));
            return std::to_string(known ? known->version : 0);
        });
    }
    std::string latest() {
        return in_school(db::Mode::read, [&] {
            auto const all = store::mergings_into(db_, school_.school, id_of(again_));
            return all.empty() ? std::string("none") : std::string(all.front().id.text());
        });
    }
    std::int64_t rows_put_aside() {
        return in_school(db::Mode::read, [&] {
            return db_.the<std::int64_t>(
                R"(SELECT (SELECT count(*) FROM merged_tie WHERE school_id = $1)
                        + (SELECT count(*) FROM merged_membership WHERE school_id = $1)
                        + (SELECT count(*) FROM merged_score WHERE school_id = $1))",
                school_.school
            );
        });
    }
    std::set<std::string> tables_naming(support::Child const& child) {
        return in_school(db::Mode::read, [&] {
            std::set<std::string> tables;
            for (auto const& row : data_map::rows_naming(db_, school_.school, std::string(child.id.text())))
                tables.insert(row.table);
            return tables;
        });
    }
    // What is held about both, table by table: on SQLite every byte of every table.
    std::map<std::string, std::string> everything() {
        if (database_.database().engine() == db::Engine::sqlite) {
            auto all = support::contents_of(database_.url().substr(std::string_view("sqlite:").size()));
            std::erase_if(all, [](auto const& table) {
                return table.first.starts_with("merg") || table.first.starts_with("record");
            });
            return all;
        }
        return in_school(db::Mode::read, [&] {
            std::map<std::string, std::string> all;
            for (auto const& child : {school_.sam, again_}) {
                auto const id = std::string(child.id.text());
                for (auto const& row :
                     data_map::rows_about(db_, school_.school, data_map::About::child, id)) {
                    auto& text = all[child.name + " " + std::string(row.table->name)];
                    for (auto const& part : row.key) text += part + " ";
                    for (auto const& value : row.values) text += value.text + "\n";
                }
                for (auto const& row : data_map::rows_naming(db_, school_.school, id))
                    all[child.name] += row.table + " " + row.row + "\n";
            }
            std::erase_if(all, [](auto const& table) {
                return table.first.find(" merg") != std::string::npos || table.first.ends_with(" record");
            });
            return all;
        });
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    support::Child again_;  // the same child, entered once more
    std::string case_;
    std::string programme_;
    int days_later_ = 0;
};

TEST_F(MergingRecords, moves_every_row_that_names_the_child_and_takes_every_one_back_byte_for_byte) {
    std::set<std::string> named;
    for (auto const& table : data_map::tables)
        if (table.of_child != data_map::Found::nowhere)
            if (auto const* const pupil = data_map::column_named(table, "pupil_id"))
                if (pupil->merged == data_map::Merged::moved) named.insert(std::string(table.name));
    ASSERT_EQ(tables_naming(school_.sam), named) << "a table that came since has a row here too";
    auto const before = everything();

    ASSERT_EQ(merges(school_.senco).status, 303);
    EXPECT_TRUE(tables_naming(school_.sam).empty());
    EXPECT_EQ(tables_naming(again_), named);
    EXPECT_NE(everything(), before);

    ASSERT_EQ(undoes(school_.senco).status, 303);
    auto const after = everything();
    ASSERT_EQ(after.size(), before.size());
    for (auto const& [table, text] : before) EXPECT_EQ(after.at(table), text) << table;
}

TEST_F(MergingRecords, calls_what_goes_over_by_the_words_of_a_school) {
    auto const page = opens(school_.senco).body;
    for (auto const& table : tables_naming(school_.sam)) {
        auto const words = std::string(in_words_of_a_school(table));
        EXPECT_NE(words, "") << table << " has no words";
        EXPECT_NE(page.find(words), std::string::npos) << words;
        EXPECT_EQ(page.find(data_map::table_named(table)->holds), std::string::npos)
            << "no sentence of the map of what is held";
    }
}

TEST_F(MergingRecords, shows_both_beside_each_other_and_lets_the_senco_choose) {
    auto const page = opens(school_.senco);
    EXPECT_EQ(page.status, 200);
    for (std::string const words :
         {"A123456789012", "B123456789012", "What goes over from the other record", "Merge the two records"})
        EXPECT_NE(page.body.find(words), std::string::npos) << words;
    ASSERT_EQ(merges(school_.senco, Fields{{{"upn", "former"}}}).status, 303);
    in_school(db::Mode::read, [&] {
        auto const stays = pupils::store::known(db_, school_.school, id_of(again_));
        EXPECT_EQ(stays->details.upn, "A123456789012");
        EXPECT_EQ(stays->details.legal_forename, "Samuel");
        EXPECT_FALSE(pupils::store::known(db_, school_.school, id_of(school_.sam)));
    });
}

TEST_F(MergingRecords, goes_by_ethnicity_unseen_and_brings_none_back_that_the_school_keeps_no_longer) {
    auto const details_of = [&](support::Child const& child) {
        return in_school(db::Mode::read, [&] {
            return pupils::store::known(db_, school_.school, id_of(child))->details;
        });
    };
    in_school(db::Mode::write, [&] {
        pupils::ethnicity_store::keep(db_, school_.school);
        db_.run(
            "UPDATE pupil SET ethnicity = 'mixed', pupil_premium = 'yes' WHERE school_id = $1 AND id = $2",
            school_.school,
            school_.sam.id
        );
    });
    auto const page = opens(school_.senco).body;
    EXPECT_EQ(page.find("thnicity"), std::string::npos);
    EXPECT_NE(page.find("Pupil premium"), std::string::npos);
    ASSERT_EQ(merges(school_.senco, Fields{{{"pupil_premium", "former"}}}).status, 303);
    EXPECT_EQ(details_of(again_).ethnicity, "mixed");
    EXPECT_EQ(details_of(again_).pupil_premium, "yes");
    in_school(db::Mode::write, [&] { pupils::ethnicity_store::erase(db_, school_.school); });
    ASSERT_EQ(undoes(school_.senco).status, 303);
    EXPECT_EQ(details_of(school_.sam).ethnicity, "");
    EXPECT_EQ(details_of(school_.sam).pupil_premium, "yes");
    EXPECT_EQ(details_of(again_).pupil_premium, "");
}

TEST_F(MergingRecords, lets_the_former_record_lead_to_the_one_that_stays_while_they_are_one) {
    auto const leads_to = [&] {
        return in_school(db::Mode::read, [&] {
            return store::leads_to(db_, school_.school, id_of(school_.sam));
        });
    };
    EXPECT_EQ(leads_to(), std::nullopt);
    ASSERT_EQ(merges(school_.senco).status, 303);
    EXPECT_EQ(leads_to(), id_of(again_));
    ASSERT_EQ(undoes(school_.senco).status, 303);
    EXPECT_EQ(leads_to(), std::nullopt);
}

TEST_F(MergingRecords, is_for_those_who_coordinate_and_see_both) {
    for (auto const& route : routes()) EXPECT_EQ(route.needs, Permission::coordinate) << route.path;
    for (auto const& route : routes()) EXPECT_EQ(route.fresh, route.method == "POST") << route.path;
    auto const nobody = std::string("0190b6e0-0000-7000-8000-000000000001");
    EXPECT_EQ(asks(school_.senco, "GET", "/pupils/{pupil}/merging", {{"pupil", nobody}}).status, 404);
    EXPECT_EQ(
        asks(
            school_.senco,
            "GET",
            "/pupils/{pupil}/merging/{other}",
            {{"pupil", std::string(again_.id.text())}, {"other", nobody}}
        ).status,
        404
    );
    EXPECT_EQ(
        asks(
            school_.senco,
            "POST",
            "/mergings/{merging}/undoing",
            {{"merging", nobody}},
            Fields{{{"reason", "x"}}}
        ).status,
        404
    );
    EXPECT_EQ(opens(school_.support_staff).status, 404);
    in_school(db::Mode::write, [&] {
        db_.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school_.school,
            school_.sam.mother,
            school_.senco.staff
        );
    });
    EXPECT_EQ(opens(school_.senco).status, 404) << "their own child";
}

TEST_F(MergingRecords, is_refused_with_what_stands_against_it) {
    std::string const another_case = "0190b6e0-0000-7000-8000-00000000000c";
    auto const refused_with = [&](std::string_view words) {
        auto const answer = merges(school_.senco);
        EXPECT_EQ(answer.status, 422) << words;
        EXPECT_NE(answer.body.find(words), std::string::npos) << words;
        EXPECT_EQ(latest(), "none");
    };
    in_school(db::Mode::write, [&] {
        db_.run(
            "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, 1)",
            school_.school,
            another_case,
            again_.id
        );
    });
    refused_with("Both have an open case");
    in_school(db::Mode::write, [&] {
        db_.run(
            "UPDATE nurture_case SET closed_at = 2, closed_why = 'Double' WHERE school_id = $1 AND id = $2",
            school_.school,
            another_case
        );
        db_.run(
            "UPDATE pupil SET born_on = '2016-03-14' WHERE school_id = $1 AND id = $2",
            school_.school,
            again_.id
        );
    });
    refused_with("different dates of birth");
    in_school(db::Mode::write, [&] {
        db_.run(
            "UPDATE pupil SET born_on = '2017-03-14' WHERE school_id = $1 AND id = $2",
            school_.school,
            again_.id
        );
    });
    EXPECT_EQ(merges(school_.senco, Fields{{{"former_version", "7"}}}).status, 422) << "changed meanwhile";
    EXPECT_EQ(merges(school_.senco, Fields{{{"upn", "neither"}}}).status, 422) << "not chosen";
    EXPECT_EQ(merges(school_.senco).status, 303) << "one of the two cases is closed";
}

TEST_F(MergingRecords, warns_of_what_differs_and_wants_a_tick_where_the_name_or_the_sex_does) {
    auto const page = opens(school_.senco);
    for (std::string const words :
         {"They differ in name and UPN; are they one child?", "Samuel Okafor", "Sam Okafor", "one_child"})
        EXPECT_NE(page.body.find(words), std::string::npos) << words;

    auto const chooses = [&](std::string const& forename) {
        Fields form{
            {{"upn", "former"},
             {"stays_version", version_of(again_)},
             {"former_version", version_of(school_.sam)}}};
        if (!forename.empty()) form.add("legal_forename", forename);
        if (!forename.empty()) form.add("preferred_forename", forename);
        return asks(
            school_.senco, "POST", "/pupils/{pupil}/merging/{other}", both(again_, school_.sam), form
        );
    };
    auto const refused = chooses("former");
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("Tick that the two are one child"), std::string::npos);
    for (std::string const field : {"upn", "legal_forename", "preferred_forename"})
        EXPECT_NE(
            refused.body.find("name=\"" + field + "\" type=\"radio\" value=\"former\" checked"),
            std::string::npos
        ) << "what was chosen stands: "
          << field;
    EXPECT_EQ(latest(), "none");

    auto const is_called_and_is = [&](std::string const& sex) {
        in_school(db::Mode::write, [&] {
            db_.run(
                R"(UPDATE pupil SET legal_forename = 'Sam', preferred_forename = 'Sam', sex = $1
                    WHERE school_id = $2 AND id = $3)",
                sex,
                school_.school,
                again_.id
            );
            db_.run(
                "UPDATE pupil SET sex = 'F' WHERE school_id = $1 AND id = $2", school_.school, school_.sam.id
            );
        });
    };
    is_called_and_is("M");
    EXPECT_NE(opens(school_.senco).body.find("They differ in sex and UPN;"), std::string::npos);
    EXPECT_NE(chooses("").body.find("Tick that the two are one child"), std::string::npos);
    is_called_and_is("F");
    EXPECT_NE(opens(school_.senco).body.find("They differ in UPN;"), std::string::npos);
    EXPECT_EQ(chooses("").status, 303) << "of one name and sex, and two UPNs";
}

TEST_F(MergingRecords, lists_who_has_the_same_name_and_another_birthday_to_whoever_may_open_their_page) {
    auto const& grace = school_.grace;
    in_school(db::Mode::write, [&] {
        db_.run(
            R"(UPDATE pupil SET legal_forename = 'Sam', legal_surname = 'OKAFOR', preferred_forename = '',
                                preferred_surname = '', born_on = '2017-04-13'
                WHERE school_id = $1 AND id = $2)",
            school_.school,
            grace.id
        );
        pupils::store::find_by_names_again(db_, school_.school, id_of(grace));
    });
    std::string const heading = "Same name, another birthday: correct the birthday first, if it is one child";
    auto const link = "\"/pupils/" + std::string(grace.id.text()) + "\"";
    auto const page_of = [&](support::Child const& child) {
        return asks(
                   school_.senco, "GET", "/pupils/{pupil}/merging", {{"pupil", std::string(child.id.text())}}
        ).body;
    };
    auto const page = page_of(school_.sam);
    for (auto const& words : {heading, link, std::string("Born on 13 April 2017")})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_EQ(page_of(again_).find(heading), std::string::npos) << "whose forename is another";
    in_school(db::Mode::write, [&] {
        db_.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school_.school,
            grace.mother,
            school_.senco.staff
        );
    });
    EXPECT_EQ(page_of(school_.sam).find(heading), std::string::npos) << "their own child";
}

TEST_F(MergingRecords, stays_where_it_can_not_be_taken_back_any_more) {
    ASSERT_EQ(merges(school_.senco).status, 303);
    EXPECT_EQ(undoes(school_.senco, "").status, 422) << "a reason is wanted";
    days_later_ = 31;
    EXPECT_NE(undoes(school_.senco).body.find("more than thirty days"), std::string::npos);
    days_later_ = 30;
    in_school(db::Mode::write, [&] {
        db_.run(
            "UPDATE pupil SET version = version + 1 WHERE school_id = $1 AND id = $2",
            school_.school,
            again_.id
        );
    });
    EXPECT_NE(undoes(school_.senco).body.find("have been changed since"), std::string::npos);
    in_school(db::Mode::write, [&] {
        db_.run(
            "UPDATE pupil SET version = version - 1 WHERE school_id = $1 AND id = $2",
            school_.school,
            again_.id
        );
        db_.run(
            "UPDATE pupil SET upn = 'A123456789012' WHERE school_id = $1 AND id = $2",
            school_.school,
            school_.tom.id
        );
    });
    EXPECT_NE(undoes(school_.senco).body.find("Another child has"), std::string::npos);
    in_school(db::Mode::write, [&] {
        db_.run(
            "UPDATE pupil SET upn = NULL WHERE school_id = $1 AND id = $2", school_.school, school_.tom.id
        );
        school_.answer(again_.id, case_, again_.father, "given", school_.today);
    });
    EXPECT_NE(undoes(school_.senco).body.find("nothing to the former record"), std::string::npos);
}

TEST_F(MergingRecords, takes_back_with_a_case_what_came_to_it_since) {
    ASSERT_EQ(merges(school_.senco).status, 303);
    in_school(db::Mode::write, [&] {
        db_.run(
            R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
               VALUES ($1, 'since', $2, $3, $4, 1, 'And now'))",
            school_.school,
            case_,
            again_.id,
            school_.senco.staff
        );
    });
    ASSERT_EQ(undoes(school_.senco).status, 303);
    EXPECT_EQ(undoes(school_.senco).status, 422) << "once";
    in_school(db::Mode::read, [&] {
        EXPECT_EQ(
            db_.the<std::string>(
                "SELECT pupil_id FROM question WHERE school_id = $1 AND id = 'since'", school_.school
            ),
            school_.sam.id.text()
        );
    });
}

// V4: the log can't be sealed again, so what it says of a case is sealed from the first with the key that the
// case goes back to; and it ends with the record that stays while the two are one.
TEST_F(MergingRecords, seals_what_is_told_of_a_case_that_came_over_with_the_key_it_would_go_back_to) {
    auto const keys_of_sam = [&] {
        return database_.vault()->keys_of(
            {.school = school_.school,
             .whom = std::string(school_.sam.id.text()),
             .record = std::string(child_keys::nurture_record)}
        );
    };
    ASSERT_EQ(merges(school_.senco).status, 303);
    auto const text = in_school(db::Mode::write, [&] {
        return child_keys::about_case(db_, school_.school, case_)("Meanwhile").text;
    });
    ASSERT_EQ(keys_of_sam().size(), 1U);
    EXPECT_NE(text.find(keys_of_sam().front()), std::string::npos);
    EXPECT_EQ(
        in_school(
            db::Mode::read,
            [&] {
                return db_.the<std::string>(
                    db::Joined<"SELECT ", child_keys::whose_key_seals, R"(
                          FROM nurture_case n
                          JOIN place p ON p.school_id = n.school_id AND p.case_id = n.id
                         WHERE p.school_id = $1)">::sql,
                    school_.school
                );
            }
        ),
        school_.sam.id.text()
    );
    in_school(db::Mode::write, [&] {
        child_keys::note_for_destroying(db_, school_.school, again_.id.text(), child_keys::nurture_record);
    });
    child_keys::destroy_noted(db_);
    EXPECT_EQ(database_.vault()->open(text, school_.school), child_keys::erased);
}

struct StoredWords {
    std::string text;
    auto columns() { return std::tuple{db::AsStored{text}}; }
};

// V4: erasing one of the two later closes nothing of the other's, and leaves nothing of its own open.
class MergingSealedRecords : public MergingRecords {
protected:
    void SetUp() override {
        MergingRecords::SetUp();
        in_school(db::Mode::write, [&] {
            ask("before", school_.sam);
            before_ = stored("SELECT words FROM question WHERE school_id = $1 AND id = 'before'");
        });
        ASSERT_EQ(merges(school_.senco).status, 303);
        in_school(db::Mode::write, [&] { write_meanwhile(); });
        ASSERT_EQ(undoes(school_.senco).status, 303);
    }

    child_keys::About about(
        support::Child const& child, std::string_view record = child_keys::nurture_record
    ) {
        return child_keys::about_child(db_, school_.school, child.id.text(), record);
    }
    // As a store does that knows the child and nothing of a merging.
    void ask(std::string const& id, support::Child const& child) {
        db_.run(
            R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
               VALUES ($1, $2, $3, $4, $5, 1, $6))",
            school_.school,
            id,
            case_,
            child.id,
            school_.senco.staff,
            about(child)("How was it " + id)
        );
    }
    void write_meanwhile() {
        auto const& school = school_.school;
        auto const& by = school_.senco.staff;
        ask("since", again_);
        db_.run(
            R"(INSERT INTO liaison (school_id, id, case_id, with_whom, held_on, line, written_by, written_at)
               VALUES ($1, 'since', $2, 'Mrs Ward', '2026-05-12', $3, $4, 1))",
            school,
            case_,
            about(again_)("She rang"),
            by
        );
        db_.run(
            R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
               VALUES ($1, 'since', $2, $3, 'paper', 'Letter', $4, $5, 1))",
            school,
            case_,
            school_.sam.mother,
            about(again_)("Dear Mrs Okafor"),
            by
        );
        db_.run(
            "INSERT INTO letter_sheet (school_id, letter_id, pdf) VALUES ($1, 'since', $2)",
            school,
            about(again_).bytes("%PDF since")
        );
        db_.run(
            R"(UPDATE retention_hold SET ended_by = $1, ended_at = 2, ended_why = $2
                WHERE school_id = $3 AND id = 'one')",
            by,
            about(again_, child_keys::roll_record)("The claim is over"),
            school
        );
        db_.run(
            R"(INSERT INTO opening (school_id, id, pupil_id, staff_id, reason, opened_at, until_at)
               VALUES ($1, 'own', $2, $3, $4, 1, 2))",
            school,
            again_.id,
            by,
            about(again_)("Of the record that stays")
        );
        auto visit = school_.visit(db_, school_.senco);
        records::write(
            visit,
            {.action = records::Action::changed,
             .subject = "question",
             .subject_id = "since",
             .case_id = case_,
             .why = "She asked"}
        );
    }
    std::string stored(db::Sql sql) { return db_.the<StoredWords>(sql, school_.school).text; }

    // What is read of what was written to the case and the record that went back, and to the one that stayed.
    std::vector<std::string> of_sam() {
        return in_school(db::Mode::read, [&] {
            auto const read = [&](db::Sql sql) { return db_.the<std::string>(sql, school_.school); };
            return std::vector<std::string>{
                read("SELECT words FROM question WHERE school_id = $1 AND id = 'since'"),
                read("SELECT line FROM liaison WHERE school_id = $1 AND id = 'since'"),
                read("SELECT words FROM letter WHERE school_id = $1 AND id = 'since'"),
                db_.the<db::Bytes>(
                       "SELECT pdf FROM letter_sheet WHERE school_id = $1 AND letter_id = 'since'",
                       school_.school
                )
                    .data,
                read("SELECT ended_why FROM retention_hold WHERE school_id = $1 AND id = 'one'"),
                read("SELECT why FROM record WHERE school_id = $1 AND subject_id = 'since'")};
        });
    }
    std::string of_the_one_that_stayed() {
        return in_school(db::Mode::read, [&] {
            return db_.the<std::string>(
                "SELECT reason FROM opening WHERE school_id = $1 AND id = 'own'", school_.school
            );
        });
    }
    void ends(support::Child const& child) {
        for (auto const record :
             {child_keys::nurture_record, child_keys::safeguarding_record, child_keys::roll_record})
            database_.vault()->destroy(database_.vault()->keys_of(
                {.school = school_.school,
                 .whom = std::string(child.id.text()),
                 .record = std::string(record)}
            ));
    }

    std::string before_;
    std::vector<std::string> const words_{
        "How was it since", "She rang", "Dear Mrs Okafor", "%PDF since", "The claim is over", "She asked"};
};

TEST_F(MergingSealedRecords, are_read_in_what_went_back_whatever_becomes_of_the_record_that_stayed) {
    EXPECT_EQ(of_sam(), words_);
    EXPECT_EQ(of_the_one_that_stayed(), "Of the record that stays");
    ends(again_);
    EXPECT_EQ(of_sam(), words_);
    EXPECT_EQ(of_the_one_that_stayed(), child_keys::erased);
}

TEST_F(MergingSealedRecords, are_closed_with_the_record_to_which_they_went_back) {
    ends(school_.sam);
    EXPECT_EQ(of_sam(), std::vector<std::string>(words_.size(), std::string(child_keys::erased)));
    EXPECT_EQ(of_the_one_that_stayed(), "Of the record that stays");
}

TEST_F(MergingSealedRecords, keep_the_bytes_of_what_was_written_before_and_their_gates) {
    in_school(db::Mode::write, [&] {
        EXPECT_EQ(stored("SELECT words FROM question WHERE school_id = $1 AND id = 'before'"), before_);
        EXPECT_NE(
            support::refused(db_, "UPDATE letter SET id = 'other' WHERE school_id = $1", school_.school), ""
        );
    });
}

// V4: what a record said is kept no longer than it may be needed again.
TEST_F(MergingRecords, forgets_what_both_said_once_it_can_not_be_taken_back) {
    auto const kept = [&] {
        return in_school(db::Mode::read, [&] {
            return db_.the<std::int64_t>(
                "SELECT count(*) FROM merged_pupil WHERE school_id = $1", school_.school
            );
        });
    };
    ASSERT_EQ(merges(school_.senco).status, 303);
    EXPECT_EQ(clear_records_of_before(db_, school_.now + 31 * (24 * hours)), 0);
    EXPECT_EQ(kept(), 2);
    EXPECT_EQ(rows_put_aside(), 3) << "what the mother of both was to the one, its class and a score";
    EXPECT_EQ(clear_records_of_before(db_, school_.now + 31 * (24 * hours) + 1), 2);
    EXPECT_EQ(kept(), 0);
    EXPECT_EQ(rows_put_aside(), 0) << "a court order in it too";

    days_later_ = 32;
    auto const page =
        asks(school_.senco, "GET", "/pupils/{pupil}/merging", {{"pupil", std::string(again_.id.text())}});
    EXPECT_NE(page.body.find("Another record, merged by"), std::string::npos) << page.body;
    EXPECT_NE(undoes(school_.senco).body.find("more than thirty days"), std::string::npos);
    db::Transaction const transaction(db_, db::Mode::write);
    db_.enter(school_.school);
    EXPECT_EQ(
        support::refused(db_, "DELETE FROM merged_row WHERE school_id = $1", school_.school), "merging_stands"
    ) << "the gates ask again";
}

// V5: they may be two children, and a copy of what is held about the one says nothing of the other.
TEST_F(MergingRecords, forgets_what_both_said_as_soon_as_they_are_two_again) {
    auto const says_nothing_of_the_other = [&] {
        in_school(db::Mode::read, [&] {
            auto const rows = data_map::rows_about(
                db_, school_.school, data_map::About::child, std::string(again_.id.text())
            );
            for (auto const& row : rows) {
                EXPECT_FALSE(row.table->name.starts_with("merged_")) << row.table->name;
                for (auto const& value : row.values)
                    EXPECT_EQ(value.text.find("A123456789012"), std::string::npos)
                        << row.table->name << " " << value.column->name;
            }
        });
        EXPECT_EQ(rows_put_aside(), 0);
    };
    ASSERT_EQ(merges(school_.senco).status, 303);
    ASSERT_EQ(undoes(school_.senco).status, 303);
    says_nothing_of_the_other();

    // A version before this left them until the thirty days were over.
    in_school(db::Mode::write, [&] {
        db_.run(
            R"(INSERT INTO merged_pupil (school_id, merging_id, id, upn, admission_number, legal_forename,
                                         legal_surname, preferred_forename, preferred_surname, born_on, sex,
                                         year_group, sen_provision, folded_name, joined_on, version)
               SELECT p.school_id, m.id, p.id, p.upn, p.admission_number, p.legal_forename, p.legal_surname,
                      p.preferred_forename, p.preferred_surname, p.born_on, p.sex, p.year_group, p.sen_provision,
                      p.folded_name, p.joined_on, p.version
                 FROM merging m
                 JOIN pupil p ON p.school_id = m.school_id AND p.id = m.former_id
                WHERE m.school_id = $1)",
            school_.school
        );
    });
    EXPECT_EQ(clear_records_of_before(db_, school_.now), 1);
    says_nothing_of_the_other();
    db::Transaction const transaction(db_, db::Mode::write);
    db_.enter(school_.school);
    EXPECT_EQ(
        support::refused(db_, "UPDATE merging SET former_upn = 'C' WHERE school_id = $1", school_.school),
        "merging_stands"
    ) << "the gates ask again";
}

// A version before this took the two records away alone.
TEST_F(MergingRecords, forgets_what_was_put_aside_where_the_records_are_gone_already) {
    ASSERT_EQ(merges(school_.senco).status, 303);
    in_school(db::Mode::write, [&] {
        constexpr std::array<std::string_view, 1> tables{"merged_pupil"};
        db::Erasing const past_the_gates(db_, tables);
        db_.run("DELETE FROM merged_pupil WHERE school_id = $1", school_.school);
    });
    EXPECT_EQ(rows_put_aside(), 3);
    EXPECT_EQ(clear_records_of_before(db_, school_.now + 31 * (24 * hours) + 1), 0);
    EXPECT_EQ(rows_put_aside(), 0);
}

TEST_F(MergingRecords, stands_in_the_log_without_a_name) {
    ASSERT_EQ(merges(school_.senco).status, 303);
    ASSERT_EQ(undoes(school_.senco).status, 303);
    in_school(db::Mode::read, [&] {
        int entries = 0;
        for (auto const& entry : records::store::all(db_, school_.school)) {
            if (entry.subject != "merging") continue;
            ++entries;
            EXPECT_EQ(entry.detail.value_or("").find("Okafor"), std::string::npos);
        }
        EXPECT_EQ(entries, 2);
    });
}

TEST_F(MergingRecords, is_kept_by_the_database_as_it_was) {
    ASSERT_EQ(merges(school_.senco).status, 303);
    db::Transaction const transaction(db_, db::Mode::write);
    db_.enter(school_.school);
    for (db::Sql const sql :
         {db::Sql("DELETE FROM merging WHERE school_id = $1"),
          db::Sql("UPDATE merging SET former_upn = 'C' WHERE school_id = $1"),
          db::Sql("DELETE FROM merged_row WHERE school_id = $1"),
          db::Sql("UPDATE merged_pupil SET upn = 'C' WHERE school_id = $1"),
          db::Sql("DELETE FROM merged_membership WHERE school_id = $1"),
          db::Sql("UPDATE merged_score SET score = 100 WHERE school_id = $1"),
          db::Sql("DELETE FROM merged_score WHERE school_id = $1"),
          db::Sql("UPDATE merged_tie SET restriction = 'x' WHERE school_id = $1")})
        EXPECT_EQ(support::refused(db_, sql, school_.school), "merging_stands") << sql.text();
    for (db::Sql const sql :
         {db::Sql("UPDATE place SET pupil_id = 'x' WHERE school_id = $1"),
          db::Sql("UPDATE nurture_case SET pupil_id = 'x' WHERE school_id = $1")})
        EXPECT_NE(support::refused(db_, sql, school_.school), "") << "the gates ask again: " << sql.text();
}

// What is kept of the records is all that a record says.
TEST(MergedPupil, has_every_column_of_a_pupil) {
    auto const& kept = *data_map::table_named("merged_pupil");
    for (auto const& column : data_map::table_named("pupil")->columns)
        EXPECT_TRUE(data_map::column_named(kept, column.name)) << column.name;
    for (auto const& column : data_map::table_named("class_membership")->columns)
        EXPECT_TRUE(data_map::column_named(*data_map::table_named("merged_membership"), column.name));
    for (auto const& column : data_map::table_named("pupil_contact")->columns)
        EXPECT_TRUE(data_map::column_named(*data_map::table_named("merged_tie"), column.name));
}

}  // namespace
}  // namespace merging
