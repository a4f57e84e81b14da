#include "measures/routes.hpp"

#include <gtest/gtest.h>

#include "measures/class_page.hpp"
#include "measures/forms.hpp"
#include "measures/store.hpp"
#include "measures/taking_actions.hpp"
#include "measures/taking_store.hpp"
#include "records/store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace measures {
namespace {

class Measuring : public testing::Test {
protected:
    Measuring() { db.enter(school.school); }

    http::Response asks(
        support::Person const& person,
        std::string_view method,
        std::string const& pattern,
        std::vector<std::pair<std::string, std::string>> const& segments = {},
        Fields const& form = {},
        Fields const& query = {}
    ) {
        auto visit = school.visit(db, person);
        http::Request request;
        request.method = method;
        request.segments = segments;
        request.form = form;
        request.query = query;
        for (auto const& route : routes()) {
            if (route.method != method || route.path != pattern) continue;
            return visit.who.may(route.needs) ? support::answered(route, visit, request) : http::not_found();
        }
        return {.status = 500};
    }
    http::Response defines(std::string_view method, std::string const& path, Fields const& form = {}) {
        return asks(school.senco, method, path, {}, form);
    }
    MeasureId takes(Ready ready) {
        Fields form;
        form.add("ready", std::string(word(ready)));
        EXPECT_EQ(defines("POST", "/school/measures/ready", form).status, 303);
        return standing(definition_of(ready).kind).value().id;
    }
    std::optional<Measure> standing(Kind kind) {
        for (auto const& one : store::standing(db, school.school, school.today))
            if (one.definition.kind == kind) return one;
        return std::nullopt;
    }
    http::Response changes(MeasureId const& id, int version, Definition const& to) {
        auto form = forms::typed(to);
        form.add("version", std::to_string(version));
        return asks(
            school.senco, "POST", "/school/measures/{measure}", {{"measure", std::string(id.text())}}, form
        );
    }

    std::vector<std::pair<std::string, std::string>> of_4b() {
        return {{"class", std::string(school.class_4b.text())}};
    }
    http::Response opens(support::Person const& person, std::string const& on = {}) {
        Fields query;
        if (!on.empty()) query.add("on", on);
        return asks(person, "GET", "/classes/{class}/measures", of_4b(), {}, query);
    }
    static PupilId id_of(support::Child const& child) { return *PupilId::parse(child.id.text()); }
    // What a teacher typed for one pupil, over what stood on the page.
    Fields typed(
        support::Child const& child, Kind kind, std::string const& score, std::string const& stood = "0:"
    ) {
        Fields form;
        form.add(score_field(id_of(child), kind), score);
        form.add(stood_field(id_of(child)), stood);
        return form;
    }
    http::Response enters(support::Person const& person, Fields const& form) {
        return asks(person, "POST", "/classes/{class}/measures", of_4b(), form);
    }
    std::optional<int> score_of(support::Child const& child, Date on) {
        auto const taking = taking_store::find(db, school.school, school.class_4b, on);
        if (!taking) return std::nullopt;
        for (auto const& one : taking_store::scores_of(db, school.school, taking->id))
            if (one.pupil == id_of(child)) return one.score;
        return std::nullopt;
    }
    std::vector<records::Entry> logged() { return records::store::all(db, school.school); }

    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    db::Transaction transaction{db, db::Mode::write};
};

bool says(http::Response const& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

TEST_F(Measuring, begins_with_what_is_ready_to_take) {
    auto const page = defines("GET", "/school/measures");
    EXPECT_EQ(page.status, 200);
    for (auto const ready : all_of<Ready>()) EXPECT_TRUE(says(page, definition_of(ready).name));
    auto const id = takes(Ready::working_at);
    EXPECT_EQ(store::find(db, school.school, id)->from_on, calendar::parse_iso("2025-09-01"));
    EXPECT_EQ(logged().back().subject, "measure");
    EXPECT_TRUE(says(defines("GET", "/school/measures"), "Change Working at"));

    Fields again;
    again.add("ready", "standardised_score");
    auto const refused = defines("POST", "/school/measures/ready", again);
    EXPECT_EQ(refused.status, 422) << "one of a kind";
    EXPECT_TRUE(says(refused, "A measure of this kind stands already"));
    EXPECT_EQ(defines("POST", "/school/measures/ready", {}).status, 404);
}

TEST_F(Measuring, takes_a_schools_own_measure_and_says_what_is_wrong_with_one) {
    EXPECT_EQ(
        asks(school.senco, "GET", "/school/measures/new", {}, {}, Fields{{{"kind", "behaviour"}}}).status, 200
    );
    EXPECT_TRUE(says(asks(school.senco, "GET", "/school/measures/new"), "Define a measure of achievement"));
    auto own = definition_of(Ready::five_ratings_of_behaviour);
    own.name = "Our own list";
    own.concern_when = ConcernWhen::high;
    EXPECT_EQ(defines("POST", "/school/measures", {}).status, 422);
    EXPECT_EQ(defines("POST", "/school/measures", forms::typed(own)).status, 303);
    EXPECT_EQ(standing(Kind::behaviour)->definition, own);
    EXPECT_EQ(defines("POST", "/school/measures", forms::typed(own)).status, 422) << "one of a kind";
}

TEST_F(Measuring, changes_a_measure_without_scores_as_it_stands) {
    auto const id = takes(Ready::working_at);
    auto wider = definition_of(Ready::working_at);
    wider.most = 700;
    EXPECT_EQ(changes(id, 1, wider).status, 303);
    EXPECT_EQ(standing(Kind::achievement)->id, id);
    EXPECT_EQ(standing(Kind::achievement)->definition.most, 700);
    auto const late = changes(id, 1, definition_of(Ready::working_at));
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(says(late, "Someone else changed this"));
}

// I1: scores of two scales are never mixed.
TEST_F(Measuring, lets_another_measure_follow_where_scores_hang_on_what_changes) {
    auto const id = takes(Ready::working_at);
    ASSERT_EQ(enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "3")).status, 303);
    auto renamed = definition_of(Ready::working_at);
    renamed.name = "Where they are";
    EXPECT_EQ(changes(id, 1, renamed).status, 303);
    EXPECT_EQ(standing(Kind::achievement)->id, id) << "its name is no scale";

