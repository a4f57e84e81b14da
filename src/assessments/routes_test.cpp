// What the pages of assessments show, and to whom.
#include "assessments/routes.hpp"

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/lead_routes.hpp"
#include "assessments/lead_rules.hpp"
#include "assessments/shipped.hpp"
#include "assessments/store.hpp"
#include "programmes/nurture_test.hpp"
#include "strategies/store.hpp"
#include "support/answered.hpp"

namespace assessments {
namespace {

using Segments = std::vector<std::pair<std::string, std::string>>;

class AssessmentPages : public programmes::NurtureTest {
protected:
    CaseId the_case = ready(school.sam);

    InstrumentId loaded(std::string_view code) {
        auto const id = as(school.senco, [&](Visit& visit) {
            return load(visit, std::string(shipped(code)->document), {});
        });
        EXPECT_TRUE(id);
        return id.value_or(InstrumentId{});
    }
    http::Response answer(
        support::Person const& person,
        Route const& route,
        Segments const& segments,
        Fields const& fields,
        Fields const& query = {}
    ) {
        return as(person, [&](Visit& visit) {
            auto request =
                route.method == "GET" ? school.get(person, "/x") : school.post(person, "/x", fields);
            request.query = query;
            request.form = fields;
            request.segments = segments;
            return support::answered(route, visit, request);
        });
    }
    static Route const& route(Routes const& all, std::string_view method, std::string_view path) {
        return *std::ranges::find_if(all, [&](auto const& one) {
            return one.method == method && one.path == path;
        });
    }
    std::pair<std::string, std::string> of_the_case() const { return {"case", std::string(the_case.text())}; }
    http::Response get(
        support::Person const& person, std::string_view path, Segments segments = {}, Fields const& query = {}
    ) {
        segments.push_back(of_the_case());
        return answer(person, route(routes(), "GET", path), segments, {}, query);
    }
    http::Response post(
        support::Person const& person, std::string_view path, Segments segments, Fields const& fields
    ) {
        segments.push_back(of_the_case());
        return answer(person, route(routes(), "POST", path), segments, fields);
    }
    Segments by(InstrumentId const& instrument) const {
        return {{"instrument", std::string(instrument.text())}};
    }
    Fields wellbeing(std::string const& score, Date on) const {
        return Fields(
            {{"informant", "class_teacher"},
             {"occasion", "entry"},
             {"rated_on", calendar::iso(on)},
             {"score-wellbeing", score},
             {"score-involvement", "2"}}
        );
    }
    std::vector<Assessment> all() { return store::of_case(read(), school.school, the_case); }
    Segments the_first() { return {{"assessment", std::string(all().front().id.text())}}; }
    static bool says(http::Response const& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
};

constexpr auto rating = "/cases/{case}/assessing/{instrument}";
constexpr auto one = "/cases/{case}/assessments/{assessment}";
constexpr auto overview = "/cases/{case}/assessments";
constexpr auto agreement = "/cases/{case}/assessments/{assessment}/agreement";
constexpr auto taking_back = "/cases/{case}/assessments/{assessment}/taking-back";

TEST_F(AssessmentPages, take_a_rating_and_the_agreement_of_a_second_adult) {
    auto const instrument = loaded("wellbeing");
    EXPECT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day)).status, 303);
    EXPECT_TRUE(says(get(school.teacher_of_4b, overview), "A second adult has not agreed yet"));
    EXPECT_FALSE(says(get(school.teacher_of_4b, one, the_first()), "Agree to this rating"))
        << "it is their own";
    EXPECT_TRUE(says(get(school.senco, one, the_first()), "Agree to this rating"));
    EXPECT_EQ(post(school.teacher_of_4b, agreement, the_first(), {}).status, 422);
    EXPECT_EQ(post(school.senco, agreement, the_first(), {}).status, 303);
    EXPECT_TRUE(says(get(school.senco, one, the_first()), "Agreed by two adults"));
}

