#include "change/routes.hpp"

#include <gtest/gtest.h>

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "story/running_case_test.hpp"
#include "support/answered.hpp"
#include "support/pdf.hpp"

namespace change {
namespace {

using assessments::Informant;
using assessments::Occasion;

// Sam's programme had its first session a week ago.
class PagesOfChange : public testing::Test {
protected:
    PagesOfChange() {
        senco_.db.enter(school_.school);
        EXPECT_TRUE(
            assessments::load(senco_, std::string(assessments::shipped("withy-observation")->document), {})
        );
    }

    http::Response asked(support::Person const& person, std::string_view path, Fields const& query = {}) {
        auto visit = school_.visit(db(), person);
        auto request = school_.get(person, std::string(path));
        request.segments = {{"case", running_.text_case}};
        request.query = query;
        for (auto const& route : routes())
            if (route.path == path) return support::answered(route, visit, request);
        return http::not_found();
    }
    std::string body(support::Person const& person, std::string_view path) {
        return asked(person, path).body;
    }

    void rate(Occasion occasion, Date on, int each, Informant informant = Informant::class_teacher) {
        auto visit = school_.visit(db(), school_.teacher_of_4b);
        auto const loaded = *assessments::store::newest(visit.db, visit.school, "withy-observation");
        assessments::Rating rating{.informant = informant, .occasion = occasion, .rated_on = on};
        auto const* const form = form_for(loaded.instrument, occasion);
        for (auto const& item : loaded.instrument.items)
            if (form->items.empty() || std::ranges::count(form->items, item.number) > 0)
                rating.ratings.push_back({item.number, each});
        EXPECT_TRUE(assessments::rate(visit, *CaseId::parse(running_.text_case), loaded, rating));
    }

    // Every place of Sam's that is still open.
    void end_places(char const* reason) {
        db().run(
            R"(UPDATE place SET ended_on = $1, end_reason = $2
                WHERE school_id = $3 AND case_id = $4 AND ended_on IS NULL)",
            school_.today,
            std::string(reason),
            school_.school,
            running_.text_case
        );
    }

