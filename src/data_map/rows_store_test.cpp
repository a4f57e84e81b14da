#include "data_map/rows_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "data_map/whole.hpp"
#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace data_map {
namespace {

class RowsAboutAPerson : public testing::Test {
protected:
    struct Child {
        std::string pupil;
        std::string contact;
        std::string the_case;
        std::string place;
    };

    // A child whose every row says the child's own word.
    Child child(std::string const& word) {
        Child child{.pupil = rows_.pupil(word), .contact = {}, .the_case = {}, .place = {}};
        child.contact = rows_.contact_of(child.pupil, "Parent of " + word);
        child.the_case = rows_.case_of(child.pupil);
        auto const concern = rows_.concern(child.the_case, child.pupil, teacher_);
        rows_.answer(child.the_case, child.contact, "given", rows_.today());
        child.place = rows_.place(programme_, child.the_case, child.pupil, rows_.today());
        db_.run(
            "UPDATE concern SET seen = $1 WHERE school_id = $2 AND id = $3", word, rows_.school(), concern
        );
        db_.run(
            R"(INSERT INTO target (school_id, id, place_id, area_id, words, made_at)
               VALUES ($1, $2, $3, $4, $5, 0))",
            rows_.school(),
            "target of " + word,
            child.place,
            "area",
            word
        );
        db_.run(
            R"(INSERT INTO liaison (school_id, id, case_id, with_whom, held_on, line, written_by, written_at)
               VALUES ($1, $2, $3, 'Mrs Ward', '2026-05-12', $4, $5, 0))",
            rows_.school(),
            "talk about " + word,
            child.the_case,
            word,
            teacher_
        );
        return child;
    }

    void is_written_up(Child const& child, std::string const& word) {
        rows_.evaluation(session_, child.place, child.pupil);
        db_.run(
            "UPDATE evaluation SET noticed = $1, confidence = $2 WHERE school_id = $3 AND place_id = $4",
            word,
            word + " whispered",
            rows_.school(),
            child.place
        );
    }

    void SetUp() override {
        db_.run(
            "INSERT INTO target_area (school_id, id, name) VALUES ($1, 'area', 'Friendships')", rows_.school()
        );
        sam_ = child("Marigold");
        tom_ = child("Larkspur");
        rows_.start(programme_, rows_.today());
        for (auto const* child : {&sam_, &tom_}) rows_.step(child->the_case, "start", rows_.today());
        rows_.hold(session_, rows_.today());
        is_written_up(sam_, "Marigold");
        is_written_up(tom_, "Larkspur");
    }

    std::string everything_about(About about, std::string const& id) {
        std::string text;
        for (auto const& row : rows_about(db_, rows_.school(), about, id)) {
            text += std::string(row.table->name) + ":";
            for (auto const& value : row.values) text += " " + value.text;
            text += "\n";
        }
        return text;
    }
    std::set<std::string> tables_about(About about, std::string const& id) {
        std::set<std::string> tables;
        for (auto const& row : rows_about(db_, rows_.school(), about, id)) tables.emplace(row.table->name);
        return tables;
    }

    support::TestDatabase database_;
    db::Connection& db_ = database_.connection();
    db::Transaction transaction_{db_, db::Mode::write};
    support::SchoolRows rows_{db_};
    std::string teacher_ = rows_.staff("Ann Teacher");
    std::string assistant_ = rows_.staff("Joan Assistant");
    std::string programme_ = rows_.programme(assistant_);
    std::string session_ = rows_.session(programme_, 1, rows_.today());
    Child sam_;
    Child tom_;
};

// What a child keeps with who delivers is never read for a request.
TEST_F(RowsAboutAPerson, hold_what_a_child_said_at_the_end_only_where_those_who_help_may_see_it) {
    auto const says = [&](std::optional<std::string> const& said_for) {
        db_.run(
            R"(UPDATE evaluation SET feeling = 'really_hard', own_words = 'It was QUAGGA loud', voice_for = $1
                WHERE school_id = $2 AND place_id = $3)",
            said_for,
            rows_.school(),
            sam_.place
        );
        return everything_about(About::child, sam_.pupil);
    };
    auto const shared = says("helpers");
    EXPECT_NE(shared.find("really_hard"), std::string::npos);
    EXPECT_NE(shared.find("QUAGGA"), std::string::npos);
    EXPECT_EQ(shared.find("whispered"), std::string::npos);
    auto const kept = says("only_here");
    EXPECT_EQ(kept.find("really_hard"), std::string::npos);
    EXPECT_EQ(kept.find("QUAGGA"), std::string::npos);
    EXPECT_NE(kept.find("only_here"), std::string::npos) << "that there is something is said";
    EXPECT_EQ(everything_about(About::child, tom_.pupil).find("QUAGGA"), std::string::npos);
}

// V5: also what hangs together by a place, a target or a case alone.
TEST_F(RowsAboutAPerson, are_found_in_every_table_that_is_about_them) {
    auto const tables = tables_about(About::child, sam_.pupil);
    for (auto const* const name :
         {"pupil",
          "contact",
          "pupil_contact",
          "nurture_case",
          "concern",
          "consent_answer",
          "programme",
          "place",
          "target",
          "session",
          "evaluation",
          "register_line",
          "liaison"})
        EXPECT_TRUE(tables.contains(name)) << name;
}