    auto wider = renamed;
    wider.most = 700;
    EXPECT_EQ(changes(id, 2, wider).status, 303);
    auto const all = store::all(db, school.school);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].follows, id);
    EXPECT_EQ(all[0].from_on, school.today + 1) << "today has scores of the one before";
    EXPECT_EQ(all[1].until_on, school.today);
    EXPECT_EQ(all[1].definition.most, 500);
    EXPECT_EQ(
        asks(school.senco, "GET", "/school/measures/{measure}", {{"measure", std::string(id.text())}}).status,
        404
    ) << "what has ended stays as it was";
}

TEST_F(Measuring, ends_a_measure_that_is_taken_no_more) {
    auto const id = takes(Ready::progress_since);
    auto const end = [&](std::string const& measure) {
        return asks(school.senco, "POST", "/school/measures/{measure}/ending", {{"measure", measure}});
    };
    EXPECT_EQ(end(std::string(MeasureId::make(school.now).text())).status, 404);
    EXPECT_EQ(end(std::string(id.text())).status, 303);
    EXPECT_FALSE(standing(Kind::progress));
    auto const again = end(std::string(id.text()));
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "This measure has ended, and stays as it was"));
    takes(Ready::progress_since);
    EXPECT_EQ(standing(Kind::progress)->from_on, school.today) << "the day after the last of its kind";
}

TEST_F(Measuring, is_defined_by_the_senco_and_the_administrator_alone) {
    for (auto const* person : {&school.senco, &school.administrator})
        EXPECT_EQ(asks(*person, "GET", "/school/measures").status, 200);
    for (auto const* person :
         {&school.teacher_of_4b,
          &school.nurture_assistant,
          &school.support_staff,
          &school.headteacher,
          &school.safeguarding_lead,
          &school.governor})
        EXPECT_EQ(asks(*person, "GET", "/school/measures").status, 404) << person->name;
}

TEST_F(Measuring, lists_the_class_with_a_field_for_each_measure) {
    takes(Ready::working_at);
    takes(Ready::behaviour_for_learning);
    auto const page = opens(school.teacher_of_4b);
    EXPECT_EQ(page.status, 200);
    for (auto const* child : {&school.sam, &school.amira, &school.tom}) {
        EXPECT_TRUE(says(page, child->name));
        EXPECT_TRUE(says(page, score_field(id_of(*child), Kind::achievement)));
        EXPECT_TRUE(says(page, score_field(id_of(*child), Kind::behaviour)));
        EXPECT_FALSE(says(page, score_field(id_of(*child), Kind::progress)));
    }
    EXPECT_FALSE(says(page, school.grace.name));
    EXPECT_TRUE(says(page, "0 of 3 pupils are complete"));
    EXPECT_TRUE(says(page, "Summer"));
}