    db::Connection& db() { return database_.connection(); }
    static bool holds(std::string const& text, std::string_view words) {
        return text.find(words) != std::string::npos;
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit senco_ = school_.visit(db(), school_.senco);
    story::RunningCase running_{db(), school_};
};

constexpr auto weeks = "/cases/{case}/weeks";
constexpr auto changed = "/cases/{case}/change";
constexpr auto report = "/cases/{case}/report-for-parents";
constexpr auto sheet = "/cases/{case}/report-for-parents/sheet";

TEST_F(PagesOfChange, draw_the_weeks_with_the_first_session_marked_and_the_same_as_a_table) {
    for (int week = 4; week > 1; --week) rate(Occasion::weekly, school_.today - 7 * week, 1);
    rate(Occasion::weekly, school_.today, 3);
    auto const page = body(school_.teacher_of_4b, weeks);
    EXPECT_TRUE(holds(page, "The broken line marks the first session"));
    EXPECT_TRUE(holds(page, "chart__mark"));
    EXPECT_TRUE(holds(page, "Friendships: is this getting easier for Sam?"));
    EXPECT_TRUE(holds(page, "In 100 of 100 pairs"));
    EXPECT_TRUE(holds(page, "So few ratings can be described and not tested."));
    EXPECT_TRUE(holds(page, "In the week rated from then on no session was held."))
        << "the session of today is not held yet";
    EXPECT_TRUE(holds(page, "A session was held in that week"));
    EXPECT_TRUE(holds(page, "Before</td>")) << "the table says on which side of the mark a week lies";
    EXPECT_TRUE(holds(page, "What the weeks do not say"));
    EXPECT_TRUE(holds(page, "/cases/" + running_.text_case + "/change\"")) << "the way back";
    EXPECT_FALSE(holds(page, "because of"));
}

TEST_F(PagesOfChange, say_without_ratings_before_the_programme_that_nothing_can_be_attributed) {
    auto const words = "No ratings from before the programme, so change over the weeks cannot be attributed";
    EXPECT_TRUE(holds(body(school_.teacher_of_4b, weeks), words));
    rate(Occasion::weekly, school_.today, 3);
    EXPECT_TRUE(holds(body(school_.teacher_of_4b, weeks), words));
}

TEST_F(PagesOfChange, speak_of_a_broken_line_only_where_one_is_drawn) {
    rate(Occasion::weekly, school_.today, 3);
    auto const page = body(school_.teacher_of_4b, weeks);
    EXPECT_FALSE(holds(page, "broken line"));
    EXPECT_FALSE(holds(page, "chart__mark"));
    EXPECT_TRUE(holds(page, "The first session was held on "));
}

TEST_F(PagesOfChange, show_what_changed_with_its_reason_and_that_nobody_waited) {
    rate(Occasion::entry, school_.today - 30, 1);
    rate(Occasion::exit, school_.today, 2);
    auto const page = body(school_.senco, changed);
    EXPECT_TRUE(holds(page, "30 days between"));
    EXPECT_TRUE(holds(page, "cannot be told, because its norms carry no mean"));
    EXPECT_TRUE(holds(page, "There is no such group"));
    EXPECT_TRUE(holds(page, "the class was not measured twice"));
    EXPECT_TRUE(holds(page, "/report-for-parents"));
    EXPECT_FALSE(holds(page, "no progress"));
}

TEST_F(PagesOfChange, mention_a_rating_at_the_end_by_another_kind_of_adult_and_call_it_no_change) {
    rate(Occasion::entry, school_.today - 30, 1);
    rate(Occasion::exit, school_.today, 2, Informant::nurture_assistant);
    auto const page = body(school_.senco, changed);
    EXPECT_TRUE(holds(page, "and none in the same view at the end"));
    EXPECT_TRUE(holds(page, "the Nurture Assistant rated ("));
    EXPECT_TRUE(holds(page, "cannot be told: two people rated"));
}

TEST_F(PagesOfChange, open_to_who_sees_progress_and_the_report_to_senco_and_class_teacher_alone) {
    for (auto const* person : {&school_.senco, &school_.teacher_of_4b, &school_.nurture_assistant})
        for (auto const* page : {weeks, changed}) EXPECT_EQ(asked(*person, page).status, 200);
    for (auto const* page : {weeks, changed, report, sheet}) {
        EXPECT_EQ(asked(school_.teacher_of_5a, page).status, 404);
        EXPECT_EQ(asked(school_.support_staff, page).status, 404);
    }
    for (auto const* page : {report, sheet}) {
        EXPECT_EQ(asked(school_.senco, page).status, 200);
        EXPECT_EQ(asked(school_.teacher_of_4b, page).status, 200);
        EXPECT_EQ(asked(school_.nurture_assistant, page).status, 404);
        EXPECT_EQ(asked(school_.headteacher, page).status, 404);
    }
}

TEST_F(PagesOfChange, report_to_parents_of_two_places_the_days_and_the_name_of_the_one_that_stands) {
    running_.move_to("Gardening group", school_.today - 3);
    auto const page = body(school_.senco, report);
    EXPECT_TRUE(holds(page, "Sam has a place in “Gardening group”")) << "no session of it was held yet";
    EXPECT_FALSE(holds(page, "Friendship group"));
    EXPECT_FALSE(holds(page, "5 May 2026")) << "the other place's first session";
    EXPECT_FALSE(holds(page, "sessions that we have notes of"));
}

TEST_F(PagesOfChange, report_to_parents_of_a_completed_place_where_a_later_one_was_undone) {
    end_places("completed");
    running_.move_to("Gardening group", school_.today);
    end_places("allocation_undone");
    auto const page = body(school_.senco, report);
    EXPECT_TRUE(holds(
        page,
        "Sam was in “Friendship group”, nurture support at our school, from 5 May 2026 to "
        "12 May 2026."
    ));
    EXPECT_FALSE(holds(page, "Gardening group"));
}

TEST_F(PagesOfChange, report_to_parents_of_each_target_whether_one_person_measured_it) {
    auto const second = running_.id();
    db().run(
        R"(INSERT INTO target (school_id, id, place_id, area_id, words, made_at)
           VALUES ($1, $2, $3, $4, 'I say when I am sad', $5))",
        school_.school,
        second,
        running_.place,
        school_.anxiety,
        school_.now
    );
    auto const measure = [&](std::string const& target, std::string occasion, int rating, auto const& by) {
        db().run(
            R"(INSERT INTO target_measure (school_id, target_id, occasion, rating, rated_by, rated_at)
               VALUES ($1, $2, $3, $4, $5, $6))",
            school_.school,
            target,
            occasion,
            rating,
            by.staff,
            school_.now
        );
    };
    measure(running_.target, "before", 3, school_.teacher_of_4b);
    measure(running_.target, "after", 6, school_.teacher_of_4b);
    measure(second, "before", 2, school_.teacher_of_5a);
    measure(second, "after", 7, school_.teacher_of_4b);
    auto const page = body(school_.senco, report);
    EXPECT_TRUE(holds(page, "seen at 3 before support and at 6 after it: more often than before"));
    EXPECT_TRUE(holds(page, "seen at 2 before support and at 7 after it, by another person"));
    EXPECT_TRUE(holds(page, "Where another person looked after support"));
}