// What is done about a child may be in no case: then the log names the row alone that it was done to.
TEST_F(RowsAboutAPerson, are_found_in_the_log_also_where_an_entry_names_no_case) {
    auto const run = [&](db::Sql sql, Child const& child, std::string const& id) {
        db_.run(sql, rows_.school(), id, child.pupil, teacher_);
    };
    int entries = 0;
    auto const is_logged = [&](std::string const& subject, std::string const& id, std::string const& why) {
        db_.run(
            R"(INSERT INTO record (school_id, number, at, by_name, action, subject, subject_id, why, detail_digest,
                                   previous_hash, hash)
               VALUES ($1, $2, 0, 'Ann Teacher', 'made', $3, $4, $5, '', '', ''))",
            rows_.school(),
            ++entries,
            subject,
            id,
            why
        );
    };
    for (auto const& [child, word] : {std::pair(&sam_, "of Marigold"), std::pair(&tom_, "of Larkspur")}) {
        auto const id_of = [of = std::string(word)](std::string const& subject) {
            return subject + " " + of;
        };
        run(R"(INSERT INTO opening (school_id, id, pupil_id, staff_id, reason, opened_at, until_at)
               VALUES ($1, $2, $3, $4, 'A complaint', 1, 2))",
            *child,
            id_of("opening"));
        run(R"(INSERT INTO override (school_id, id, pupil_id, staff_id, reason, recipient, child_told,
                                     about_the_child, parent_told, about_the_parent, opened_at, until_at)
               VALUES ($1, $2, $3, $4, 'It can not wait', 'Myself', 0, 'Later', 0, 'Later', 0, 10800000))",
            *child,
            id_of("override"));
        run(R"(INSERT INTO safeguarding_pointer (school_id, id, pupil_id, put_at, reference, noted_by, noted_at)
               VALUES ($1, $2, $3, 1, '20417', $4, 1))",
            *child,
            id_of("safeguarding_pointer"));
        run(R"(INSERT INTO retention_hold (school_id, id, pupil_id, reason, made_by, made_at)
               VALUES ($1, $2, $3, 'A claim', $4, 1))",
            *child,
            id_of("retention_hold"));
        run(R"(INSERT INTO data_request (school_id, id, about, pupil_id, kind, asked_by, asked_as, received_on,
                                         identity_check, made_by, made_at, prepared_by, prepared_at,
                                         prepared_digest, signed_by, signed_at, given_on, given_way, given_by,
                                         given_at)
               VALUES ($1, $2, 'child', $3, 'all_that_is_held', 'A mother', 'parent', '2026-05-11', 'Known here', $4,
                       1, (SELECT max(s.id) FROM staff s WHERE s.school_id = $1 AND s.id <> $4), 1, 'of the copy', $4,
                       1, '2026-05-12', 'post', $4, 1))",
            *child,
            id_of("data_request"));
        run(R"(INSERT INTO merging (school_id, id, stays_id, stays_version, former_id, made_by, made_at)
               VALUES ($1, $2, $3, 2, $2, $4, 1))",
            *child,
            id_of("merging"));
        for (auto const* const subject :
             {"opening", "override", "safeguarding_pointer", "retention_hold", "data_request", "merging"})
            is_logged(subject, id_of(subject), "Why " + id_of(subject));
    }
    auto const about_sam = everything_about(About::child, sam_.pupil);
    for (std::string const subject :
         {"opening", "override", "safeguarding_pointer", "retention_hold", "data_request", "merging"}) {
        EXPECT_NE(about_sam.find("Why " + subject + " of Marigold"), std::string::npos) << subject;
        EXPECT_EQ(about_sam.find("Why " + subject + " of Larkspur"), std::string::npos) << subject;
    }
}

TEST_F(RowsAboutAPerson, hold_no_word_of_another_child_of_the_same_group) {
    auto const about_sam = everything_about(About::child, sam_.pupil);
    EXPECT_NE(about_sam.find("concern: "), std::string::npos);
    EXPECT_NE(about_sam.find("Marigold"), std::string::npos);
    EXPECT_EQ(about_sam.find("Larkspur"), std::string::npos) << about_sam;
    EXPECT_EQ(everything_about(About::child, tom_.pupil).find("Marigold"), std::string::npos);
}

// N2: whoever prepares a request does not read what was confided.
TEST_F(RowsAboutAPerson, say_that_something_was_confided_and_not_what) {
    auto const text = everything_about(About::child, sam_.pupil);
    EXPECT_EQ(text.find("whispered"), std::string::npos);
    EXPECT_NE(text.find("confided"), std::string::npos);
}

TEST_F(RowsAboutAPerson, of_a_parent_are_their_own_and_of_nobody_beside) {
    auto const tables = tables_about(About::parent, sam_.contact);
    EXPECT_EQ(tables, (std::set<std::string>{"consent_answer", "contact", "pupil_contact"}));
    EXPECT_EQ(
        everything_about(About::parent, rows_.contact_of(sam_.pupil, "Father")).find("Parent of"),
        std::string::npos
    );
}

TEST_F(RowsAboutAPerson, of_the_staff_are_about_them_and_no_child) {
    auto const text = everything_about(About::staff, assistant_);
    EXPECT_NE(text.find("Joan Assistant"), std::string::npos);
    EXPECT_EQ(text.find("Marigold"), std::string::npos);
    EXPECT_TRUE(tables_about(About::staff, assistant_).contains("training"));
}

TEST_F(RowsAboutAPerson, of_another_school_are_never_found) {
    EXPECT_FALSE(rows_about(db_, rows_.school(), About::child, sam_.pupil).empty());
    support::SchoolRows const other(db_, 2);
    EXPECT_TRUE(rows_about(db_, other.school(), About::child, sam_.pupil).empty());
}

}  // namespace
}  // namespace data_map