TEST_F(AssessmentPages, keep_what_does_not_change_and_show_last_times_scores_to_who_asks_for_them) {
    auto const instrument = loaded("goals");
    Fields first({{"informant", "child"}, {"occasion", "entry"}, {"rated_on", calendar::iso(day)}});
    first.add("words-goal-1", "I ask before I take");
    first.add("score-goal-1", "4");
    ASSERT_EQ(post(school.senco, rating, by(instrument), first).status, 303);
    auto const again = get(school.senco, rating, by(instrument));
    EXPECT_TRUE(says(again, "value=\"I ask before I take\""));
    EXPECT_TRUE(says(again, "Last time’s numbers"));
    EXPECT_TRUE(says(again, "“I ask before I take”: 4")) << "in what is opened on purpose";
    EXPECT_TRUE(says(again, "value=\"child\" selected"));
    EXPECT_TRUE(says(again, "value=\"weekly\"")) << "the next time is of a week";
}

// Of a child whose weekly ratings came before the first whole one, as Withy asks for them.
TEST_F(AssessmentPages, draw_entry_beside_the_latest_of_the_same_form_and_name_what_is_later_and_not_drawn) {
    auto const observation = loaded("withy-observation");
    auto const rated =
        [&](support::Person const& who, std::string const& occasion, Date on, std::string const& each) {
            Fields fields(
                {{"informant", "class_teacher"}, {"occasion", occasion}, {"rated_on", calendar::iso(on)}}
            );
            for (int number = 1; number <= 20; ++number) fields.add("item-" + std::to_string(number), each);
            return post(who, rating, by(observation), fields).status;
        };
    ASSERT_EQ(rated(school.teacher_of_4b, "weekly", day - 40, "0"), 303);
    ASSERT_EQ(rated(school.teacher_of_4b, "entry", day - 30, "3"), 303);
    ASSERT_EQ(rated(school.teacher_of_4b, "weekly", day - 10, "4"), 303);
    ASSERT_EQ(rated(school.teacher_of_4b, "other", day - 5, "2"), 303);
    auto const page = get(school.senco, overview);
    EXPECT_TRUE(says(page, "On entry, " + calendar::day_month_year(day - 30) + ", the class teacher</li>"));
    EXPECT_TRUE(says(page, "down 4")) << "from 12 to 8 on the whole form";
    EXPECT_FALSE(says(page, "Weekly, " + calendar::day_month_year(day - 40) + ", the class teacher</li>"));

    Fields beside({{"informant", "class_teacher"}, {"occasion", "other"}, {"rated_on", calendar::iso(day)}});
    for (int number = 1; number <= 20; ++number) beside.add("item-" + std::to_string(number), "1");
    beside.add("beside", std::string(all().back().id.text()));
    ASSERT_EQ(post(school.senco, rating, by(observation), beside).status, 303);
    auto const split = get(school.senco, overview);
    EXPECT_FALSE(says(split, "down 4"));
    EXPECT_TRUE(says(split, "There are later ratings that are not drawn:"));
    EXPECT_TRUE(says(split, "two adults rated side by side, and neither rating tells of the child"));
}

TEST_F(AssessmentPages, of_a_week_ask_for_no_second_adult_and_set_no_number_above_what_is_rated) {
    auto const observation = loaded("withy-observation");
    Fields week({{"informant", "class_teacher"}, {"occasion", "weekly"}, {"rated_on", calendar::iso(day)}});
    for (int number = 1; number <= 20; ++number) week.add("item-" + std::to_string(number), "3");
    EXPECT_TRUE(says(
        get(school.teacher_of_4b, rating, by(observation), Fields{{{"occasion", "weekly"}}}),
        "5. Asks an adult"
    )) << "the five of the form are numbered one after another";
    auto const saved = post(school.teacher_of_4b, rating, by(observation), week);
    ASSERT_EQ(saved.status, 303);
    EXPECT_FALSE(says(get(school.teacher_of_4b, overview), "A second adult has not agreed yet"));
    EXPECT_FALSE(says(get(school.teacher_of_4b, one, the_first()), "A second adult has not agreed yet"));
    auto const next =
        get(school.teacher_of_4b, rating, by(observation), Fields{{{"occasion", "weekly"}}}).body;
    auto const folded = next.find("Last time’s numbers");
    ASSERT_NE(folded, std::string::npos);
    EXPECT_LT(next.find("item-17"), folded) << "after all that is rated";
    EXPECT_EQ(next.find("Last time:"), std::string::npos);
    Fields whole({{"informant", "class_teacher"}, {"occasion", "other"}, {"rated_on", calendar::iso(day)}});
    for (int number = 1; number <= 20; ++number) whole.add("item-" + std::to_string(number), "2");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(observation), whole).status, 303);
    EXPECT_FALSE(says(
        get(school.teacher_of_4b, rating, by(observation), Fields{{{"occasion", "weekly"}}}),
        "Takes turns and waits for theirs"
    )) << "nothing is told of items that the form does not ask";
    week = Fields({{"informant", "class_teacher"}, {"occasion", "weekly"}, {"rated_on", calendar::iso(day)}});
    EXPECT_TRUE(says(
        post(school.teacher_of_4b, rating, by(observation), week),
        "Choose a rating for “Joins other children at play without spoiling it”"
    ));
}