TEST_F(PagesOfChange, report_nothing_to_parents_of_an_undone_place_alone_and_offer_no_report) {
    end_places("allocation_undone");
    for (auto const* page : {report, sheet}) EXPECT_EQ(asked(school_.senco, page).status, 404);
    auto const page = body(school_.senco, changed);
    EXPECT_TRUE(holds(page, "Week by week"));
    EXPECT_FALSE(holds(page, "/report-for-parents"));
    EXPECT_TRUE(holds(body(school_.senco, weeks), "No session has been held yet."));
}

TEST_F(PagesOfChange, report_nothing_to_parents_who_refused_and_of_a_mere_concern) {
    running_.text_case = running_.another_case(school_.amira);
    for (auto const* page : {report, sheet}) EXPECT_EQ(asked(school_.senco, page).status, 404);
    school_.answer({}, running_.text_case, school_.amira.mother, "refused", school_.today - 1);
    for (auto const* page : {report, sheet}) EXPECT_EQ(asked(school_.senco, page).status, 404);
    EXPECT_FALSE(holds(body(school_.senco, changed), "/report-for-parents"));
}

TEST_F(PagesOfChange, tell_parents_on_one_page_what_was_seen_and_nothing_that_was_confided) {
    auto const page = body(school_.senco, report);
    EXPECT_TRUE(holds(page, "How support is going for Sam"));
    EXPECT_TRUE(holds(page, "Friendship group"));
    EXPECT_TRUE(holds(page, "Friendships: not measured before support began."));
    EXPECT_TRUE(
        holds(page, "3 sessions were planned, and 1 was held so far. Sam was there at 1 of the 1 session")
    );
    EXPECT_TRUE(holds(page, "It does not say what brought a change about"));
    auto const pdf = asked(school_.senco, sheet);
    EXPECT_EQ(pdf.body.substr(0, 5), "%PDF-");
    auto const text = support::said_of(pdf.body, "pdftotext -layout");
    EXPECT_TRUE(holds(text, "How support is going for Sam"));
    EXPECT_TRUE(holds(support::said_of(pdf.body, "sh -c 'pdfinfo \"$0\"'"), "Pages:           1"));
    for (auto const* confided : {"ZEBRAFISH", "I join in at break"}) {
        EXPECT_FALSE(holds(page, confided));
        EXPECT_FALSE(holds(text, confided));
    }
}

// How high the lowest word of it is, in points.
double lowest_word_of(std::string const& pdf) {
    auto const text = support::said_of(pdf, "pdftotext -bbox-layout");
    double least = 1000;
    for (auto at = text.find("<word "); at != std::string::npos; at = text.find("<word ", at + 1)) {
        auto const number = [&](std::string_view key) {
            return std::stod(text.substr(text.find(key, at) + key.size()));
        };
        least = std::min(least, number("yMax=\"") - number("yMin=\""));
    }
    return least;
}

TEST_F(PagesOfChange, tell_parents_the_same_in_large_print_of_18_points_or_more) {
    EXPECT_TRUE(holds(body(school_.senco, report), "/report-for-parents/sheet?print=large"));
    Fields large;
    large.add("print", "large");
    auto const in_large_print = asked(school_.senco, sheet, large).body;
    auto const usual = asked(school_.senco, sheet).body;
    for (auto const* const said :
         {"How support is going for Sam", "What we worked on", "How it stands now", "Talk with us"})
        for (auto const& pdf : {in_large_print, usual})
            EXPECT_TRUE(holds(support::said_of(pdf, "pdftotext -raw"), said)) << said;
    EXPECT_GE(lowest_word_of(in_large_print), 18);
    EXPECT_LT(lowest_word_of(usual), 18);
}

}  // namespace
}  // namespace change