TEST_F(Measuring, tells_who_enters_scores_what_the_steps_of_a_changed_scale_mean) {
    auto const id = takes(Ready::working_at);
    auto wider = definition_of(Ready::working_at);
    wider.most = 700;
    wider.meaning = "1 is hardly ever, 7 is nearly always";
    ASSERT_EQ(changes(id, 1, wider).status, 303);
    EXPECT_TRUE(says(opens(school.teacher_of_4b), "1 is hardly ever, 7 is nearly always."));
    EXPECT_TRUE(says(defines("GET", "/school/measures"), "1 is hardly ever, 7 is nearly always"));
    wider.meaning.clear();
    ASSERT_EQ(changes(id, 2, wider).status, 303);
    EXPECT_TRUE(says(defines("GET", "/school/measures"), "Nobody has written it down yet"));
}

TEST_F(Measuring, says_on_an_empty_page_which_earlier_scores_of_the_term_still_count) {
    takes(Ready::working_at);
    EXPECT_FALSE(says(opens(school.teacher_of_4b), "still count"));
    auto earlier = typed(school.sam, Kind::achievement, "4");
    auto const more = typed(school.tom, Kind::achievement, "3");
    for (auto const& [name, value] : more.entries()) earlier.add(name, value);
    earlier.add("on", "2026-05-05");
    ASSERT_EQ(enters(school.teacher_of_4b, earlier).status, 303);
    auto const page = opens(school.teacher_of_4b);
    EXPECT_TRUE(says(page, "still count"));
    EXPECT_TRUE(says(page, "They were taken on Tuesday 5 May."));
    EXPECT_TRUE(says(page, "Who lacked one when this page was opened: " + school.amira.name + "."));
    EXPECT_TRUE(says(page, "0 of 3 pupils are complete"));
    EXPECT_FALSE(says(opens(school.teacher_of_4b, "2026-05-05"), "still count"));
}

TEST_F(Measuring, says_so_where_the_school_measures_nothing_yet) {
    EXPECT_TRUE(says(opens(school.teacher_of_4b), "No measure stood on this day"));
}

TEST_F(Measuring, is_entered_by_who_teaches_the_class_and_shown_to_nobody_else) {
    takes(Ready::working_at);
    for (auto const* person :
         {&school.teacher_of_5a,
          &school.senco,
          &school.headteacher,
          &school.nurture_assistant,
          &school.support_staff,
          &school.administrator,
          &school.safeguarding_lead,
          &school.governor}) {
        EXPECT_EQ(opens(*person).status, 404) << person->name;
        EXPECT_EQ(enters(*person, typed(school.sam, Kind::achievement, "3")).status, 404) << person->name;
    }
    EXPECT_FALSE(score_of(school.sam, school.today));
}

TEST_F(Measuring, is_in_the_log_of_reads_where_it_was_shown) {
    takes(Ready::working_at);
    auto visit = school.visit(db, school.teacher_of_4b);
    http::Request request;
    request.segments = of_4b();
    for (auto const& route : routes())
        if (route.method == "GET" && route.path == "/classes/{class}/measures")
            support::answered(route, visit, request);
    ASSERT_EQ(visit.reads.all().size(), 1U);
    EXPECT_EQ(visit.reads.all()[0].listed.size(), 3U);
    EXPECT_EQ(visit.reads.all()[0].zone, visits::ReadZone::progress);
}

TEST_F(Measuring, keeps_each_score_and_who_entered_it) {
    takes(Ready::working_at);
    EXPECT_EQ(enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "4")).status, 303);
    EXPECT_EQ(score_of(school.sam, school.today), 400);
    EXPECT_EQ(score_of(school.tom, school.today), std::nullopt) << "blank is not measured";
    auto const entries = logged();
    EXPECT_EQ(entries.back().subject, "class_score");
    EXPECT_EQ(entries.back().by_name, school.teacher_of_4b.name);
    EXPECT_EQ(entries[entries.size() - 2].subject, "class_taking");

    enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "5", "1:4"));
    EXPECT_EQ(score_of(school.sam, school.today), 500);
    enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "", "2:5"));
    EXPECT_EQ(score_of(school.sam, school.today), std::nullopt);
    EXPECT_EQ(logged().back().action, records::Action::undone);
    EXPECT_TRUE(says(opens(school.teacher_of_4b), "0 of 3 pupils are complete"));
}

