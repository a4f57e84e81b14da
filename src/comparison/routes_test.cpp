#include "comparison/routes.hpp"

#include <gtest/gtest.h>

#include "comparison/pages.hpp"
#include "measures/ready.hpp"
#include "measures/store.hpp"
#include "measures/taking_store.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/concern_routes.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace comparison {
namespace {

class BesideTheClass : public testing::Test {
protected:
    BesideTheClass() {
        db.begin(db::Mode::write);
        db.enter(school.school);
        for (auto const& [forename, surname] :
             {std::pair("Ada", "Marsh"), {"Bo", "Fell"}, {"Cai", "Moor"}, {"Dot", "Heath"}, {"Eve", "Wold"}})
            classmates.push_back(school.add_child(forename, surname, school.class_4b));
        measures::store::add(db, school.school, behaviour);
    }

    ~BesideTheClass() override { db.rollback(); }

    http::Response shown(
        support::Person const& person, support::Child const& child, Fields const& query = {}
    ) {
        return asked(person, routes(), "/pupils/{pupil}/comparison", child, query);
    }
    http::Response concern_form(support::Person const& person, support::Child const& child) {
        return asked(person, referrals::concern_routes(), "/pupils/{pupil}/concerns/new", child);
    }

    // Written by a colleague who does not see how the child gets on.
    referrals::ConcernId concern_about(support::Child const& child) {
        auto visit = school.visit(db, school.support_staff);
        return *referrals::raise(
            visit,
            *pupils::PupilId::parse(child.id.text()),
            {.source = referrals::Source::staff,
             .source_name = {},
             .seen = "Alone at every playtime",
             .tried = {},
             .attachment_figure = false,
             .parents_spoken_to = referrals::ParentsSpokenTo::not_yet,
             .noticed_on = school.today,
             .areas = {}}
        );
    }
    http::Response of_concern(support::Person const& person, referrals::ConcernId const& concern) {
        auto visit = school.visit(db, person);
        auto request = school.get(person, "/concerns/{concern}");
        request.segments = {{"concern", std::string(concern.text())}};
        for (auto const& route : referrals::concern_routes())
            if (route.method == "GET" && route.path == "/concerns/{concern}")
                return support::answered(route, visit, request);
        return {.status = 500};
    }

    void somebody_is_worried_about(support::Child const& child) {
        db.run(
            "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, 1)",
            school.school,
            pupils::CaseId::make(school.now),
            child.id
        );
    }