// A goal opens as a target in the child's words does, to whoever sees how they get on.
TEST_F(AssessmentPages, have_the_child_told_who_will_see_a_goal_before_it_is_written_down) {
    constexpr auto told = "a goal in their words will be seen by";
    EXPECT_TRUE(says(get(school.senco, rating, by(loaded("goals"))), told));
    EXPECT_FALSE(says(get(school.senco, rating, by(loaded("wellbeing"))), told)) << "it has no goals";
}

TEST_F(AssessmentPages, show_who_rates_beside_another_no_numbers_of_theirs) {
    auto const instrument = loaded("wellbeing");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day)).status, 303);
    Fields const beside{{{"beside", std::string(all().front().id.text())}}};
    auto const page = get(school.senco, rating, by(instrument), beside);
    EXPECT_TRUE(says(page, "beside the rating by " + school.teacher_of_4b.name));
    EXPECT_FALSE(says(page, "Last time"));
    auto fields = wellbeing("4", day);
    fields.add("beside", std::string(all().front().id.text()));
    ASSERT_EQ(post(school.senco, rating, by(instrument), fields).status, 303);
    EXPECT_TRUE(says(get(school.teacher_of_4b, one, the_first()), "The other rating"));
}

TEST_F(AssessmentPages, subtract_two_that_are_alike_and_hold_a_short_form_beside_no_whole_one) {
    auto const instrument = loaded("wellbeing");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day - 30)).status, 303);
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("4", day)).status, 303);
    EXPECT_TRUE(says(get(school.senco, overview), "up 2"));
    auto const observation = loaded("withy-observation");
    for (auto const* const occasion : {"entry", "weekly"}) {
        Fields fields({{"informant", "class_teacher"}, {"occasion", occasion}});
        fields.add("rated_on", calendar::iso(std::string_view(occasion) == "entry" ? day - 20 : day));
        for (int number = 1; number <= 20; ++number) fields.add("item-" + std::to_string(number), "3");
        ASSERT_EQ(post(school.teacher_of_4b, rating, by(observation), fields).status, 303) << occasion;
    }
    EXPECT_FALSE(says(get(school.senco, overview), "not subtracted"))
        << "a short form stands beside no whole one";
}

TEST_F(AssessmentPages, leave_the_earlier_score_of_a_goal_out_that_has_become_another_and_say_so) {
    auto const instrument = loaded("goals");
    auto const rated =
        [&](Date on, std::string const& occasion, std::string const& first, std::string const& near) {
            Fields fields({{"informant", "child"}, {"occasion", occasion}, {"rated_on", calendar::iso(on)}});
            fields.add("words-goal-1", first);
            fields.add("score-goal-1", near);
            fields.add("words-goal-2", "I join in");
            fields.add("score-goal-2", occasion == "entry" ? "2" : "6");
            return post(school.senco, rating, by(instrument), fields).status;
        };
    ASSERT_EQ(rated(day - 30, "entry", "I make a friend", "3"), 303);
    ASSERT_EQ(rated(day, "exit", "I sleep", "8"), 303);
    auto const page = get(school.senco, overview);
    EXPECT_FALSE(says(page, "up 5"));
    EXPECT_TRUE(says(page, "another goal"));
    EXPECT_TRUE(says(page, "not compared"));
    EXPECT_TRUE(says(page, "First goal has become another, so its earlier score is left out."));
    EXPECT_TRUE(says(page, "up 4")) << "the second goal is the same";
}

TEST_F(AssessmentPages, say_of_each_score_that_is_missing_or_out_of_range_what_to_enter) {
    auto const instrument = loaded("wellbeing");
    auto const refused = post(school.teacher_of_4b, rating, by(instrument), wellbeing("6", day + 1));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "1 to 5"));
    EXPECT_TRUE(says(refused, "href=\"#score-wellbeing\">Enter a number from 1 to 5 for “Well-being"));
    EXPECT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("x", day)).status, 422);
    EXPECT_EQ(post(school.teacher_of_4b, rating, by(instrument), {}).status, 422);
    EXPECT_TRUE(all().empty());
}