TEST_F(Measuring, changes_nothing_where_the_same_is_sent_again) {
    takes(Ready::working_at);
    enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "4"));
    auto const before = logged().size();
    EXPECT_EQ(enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "4")).status, 303);
    EXPECT_EQ(enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "4.0", "1:4")).status, 303);
    EXPECT_EQ(enters(school.teacher_of_4b, {}).status, 303);
    EXPECT_EQ(logged().size(), before);
}

TEST_F(Measuring, saves_nothing_where_one_score_is_off_its_scale_and_keeps_what_was_typed) {
    takes(Ready::working_at);
    auto form = typed(school.sam, Kind::achievement, "7");
    auto const more = typed(school.tom, Kind::achievement, "2");
    for (auto const& [name, value] : more.entries()) form.add(name, value);
    auto const again = enters(school.teacher_of_4b, form);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "Enter a score from 1 to 5 for " + school.sam.name));
    EXPECT_TRUE(says(again, "value=\"7\""));
    EXPECT_TRUE(says(again, "value=\"2\""));
    EXPECT_FALSE(score_of(school.tom, school.today));
}

TEST_F(Measuring, says_of_a_score_that_it_refuses_what_is_still_stored) {
    takes(Ready::working_at);
    enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "1"));
    auto const again = enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "6", "1:1"));
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, school.sam.name + " in achievement, or leave it blank. 1 is still stored"));
}

TEST_F(Measuring, goes_on_by_one_key_where_that_key_is_a_score_alone) {
    takes(Ready::working_at);
    takes(Ready::five_ratings_of_behaviour);
    auto const page = opens(school.teacher_of_4b);
    EXPECT_TRUE(says(page, "data-one-key=\"12345\""));
    EXPECT_FALSE(says(page, "data-one-key=\"\""));
}

TEST_F(Measuring, shows_again_what_is_no_score_at_all) {
    takes(Ready::working_at);
    auto const again = enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "as expected"));
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "value=\"as expected\""));
}

TEST_F(Measuring, lets_the_second_of_two_people_choose) {
    takes(Ready::working_at);
    auto const cover = school.add_person("Cal Rowe", visits::Role::class_teacher, school.class_4b);
    enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "2"));
    auto const again = enters(cover, typed(school.sam, Kind::achievement, "4"));
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(
        says(again, school.sam.name + ", achievement: " + school.teacher_of_4b.name + " entered 2 at 10:00")
    );
    EXPECT_TRUE(says(again, "value=\"4\"")) << "what they typed is kept";
    EXPECT_TRUE(says(again, "value=\"1:2\"")) << "and what stands now is what they save over";
    EXPECT_EQ(score_of(school.sam, school.today), 200);
    EXPECT_EQ(enters(cover, typed(school.sam, Kind::achievement, "4", "1:2")).status, 303);
    EXPECT_EQ(score_of(school.sam, school.today), 400);
}

TEST_F(Measuring, leaves_a_field_that_nobody_touched_as_it_stands_by_now) {
    takes(Ready::working_at);
    enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "2"));
    enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "3", "1:2"));
    auto const saved = enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "2", "1:2"));
    EXPECT_EQ(saved.status, 303) << "2 stood there and was left";
    EXPECT_EQ(score_of(school.sam, school.today), 300);
}

// I1: scores of two scales are never mixed.
TEST_F(Measuring, saves_nothing_of_a_page_with_a_column_of_another_measure_and_keeps_what_was_typed) {
    auto const id = takes(Ready::working_at);
    auto form = typed(school.sam, Kind::achievement, "4");
    form.add(measure_field(Kind::achievement), std::string(id.text()));
    EXPECT_TRUE(says(opens(school.teacher_of_4b), id.text()));
    ASSERT_EQ(
        asks(
            school.senco, "POST", "/school/measures/{measure}/ending", {{"measure", std::string(id.text())}}
        ).status,
        303
    );
    auto const gone = enters(school.teacher_of_4b, form);
    EXPECT_EQ(gone.status, 422) << "it stands no more, and nothing in its place";
    EXPECT_TRUE(says(gone, "The school has changed what it measures"));

    auto const other = takes(Ready::standardised_score);
    auto const again = enters(school.teacher_of_4b, form);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "The school has changed what it measures"));
    EXPECT_TRUE(says(again, "value=\"4\"")) << "what was typed is kept";
    EXPECT_TRUE(says(again, other.text())) << "beside the measure that stands now";
    EXPECT_TRUE(says(again, "data-to-look-over")) << "and no script saves it by itself";
    EXPECT_FALSE(score_of(school.sam, school.today));
    auto mended = typed(school.sam, Kind::achievement, "104");
    mended.add(measure_field(Kind::achievement), std::string(other.text()));
    EXPECT_EQ(enters(school.teacher_of_4b, mended).status, 303);
    EXPECT_EQ(score_of(school.sam, school.today), 10'400);
}