    // Everybody of the class but these has 16 of 25.
    void class_is_measured(ClassId const& class_id, Date on, std::map<std::string, int> const& others_score) {
        measures::Taking const taking{.id = TakingId::make(school.now), .class_id = class_id, .taken_on = on};
        measures::taking_store::add(db, school.school, taking, school.teacher_of_4b.staff, school.now);
        for (auto const& pupil : measures::taking_store::pupils_on(db, school.school, class_id, on)) {
            auto const other = others_score.find(pupil.forename);
            measures::Score const score{
                .id = measures::ScoreId::make(school.now),
                .taking = taking.id,
                .measure = behaviour.id,
                .pupil = pupil.id,
                .score = other == others_score.end() ? 1600 : other->second};
            measures::taking_store::add(db, school.school, score, school.teacher_of_4b.staff, school.now);
        }
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    std::vector<support::Child> classmates;
    measures::Measure behaviour{
        .id = MeasureId::make(school.now),
        .definition =
            {.kind = measures::Kind::behaviour,
             .name = "Five ratings added up",
             .least = 500,
             .most = 2500,
             .step = 100,
             .scale = measures::Scale::several_items},
        .from_on = calendar::parse_iso("2025-09-01").value()};

private:
    http::Response asked(
        support::Person const& person,
        visits::Routes const& all,
        std::string_view path,
        support::Child const& child,
        Fields const& query = {}
    ) {
        auto visit = school.visit(db, person);
        auto request = school.get(person, path);
        request.segments = {{"pupil", std::string(child.id.text())}};
        request.query = query;
        for (auto const& route : all)
            if (route.method == "GET" && route.path == path)
                return visit.who.may(route.needs) ? support::answered(route, visit, request)
                                                  : http::not_found();
        return {.status = 500};
    }
};

TEST_F(BesideTheClass, stands_one_sentence_first_then_figures_and_no_classmates_name) {
    class_is_measured(
        school.class_4b, school.today, {{"Sam", 600}, {"Ada", 1800}, {"Bo", 1500}, {"Cai", 1700}}
    );
    somebody_is_worried_about(school.sam);
    auto const page = shown(school.teacher_of_4b, school.sam);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("Sam’s behaviour score is lower than that of about"), std::string::npos);
    EXPECT_NE(page.body.find("That is very unusual."), std::string::npos);
    EXPECT_NE(page.body.find("None of 7 classmates has 6 or lower."), std::string::npos);
    EXPECT_NE(page.body.find("Crawford and Howell 1998"), std::string::npos);
    for (auto const& classmate : classmates) EXPECT_EQ(page.body.find(classmate.name), std::string::npos);
    EXPECT_EQ(page.body.find("Ada"), std::string::npos);
}

TEST_F(BesideTheClass, claims_nothing_of_a_child_about_whom_nobody_was_worried_before_looking) {
    class_is_measured(school.class_4b, school.today, {{"Sam", 600}, {"Ada", 1800}, {"Bo", 1500}});
    auto const page = shown(school.teacher_of_4b, school.sam);
    EXPECT_NE(page.body.find("Nobody has raised a concern about Sam"), std::string::npos);
    EXPECT_EQ(page.body.find("very unusual"), std::string::npos);
    EXPECT_EQ(page.body.find("standard deviations"), std::string::npos);
    EXPECT_NE(page.body.find("None of 7 classmates has 6 or lower."), std::string::npos);
    auto const form = concern_form(school.teacher_of_4b, school.sam);
    EXPECT_NE(form.body.find("That is very unusual."), std::string::npos);
}

TEST_F(BesideTheClass, shows_the_whole_on_the_form_of_a_concern) {
    class_is_measured(school.class_4b, school.today, {{"Sam", 600}, {"Ada", 1800}, {"Bo", 1500}});
    auto const form = concern_form(school.teacher_of_4b, school.sam);
    for (auto const* words :
         {"That is very unusual.",
          "The figures, and what they do not say",
          "None of 7 classmates has 6 or lower.",
          "What it does not say",
          "How this is worked out"})
        EXPECT_NE(form.body.find(words), std::string::npos) << words;
    EXPECT_EQ(form.body.find("/comparison"), std::string::npos) << "no way to a page that knows of no worry";
}

TEST_F(BesideTheClass, takes_no_worry_from_an_address) {
    class_is_measured(school.class_4b, school.today, {{"Sam", 600}, {"Ada", 1800}, {"Bo", 1500}});
    Fields worry;
    worry.add("worry", "told");
    auto const page = shown(school.teacher_of_4b, school.sam, worry);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("Nobody has raised a concern about Sam"), std::string::npos);
    EXPECT_EQ(page.body.find("very unusual"), std::string::npos);
    EXPECT_EQ(page.body.find("You are writing a concern"), std::string::npos);
}

TEST_F(BesideTheClass, gathers_a_term_for_who_was_away_on_the_day) {
    auto const day = [](std::string_view iso) { return calendar::parse_iso(iso).value(); };
    class_is_measured(school.class_4b, day("2026-05-05"), {{"Ada", 1800}, {"Bo", 1500}, {"Cai", 1700}});
    measures::Taking const later{
        .id = TakingId::make(school.now), .class_id = school.class_4b, .taken_on = day("2026-05-06")};
    measures::taking_store::add(db, school.school, later, school.teacher_of_4b.staff, school.now);
    measures::Score const score{
        .id = measures::ScoreId::make(school.now),
        .taking = later.id,
        .measure = behaviour.id,
        .pupil = *pupils::PupilId::parse(school.sam.id.text()),
        .score = 600};
    measures::taking_store::add(db, school.school, score, school.teacher_of_4b.staff, school.now);
    auto const page = shown(school.teacher_of_4b, school.sam);
    EXPECT_NE(page.body.find("None of 7 classmates has 6 or lower."), std::string::npos);
    auto const days = "4B, measured on " + calendar::in_words(day("2026-05-05")) + " and " +
                      calendar::in_words(day("2026-05-06")) + "; each pupil’s latest score counts";
    EXPECT_NE(page.body.find(days), std::string::npos) << "each dot’s day";
}