TEST_F(AssessmentPages, are_open_to_who_knows_how_the_child_gets_on_and_rated_by_who_works_with_them) {
    auto const instrument = loaded("wellbeing");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day)).status, 303);
    for (auto const* const nobody :
         {&school.teacher_of_5a, &school.nurture_assistant, &school.safeguarding_lead, &school.headteacher}) {
        EXPECT_EQ(get(*nobody, overview).status, 404) << nobody->name;
        EXPECT_EQ(get(*nobody, one, the_first()).status, 404) << nobody->name;
        EXPECT_EQ(get(*nobody, rating, by(instrument)).status, 404) << nobody->name;
        EXPECT_EQ(post(*nobody, agreement, the_first(), {}).status, 404) << nobody->name;
    }
    auto& db = database.connection();
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        school.headteacher_opens(school.sam.id);
        transaction.commit();
    }
    EXPECT_EQ(get(school.headteacher, one, the_first()).status, 200) << "with a reason";
    EXPECT_EQ(get(school.headteacher, rating, by(instrument)).status, 404);
    EXPECT_EQ(post(school.headteacher, taking_back, the_first(), Fields{{{"why", "x"}}}).status, 404);
}

TEST_F(AssessmentPages, take_a_slip_back_with_why) {
    auto const instrument = loaded("wellbeing");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day)).status, 303);
    EXPECT_EQ(post(school.teacher_of_4b, taking_back, the_first(), {}).status, 422);
    EXPECT_EQ(
        post(school.teacher_of_4b, taking_back, the_first(), Fields{{{"why", "Of another child"}}}).status,
        303
    );
    EXPECT_TRUE(says(get(school.senco, one, the_first()), "Of another child"));
}

TEST_F(AssessmentPages, of_a_closed_case_take_nothing_more_and_lose_nothing_that_was_typed) {
    auto const instrument = loaded("wellbeing");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day)).status, 303);
    as(school.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "All is well");
        return true;
    });
    constexpr auto closed = "This case is closed, so its ratings stay as they are";
    for (auto const* const person : {&school.teacher_of_4b, &school.senco}) {
        EXPECT_TRUE(says(get(*person, overview), closed)) << person->name;
        EXPECT_FALSE(says(get(*person, overview), "/assessing/")) << person->name;
        auto const form = get(*person, rating, by(instrument));
        EXPECT_TRUE(says(form, closed)) << person->name;
        EXPECT_FALSE(says(form, "Save the rating")) << person->name;
        auto const page = get(*person, one, the_first());
        EXPECT_TRUE(says(page, closed)) << person->name;
        for (auto const* const offered : {"Agree to this rating", "Rate beside it", "Entered wrongly?"})
            EXPECT_FALSE(says(page, offered)) << person->name << offered;

        auto const rated = post(*person, rating, by(instrument), wellbeing("4", day));
        EXPECT_EQ(rated.status, 422) << person->name;
        EXPECT_TRUE(says(rated, closed)) << person->name;
        EXPECT_TRUE(says(rated, "value=\"4\"")) << person->name << " keeps what they typed";
        auto const agreed = post(*person, agreement, the_first(), {});
        EXPECT_EQ(agreed.status, 422) << person->name;
        EXPECT_TRUE(says(agreed, closed)) << person->name;
        auto const taken = post(*person, taking_back, the_first(), Fields{{{"why", "Of another child"}}});
        EXPECT_EQ(taken.status, 422) << person->name;
        EXPECT_TRUE(says(taken, closed)) << person->name;
        EXPECT_TRUE(says(taken, "value=\"Of another child\"")) << person->name << " keeps what they typed";
    }
    ASSERT_EQ(all().size(), 1U);
    EXPECT_FALSE(all().front().agreed_at);
    EXPECT_FALSE(all().front().taken_back_at);
}

