// A child who asks for what is held is given what they confided too: by the adult to whom it was said, and by
// nobody else (V5).
#include "journeys/journey.hpp"
#include "support/refused.hpp"

namespace journeys {
namespace {

constexpr std::string_view confided = "He misses his granny";
constexpr std::string_view at_the_end = "I liked it when we were two";

constexpr db::Sql past_the_rules = R"(
    UPDATE data_request SET given_at = 1, given_on = '2026-12-01', given_way = 'post', given_by = signed_by
     WHERE school_id = $1)";

class ConfidedToTheChild : public Journey {
protected:
    // Sam confided something to the Nurture Assistant, and Amira said something at the end for her alone, or
    // for those who help her too; then somebody asks for what is held about one of them.
    void SetUp() override {
        programme_ = runs({sam, amira, tom, fourth_});
        holds_session(programme_, 1);
        evaluates(programme_, 1, sam, Fields{{{"confidence", std::string(confided)}}});
    }
    void amira_says(std::string const& may_see) {
        evaluates(
            programme_, 1, amira, Fields{{{"own_words", std::string(at_the_end)}, {"may_see", may_see}}}
        );
    }
    void asks(std::string const& as_whom) { asks_about(sam, as_whom); }
    void asks_about(Child const& child, std::string const& as_whom) {
        auto const about = story_of(child) + "/data-requests";
        as(senco).opens(about).sends(
            about,
            Fields(
                {{"whom", "child"},
                 {"asked_by", "Somebody"},
                 {"asked_as", as_whom},
                 {"kind", "all_that_is_held"},
                 {"identity_check", "Known to the office"}}
            )
        );
        request_ = as(senco).browser().path();
        is_prepared_and_signed();
    }
    void is_prepared_and_signed() {
        as(senco).opens(request_).sends(request_ + "/preparation", Fields{{{"read", "yes"}}});
        as(school.headteacher).opens(request_).sends(request_ + "/signature");
    }
    std::string page() const { return request_ + "/confided"; }
    Fields given_out() const { return Fields{{{"way", "in_person"}}}; }