TEST_F(BesideTheClass, opens_to_those_alone_who_see_how_the_child_gets_on) {
    class_is_measured(school.class_4b, school.today, {{"Sam", 600}, {"Ada", 1800}});
    EXPECT_EQ(shown(school.teacher_of_4b, school.sam).status, 200);
    for (auto const& person :
         {school.teacher_of_5a,
          school.support_staff,
          school.nurture_assistant,
          school.headteacher,
          school.governor,
          school.administrator})
        EXPECT_EQ(shown(person, school.sam).status, 404) << person.name;
}

TEST_F(BesideTheClass, is_on_the_form_of_a_concern_for_the_class_teacher_and_for_no_other_writer) {
    class_is_measured(school.class_4b, school.today, {{"Sam", 600}, {"Ada", 1800}});
    auto const sentence = "Beside the rest of the class";
    EXPECT_NE(concern_form(school.teacher_of_4b, school.sam).body.find(sentence), std::string::npos);
    auto const other = concern_form(school.support_staff, school.sam);
    EXPECT_EQ(other.status, 200);
    EXPECT_EQ(other.body.find(sentence), std::string::npos);
    EXPECT_EQ(other.body.find("very unusual"), std::string::npos);
}

TEST_F(BesideTheClass, stays_on_the_concern_for_who_sees_how_the_child_gets_on_and_for_no_other) {
    class_is_measured(school.class_4b, school.today, {{"Sam", 600}, {"Ada", 1800}, {"Bo", 1500}});
    auto const concern = concern_about(school.sam);
    for (auto const& person : {school.teacher_of_4b, school.senco}) {
        auto const page = of_concern(person, concern);
        EXPECT_EQ(page.status, 200);
        EXPECT_NE(page.body.find("That is very unusual."), std::string::npos) << person.name;
        EXPECT_NE(page.body.find("4B, measured on " + calendar::in_words(school.today)), std::string::npos);
        EXPECT_NE(page.body.find("/comparison\""), std::string::npos);
    }
    auto const writer = of_concern(school.support_staff, concern);
    EXPECT_EQ(writer.status, 200);
    EXPECT_EQ(writer.body.find("unusual"), std::string::npos);
    EXPECT_EQ(writer.body.find("Beside the rest of the class"), std::string::npos);
}

TEST_F(BesideTheClass, says_how_a_comparison_comes_about_where_there_is_none) {
    auto const page = shown(school.teacher_of_4b, school.sam);
    EXPECT_NE(page.body.find("Nobody has measured Sam yet."), std::string::npos);
    EXPECT_EQ(concern_form(school.teacher_of_4b, school.sam).body.find("Beside the rest"), std::string::npos);
}

TEST_F(BesideTheClass, takes_the_last_class_of_a_child_who_changed_class_and_mixes_the_two_never) {
    auto const day = [](std::string_view iso) { return calendar::parse_iso(iso).value(); };
    class_is_measured(school.class_4b, day("2026-05-05"), {{"Sam", 600}, {"Ada", 1800}});
    db.run(
        "UPDATE class_membership SET ends_on = '2026-05-06' WHERE school_id = $1 AND pupil_id = $2",
        school.school,
        school.sam.id
    );
    db.run(
        R"(INSERT INTO class_membership (school_id, id, pupil_id, class_id, starts_on)
           VALUES ($1, 'moved', $2, $3, '2026-05-07'))",
        school.school,
        school.sam.id,
        school.class_5a
    );
    class_is_measured(school.class_5a, day("2026-05-11"), {{"Sam", 1600}});
    auto const page = shown(school.teacher_of_5a, school.sam);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("5A, measured on"), std::string::npos);
    EXPECT_EQ(page.body.find("very unusual"), std::string::npos);
    somebody_is_worried_about(school.sam);
    auto const named = shown(school.teacher_of_5a, school.sam);
    EXPECT_NE(named.body.find("Fewer than five classmates have a score"), std::string::npos);
    EXPECT_EQ(shown(school.teacher_of_4b, school.sam).status, 404);
}

}  // namespace
}  // namespace comparison