TEST_F(AssessmentPages, load_an_instrument_with_its_items_and_its_norms) {
    auto const all_routes = instrument_routes();
    auto const& post_frame = route(all_routes, "POST", "/school/instrument-frames/{frame}");
    auto const& post_norms = route(all_routes, "POST", "/school/instruments/{instrument}/norms");
    Segments const boxall{{"frame", "boxall"}};
    EXPECT_EQ(answer(school.senco, post_frame, boxall, {}).status, 422);
    Fields counts;
    for (auto const& scale : scales_of(shipped("boxall")->instrument)) counts.add("items-" + scale.code, "3");
    auto const thirty = answer(school.senco, post_frame, boxall, counts);
    EXPECT_EQ(thirty.status, 422);
    EXPECT_TRUE(says(thirty, "the section says 34 and its strands or scales have 30"));
    Fields right;
    for (auto const& scale : scales_of(shipped("boxall")->instrument))
        right.add("items-" + scale.code, scale.code == "A" || scale.code == "Q" ? "7" : "3");
    EXPECT_EQ(answer(school.senco, post_frame, boxall, right).status, 303);
    EXPECT_EQ(answer(school.senco, post_frame, {{"frame", "nothing"}}, right).status, 404);

    auto const id = store::newest(read(), school.school, "boxall")->id;
    Fields norms({{"code", "2017"}, {"least_age", "4"}, {"most_age", "11"}, {"source", "Our copy"}});
    norms.add("low-A", "20");
    norms.add("high-A", "29");
    EXPECT_TRUE(says(
        answer(school.senco, post_norms, by(id), norms),
        "Enter a number from 0 to 28 for the highest usual score of “A, gives purposeful attention”"
    ));
    Fields fitting({{"code", "2017"}, {"least_age", "4"}, {"most_age", "11"}, {"source", "Our copy"}});
    fitting.add("low-A", "20");
    fitting.add("high-A", "28");
    EXPECT_EQ(answer(school.senco, post_norms, by(id), fitting).status, 303);
    EXPECT_TRUE(says(answer(school.senco, post_norms, by(id), fitting), "there are norms of this name"));
}

TEST_F(AssessmentPages, say_every_fault_of_a_file_that_is_loaded) {
    auto const all_routes = instrument_routes();
    auto const& post_file = route(all_routes, "POST", "/school/instruments");
    EXPECT_TRUE(says(answer(school.senco, post_file, {}, {}), "Choose the JSON file"));
    auto const refused = as(school.senco, [&](Visit& visit) {
        auto request = school.post(school.senco, "/x", {});
        request.uploads = {{.field = "file", .file_name = "a.json", .data = "{\"code\": \"<b>\"}"}};
        return post_file.handle(visit, request);
    });
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "/licence"));
    EXPECT_FALSE(says(refused, "<b>"));
}

// Sam is 9, and was 8 on the first day.
TEST_F(AssessmentPages, offer_norms_by_the_age_on_the_day_of_the_rating_and_keep_them_past_a_birthday) {
    auto const id = loaded("withy-observation");
    auto const norms = as(school.senco, [&](Visit& visit) {
        return add_norms(
            visit,
            *store::instrument(visit.db, visit.school, id),
            {.code = "younger", .ages = {7, 8}, .bands = {{"trust", {9, 14}}}}
        );
    });
    auto const set = std::string(norms.value().text());
    auto const when_eight = day - 400;
    auto const rated = [&](std::string const& occasion, Date on, int items) {
        Fields fields(
            {{"informant", "class_teacher"}, {"occasion", occasion}, {"rated_on", calendar::iso(on)}}
        );
        fields.add("norms", set);
        for (int number = 1; number <= items; ++number) fields.add("item-" + std::to_string(number), "1");
        return post(school.teacher_of_4b, rating, by(id), fields);
    };
    auto const offered = "value=\"" + set + "\"";
    EXPECT_FALSE(says(get(school.teacher_of_4b, rating, by(id)), offered)) << "at 9";
    EXPECT_EQ(rated("entry", day, 20).status, 422) << "at 9";
    auto const unfinished = rated("entry", when_eight, 19);
    EXPECT_EQ(unfinished.status, 422);
    EXPECT_TRUE(says(unfinished, offered + " selected")) << "at 8";
    ASSERT_EQ(rated("entry", when_eight, 20).status, 303);

    Fields const at_the_end{{{"occasion", "exit"}}};
    EXPECT_TRUE(says(get(school.teacher_of_4b, rating, by(id), at_the_end), offered + " selected"));
    ASSERT_EQ(rated("exit", day, 20).status, 303);
    EXPECT_FALSE(says(get(school.senco, overview), "They are held against different norms"));
}