    std::string programme_;
    std::string request_;
    Child fourth_ = another_child("Ben");
};

TEST_F(ConfidedToTheChild, is_given_by_the_adult_to_whom_it_was_said_before_the_request_is_over) {
    asks("themselves");
    EXPECT_TRUE(as(senco).opens(request_).sees("Not given to the child yet"));
    EXPECT_FALSE(as(senco).sees(confided));
    as(senco).is_refused(request_ + "/giving-out", given_out());
    EXPECT_TRUE(as(senco).sees("is not with the child yet"));

    EXPECT_TRUE(as(nurture_assistant).opens("/").sees("what was said to you in confidence"));
    EXPECT_TRUE(as(nurture_assistant).opens(page()).sees(confided));
    as(nurture_assistant).sends(page());
    EXPECT_TRUE(as(nurture_assistant).opens(page()).sees("Given to the child on"));
    EXPECT_FALSE(as(nurture_assistant).opens("/").sees("what was said to you in confidence"));

    EXPECT_TRUE(as(senco).opens(request_).sees("Given to the child on"));
    as(senco).sends(request_ + "/giving-out", given_out());
}

TEST_F(ConfidedToTheChild, opens_to_that_adult_alone) {
    asks("themselves");
    for (auto const* person : People{
             &senco,
             &class_teacher,
             &school.headteacher,
             &school.second_nurture_assistant,
             &school.administrator})
        EXPECT_NE(as(*person).browser().open(page()).status(), 200) << person->name;
    EXPECT_EQ(
        as(school.second_nurture_assistant).forces(page(), Fields{{{"confided_on", "2026-05-12"}}}), 404
    );
    EXPECT_EQ(
        stands<std::int64_t>("SELECT count(*) FROM confided_given WHERE school_id = $1", school.school), 0
    );
}

TEST_F(ConfidedToTheChild, is_said_not_to_be_given_with_a_reason_where_the_adult_can_not) {
    asks("themselves");
    auto const path = page() + "/not-given";
    as(senco).opens(request_).is_refused(path, {});
    auto const adult = std::string(nurture_assistant.staff.text());
    as(senco).opens(request_).sends(path, Fields{{{"adult", adult}, {"why_not", "Sam does not want it"}}});
    EXPECT_TRUE(as(senco).opens(request_).sees("Not given: Sam does not want it"));
    as(senco).sends(request_ + "/giving-out", given_out());
}

TEST_F(ConfidedToTheChild, is_no_step_where_a_parent_asks) {
    asks("parent");
    EXPECT_FALSE(as(senco).opens(request_).sees("Said in confidence to"));
    EXPECT_TRUE(as(nurture_assistant).finds_nothing_at(page()));
    as(senco).opens(request_).sends(request_ + "/giving-out", given_out());
}

TEST_F(ConfidedToTheChild, is_a_sentence_at_the_end_of_a_session_too_where_the_child_keeps_it) {
    amira_says("no");
    asks_about(amira, "themselves");
    EXPECT_TRUE(as(senco).opens(request_).sees("Not given to the child yet"));
    EXPECT_FALSE(as(senco).sees(at_the_end));
    EXPECT_TRUE(as(nurture_assistant).opens(page()).sees(at_the_end));
    EXPECT_FALSE(as(nurture_assistant).sees(confided));
    auto& db = database.connection();
    {
        db::Transaction const transaction(db, db::Mode::write);
        db.enter(school.school);
        EXPECT_EQ(support::refused(db, past_the_rules, school.school), "confided_waits");
    }
    as(nurture_assistant).sends(page());
    as(senco).opens(request_).sends(request_ + "/giving-out", given_out());
}

TEST_F(ConfidedToTheChild, is_a_face_alone_too_where_the_child_keeps_it) {
    evaluates(programme_, 1, amira, Fields{{{"feeling", "really_hard"}, {"may_see", "no"}}});
    asks_about(amira, "themselves");
    EXPECT_TRUE(as(senco).opens(request_).sees("Not given to the child yet"));
    EXPECT_FALSE(as(senco).sees("Really hard"));
    as(senco).is_refused(request_ + "/giving-out", given_out());
    auto& db = database.connection();
    {
        db::Transaction const transaction(db, db::Mode::write);
        db.enter(school.school);
        EXPECT_EQ(support::refused(db, past_the_rules, school.school), "confided_waits");
    }
    EXPECT_TRUE(as(nurture_assistant).opens(page()).sees("Really hard"));
    as(nurture_assistant).sends(page());
    as(senco).opens(request_).sends(request_ + "/giving-out", given_out());
}

TEST_F(ConfidedToTheChild, is_no_face_that_those_who_help_may_see) {
    evaluates(programme_, 1, amira, Fields{{{"feeling", "great"}, {"may_see", "yes"}}});
    asks_about(amira, "themselves");
    EXPECT_TRUE(as(nurture_assistant).finds_nothing_at(page()));
    as(senco).opens(request_).sends(request_ + "/giving-out", given_out());
}

TEST_F(ConfidedToTheChild, is_no_sentence_that_those_who_help_may_see) {
    amira_says("yes");
    asks_about(amira, "themselves");
    EXPECT_TRUE(as(nurture_assistant).finds_nothing_at(page()));
    as(senco).opens(request_).sends(request_ + "/giving-out", given_out());
}

// What is said on the same day as somebody signs is looked at too.
TEST_F(ConfidedToTheChild, is_not_all_that_comes_late_and_what_came_since_a_signature_is_looked_at_first) {
    asks_about(amira, "parent");
    amira_says("yes");
    EXPECT_TRUE(as(school.headteacher).opens(request_).sees("since this was prepared"));
    EXPECT_TRUE(as(senco).opens(request_).sees("New since it was prepared"));
    EXPECT_FALSE(as(senco).may_send(request_ + "/giving-out"));
    as(senco).sends(request_ + "/preparing-again");
    EXPECT_TRUE(as(senco).opens(request_).sees("New since it was prepared"));
    is_prepared_and_signed();
    EXPECT_FALSE(as(senco).opens(request_).sees("New since it was prepared"));
    as(senco).sends(request_ + "/giving-out", given_out());
}

// Past every rule.
TEST_F(ConfidedToTheChild, is_asked_for_by_the_database_too) {
    asks("themselves");
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::write);
    db.enter(school.school);
    EXPECT_EQ(support::refused(db, past_the_rules, school.school), "confided_waits");
    EXPECT_EQ(
        support::refused(
            db,
            R"(INSERT INTO confided_given (school_id, request_id, staff_id, given_on, made_by, made_at)
               SELECT r.school_id, r.id, r.signed_by, '2026-12-01', r.prepared_by, 1
                 FROM data_request r WHERE r.school_id = $1)",
            school.school
        ),
        "given_by_whom_it_was_said_to"
    );
}

}  // namespace
}  // namespace journeys