TEST_F(Measuring, reads_what_stood_by_the_columns_that_the_page_had) {
    auto const progress = takes(Ready::progress_since);
    enters(school.teacher_of_4b, typed(school.sam, Kind::progress, "2"));
    takes(Ready::working_at);
    auto form = typed(school.sam, Kind::progress, "3", "1:2");
    form.add(measure_field(Kind::progress), std::string(progress.text()));
    EXPECT_EQ(enters(school.teacher_of_4b, form).status, 303) << "a column that came since changes nothing";
    EXPECT_EQ(score_of(school.sam, school.today), 300);
}

TEST_F(Measuring, keeps_a_score_beside_one_off_its_scale_against_what_it_was_typed_over) {
    takes(Ready::working_at);
    enters(school.teacher_of_4b, typed(school.tom, Kind::achievement, "5"));
    auto form = typed(school.sam, Kind::achievement, "7");
    auto const beside = typed(school.tom, Kind::achievement, "2");
    for (auto const& [name, value] : beside.entries()) form.add(name, value);
    auto const again = enters(school.teacher_of_4b, form);
    EXPECT_EQ(again.status, 422);
    EXPECT_FALSE(says(again, "value=\"1:5\"")) << "nobody saw the 5 that stands there by now";
    EXPECT_EQ(enters(school.teacher_of_4b, beside).status, 422);
    EXPECT_EQ(score_of(school.tom, school.today), 500);
}

TEST_F(Measuring, answers_a_script_without_a_page_once_a_line_is_saved) {
    takes(Ready::working_at);
    auto form = typed(school.sam, Kind::achievement, "4");
    form.add("by", "script");
    auto const answer = enters(school.teacher_of_4b, form);
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.body, "");
    EXPECT_EQ(score_of(school.sam, school.today), 400);
    auto wrong = typed(school.sam, Kind::achievement, "9", "1:4");
    wrong.add("by", "script");
    EXPECT_EQ(enters(school.teacher_of_4b, wrong).status, 422);
}

TEST_F(Measuring, takes_a_day_since_the_class_began_and_lists_who_was_in_it_then) {
    takes(Ready::working_at);
    auto form = typed(school.sam, Kind::achievement, "4");
    form.add("on", "2026-05-05");
    EXPECT_EQ(enters(school.teacher_of_4b, form).status, 303);
    EXPECT_EQ(score_of(school.sam, school.today - 7), 400);
    auto const today = opens(school.teacher_of_4b);
    EXPECT_TRUE(says(today, "?on=2026-05-05"));
    EXPECT_TRUE(says(today, "1 of 3 complete"));

    db.run(
        "UPDATE class_membership SET ends_on = $1 WHERE school_id = $2 AND pupil_id = $3",
        school.today - 3,
        school.school,
        school.sam.id
    );
    EXPECT_FALSE(says(opens(school.teacher_of_4b), school.sam.name)) << "who moved is not in it today";
    EXPECT_TRUE(says(opens(school.teacher_of_4b, "2026-05-05"), "1 pupil who has left the class is not shown")
    );
    auto const newcomer = school.add_child("Noor", "Sharif", school.class_4b);
    db.run(
        "UPDATE class_membership SET starts_on = $1 WHERE school_id = $2 AND pupil_id = $3",
        school.today - 1,
        school.school,
        newcomer.id
    );
    EXPECT_TRUE(says(opens(school.teacher_of_4b), newcomer.name));
    EXPECT_FALSE(says(opens(school.teacher_of_4b, "2026-05-05"), newcomer.name));
}