// A profile is drawn against norms, and strands furthest from them are named.
TEST_F(AssessmentPages, draw_a_profile_against_norms_and_name_the_strands_furthest_from_them) {
    auto const id = loaded("withy-observation");
    auto const norms = as(school.senco, [&](Visit& visit) {
        return add_norms(
            visit,
            *store::instrument(visit.db, visit.school, id),
            {.code = "own", .ages = {4, 13}, .bands = {{"trust", {9, 14}}, {"settling", {2, 14}}}}
        );
    });
    Fields fields({{"informant", "class_teacher"}, {"occasion", "entry"}, {"rated_on", calendar::iso(day)}});
    fields.add("norms", std::string(norms.value().text()));
    for (int number = 1; number <= 20; ++number) fields.add("item-" + std::to_string(number), "1");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(id), fields).status, 303);
    auto const page = get(school.senco, one, the_first());
    EXPECT_TRUE(says(page, "class=\"profile__usual\""));
    EXPECT_TRUE(says(page, "9 to 14"));
    EXPECT_TRUE(says(page, "<li>Trust")) << "a code that is a word is no label";
    EXPECT_FALSE(says(page, "<li>Settling")) << "its score is usual";
}

// From a strand that needs support to what the school has for it.
TEST_F(AssessmentPages, lead_from_a_strand_to_the_areas_that_the_school_ticks_for_it) {
    auto const id = loaded("withy-observation");
    auto const norms = as(school.senco, [&](Visit& visit) {
        return add_norms(
            visit,
            *store::instrument(visit.db, visit.school, id),
            {.code = "own", .ages = {4, 13}, .bands = {{"friendships", {9, 14}}}}
        );
    });
    Fields fields({{"informant", "class_teacher"}, {"occasion", "entry"}, {"rated_on", calendar::iso(day)}});
    fields.add("norms", std::string(norms.value().text()));
    for (int number = 1; number <= 20; ++number) fields.add("item-" + std::to_string(number), "1");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(id), fields).status, 303);
    auto const to_area = [](support::AreaId const& area) {
        return "/strategies?area=" + std::string(area.text());
    };
    auto const by_the_file = get(school.senco, one, the_first());
    EXPECT_TRUE(says(by_the_file, to_area(school.friendships))) << "the file names this area";
    EXPECT_FALSE(says(by_the_file, to_area(school.anxiety)));

    Fields ticked;
    auto const schools = strategies::store::areas(read(), school.school);
    for (auto const& [scale, stood] : areas_of_strands(shipped("withy-observation")->instrument, {}, schools))
        ticked.add("stood." + scale, std::string(stood.front().text()));
    ticked.add("areas-friendships", std::string(school.anxiety.text()));
    constexpr auto areas = "/school/instruments/{instrument}/areas";
    EXPECT_EQ(answer(school.senco, route(lead_routes(), "POST", areas), by(id), ticked).status, 303);
    auto const by_the_school = get(school.senco, one, the_first());
    EXPECT_TRUE(says(by_the_school, to_area(school.anxiety)));
    EXPECT_FALSE(says(by_the_school, to_area(school.friendships)));
    EXPECT_TRUE(says(answer(school.senco, route(lead_routes(), "GET", areas), by(id), {}), "checked"));
}

TEST_F(AssessmentPages, show_what_was_rated_in_an_earlier_case_to_who_sees_progress_in_it) {
    auto const instrument = loaded("wellbeing");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day)).status, 303);
    auto const earlier = path_of(the_case, all().front().id);
    as(school.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "All is well");
        return true;
    });
    auto const programme = running_with(school.sam);
    the_case = only_place_in(programme).the_case;
    for (auto const* const person : {&school.teacher_of_4b, &school.senco})
        EXPECT_TRUE(says(get(*person, overview), earlier)) << person->name;
    auto const for_the_deliverer = get(school.nurture_assistant, overview);
    EXPECT_EQ(for_the_deliverer.status, 200) << "of the case that they support";
    EXPECT_FALSE(says(for_the_deliverer, earlier)) << "their part came with this case";
}

TEST_F(AssessmentPages, say_of_a_rating_without_norms_that_nothing_tells_what_needs_support) {
    auto const instrument = loaded("wellbeing");
    ASSERT_EQ(post(school.teacher_of_4b, rating, by(instrument), wellbeing("2", day)).status, 303);
    EXPECT_TRUE(says(get(school.senco, one, the_first()), "nothing here says which strands most need support")
    );
}

}  // namespace
}  // namespace assessments