TEST_F(Measuring, opens_nobody_who_has_left_the_class_by_a_day_that_is_past) {
    takes(Ready::working_at);
    auto earlier = typed(school.sam, Kind::achievement, "4");
    earlier.add("on", "2026-05-05");
    ASSERT_EQ(enters(school.teacher_of_4b, earlier).status, 303);
    db.run(
        "UPDATE class_membership SET ends_on = $1 WHERE school_id = $2 AND pupil_id = $3",
        school.today - 3,
        school.school,
        school.sam.id
    );
    auto const page = opens(school.teacher_of_4b, "2026-05-05");
    EXPECT_TRUE(says(page, "1 pupil who has left the class is not shown"));
    EXPECT_FALSE(says(page, school.sam.name));
    EXPECT_FALSE(says(page, score_field(id_of(school.sam), Kind::achievement)));
    EXPECT_TRUE(says(page, school.tom.name));

    auto late = typed(school.sam, Kind::achievement, "2", "1:4");
    late.add("on", "2026-05-05");
    auto const refused = enters(school.teacher_of_4b, late);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "A pupil has left the class since this page was opened"));
    EXPECT_EQ(score_of(school.sam, school.today - 7), 400);

    db.run(
        "INSERT INTO role_held (school_id, id, staff_id, role, starts_on) VALUES ($1, $2, $3, $4, $5)",
        school.school,
        Id<struct RoleTag>::make(school.now),
        school.teacher_of_4b.staff,
        visits::Role::senco,
        school.today
    );
    EXPECT_TRUE(says(opens(school.teacher_of_4b, "2026-05-05"), school.sam.name))
        << "who sees how the child gets on for another reason sees it here too";
}

TEST_F(Measuring, asks_for_no_score_of_who_was_not_in_the_class_on_the_day) {
    takes(Ready::working_at);
    takes(Ready::behaviour_for_learning);
    auto form = typed(school.sam, Kind::achievement, "4", "0: 0:");
    form.add("on", "2026-05-05");
    ASSERT_EQ(enters(school.teacher_of_4b, form).status, 303);
    db.run(
        "UPDATE class_membership SET starts_on = $1 WHERE school_id = $2 AND pupil_id = $3",
        school.today - 3,
        school.school,
        school.sam.id
    );
    auto const page = opens(school.teacher_of_4b, "2026-05-05");
    EXPECT_TRUE(says(page, score_field(id_of(school.sam), Kind::achievement)))
        << "what was entered can be mended";
    EXPECT_FALSE(says(page, score_field(id_of(school.sam), Kind::behaviour)));
    EXPECT_TRUE(says(page, score_field(id_of(school.tom), Kind::behaviour)));
}

TEST_F(Measuring, shows_no_day_that_is_to_come_or_before_the_class) {
    takes(Ready::working_at);
    for (auto const* on : {"2026-05-13", "2025-08-31", "31/02/2026", "soon"}) {
        auto const again = opens(school.teacher_of_4b, on);
        EXPECT_EQ(again.status, 422) << on;
        EXPECT_TRUE(says(again, "href=\"#on\"")) << on;
        auto form = typed(school.sam, Kind::achievement, "4");
        form.add("on", on);
        EXPECT_EQ(enters(school.teacher_of_4b, form).status, 404) << on;
    }
}

// Whoever works here and is a parent too hears nothing of their own child.
TEST_F(Measuring, leaves_out_the_teachers_own_child) {
    takes(Ready::working_at);
    db.run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school.school,
        school.sam.mother,
        school.teacher_of_4b.staff
    );
    auto const page = opens(school.teacher_of_4b);
    EXPECT_FALSE(says(page, school.sam.name));
    EXPECT_TRUE(says(page, "A child of yours is in this class"));
    EXPECT_EQ(enters(school.teacher_of_4b, typed(school.sam, Kind::achievement, "4")).status, 303);
    EXPECT_FALSE(score_of(school.sam, school.today)) << "what nobody was asked for is left out";
    enters(school.teacher_of_4b, typed(school.tom, Kind::achievement, "4"));
    EXPECT_TRUE(says(opens(school.teacher_of_4b), "1 of 2 complete")) << "nor is it counted";
}

TEST_F(Measuring, says_what_a_class_still_lacks) {
    auto const still = [&](support::Person const& person) {
        return actions::still_to_take(school.visit(db, person));
    };
    EXPECT_TRUE(still(school.teacher_of_4b).empty()) << "nothing is measured here";
    takes(Ready::working_at);
    ASSERT_EQ(still(school.teacher_of_4b).size(), 1U);
    EXPECT_EQ(still(school.teacher_of_4b)[0].pupils, 3);
    EXPECT_EQ(still(school.teacher_of_4b)[0].complete, 0);
    EXPECT_TRUE(still(school.senco).empty());
    for (auto const* child : {&school.sam, &school.tom, &school.amira})
        enters(school.teacher_of_4b, typed(*child, Kind::achievement, "3"));
    EXPECT_TRUE(still(school.teacher_of_4b).empty());
}

}  // namespace
}  // namespace measures
