// Norms that a school makes of its own children's ratings, as they are kept and shown.
#include "assessments/own_norm_actions.hpp"

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/own_norm_store.hpp"
#include "assessments/routes.hpp"
#include "assessments/shipped.hpp"
#include "assessments/store.hpp"
#include "programmes/nurture_test.hpp"
#include "support/answered.hpp"

namespace assessments {
namespace {

class OwnNormsOfASchool : public programmes::NurtureTest {
protected:
    InstrumentId wellbeing = as(school.senco, [](Visit& visit) {
        return load(visit, std::string(shipped("wellbeing")->document), {}).value();
    });

    LoadedInstrument held() { return *store::instrument(read(), school.school, wellbeing); }
    Rating of(int score) const {
        return {
            .informant = Informant::class_teacher,
            .occasion = Occasion::entry,
            .rated_on = day,
            .scores = {{.scale = "wellbeing", .score = score}, {.scale = "involvement", .score = 3}}};
    }
    auto rates(CaseId const& the_case, Rating const& rating) {
        auto const instrument = held();
        return as(school.teacher_of_4b, [&](Visit& visit) {
            return rate(visit, the_case, instrument, rating);
        });
    }
    CaseId open_for(support::Child const& child) {
        return as(school.senco, [&](Visit& visit) {
            return cases::open_for(visit, programmes::same<PupilId>(child.id));
        });
    }
    // As many with each score from 1 to 5.
    void rate_children(int how_many) {
        for (int i = 0; i < how_many; ++i)
            ASSERT_TRUE(rates(open_for(join("Child" + std::to_string(i))), of(1 + i % 5)));
    }
    auto make() {
        auto const instrument = held();
        return as(school.senco, [&](Visit& visit) {
            return make_own_norms(visit, instrument, Informant::class_teacher);
        });
    }
    http::Response answer(std::string_view method, std::string_view path, Fields const& fields = {}) {
        return answer(school.senco, method, path, fields);
    }
    http::Response answer(
        support::Person const& person,
        std::string_view method,
        std::string_view path,
        Fields const& fields = {}
    ) {
        auto const all = instrument_routes();
        auto const route = *std::ranges::find_if(all, [&](Route const& one) {
            return one.method == method && one.path == path;
        });
        return as(person, [&](Visit& visit) {
            if (!visit.who.may(route.needs)) return http::not_found();
            auto request = method == "GET" ? school.get(person, "/x") : school.post(person, "/x", fields);
            request.form = fields;
            request.segments = {{"instrument", std::string(wellbeing.text())}};
            return support::answered(route, visit, request);
        });
    }
    static bool says(http::Response const& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
};

constexpr auto page = "/school/instruments/{instrument}";
constexpr auto making = "/school/instruments/{instrument}/own-norms";

TEST_F(OwnNormsOfASchool, are_kept_as_they_were_made_and_ratings_of_that_view_are_held_against_them) {
    rate_children(50);
    auto const made = make();
    ASSERT_TRUE(made);
    auto const norms = held().norms;
    ASSERT_EQ(norms.size(), 1U);
    auto const& own = norms.front().own;
    ASSERT_TRUE(own);
    EXPECT_EQ(own->children, 50);
    EXPECT_EQ(own->first_on, day);
    ASSERT_EQ(norms.front().norms.bands.size(), 1U) << "involvement is alike of all children";
    EXPECT_EQ(norms.front().norms.bands.front().usual, (Range{2, 4}));
    EXPECT_EQ(make().error(), NoOwnNorms::too_few_since);
    EXPECT_EQ(refused("UPDATE own_norm_set SET children = 99 WHERE school_id = $1"), "norms_stay");
    EXPECT_EQ(refused("DELETE FROM own_norm_set WHERE school_id = $1"), "norms_stay");

    auto const the_case = ready(school.sam);
    auto rating = of(1);
    rating.norms = *made;
    ASSERT_TRUE(rates(the_case, rating));
    rating.informant = Informant::nurture_assistant;
    EXPECT_EQ(rates(the_case, rating).error(), Refusal::norms_of_another_view);
    EXPECT_EQ(
        refused(
            R"(INSERT INTO assessment (id, case_id, instrument_id, norm_set_id, informant, occasion, rated_by,
                                       rated_on, rated_at, school_id)
               VALUES ($1, $2, $3, $4, 'nurture_assistant', 'entry', $5, '2026-05-12', 1, $6))",
            AssessmentId::make(school.now),
            the_case,
            wellbeing,
            *made,
            school.senco.staff
        ),
        "norms_of_another_view"
    );
}

TEST_F(OwnNormsOfASchool, leave_out_children_who_had_had_a_session_by_the_day_of_the_rating) {
    auto const had_support = [&] {
        std::vector<bool> all;
        for (auto const& one : store::rated_on_entry(read(), school.school, wellbeing))
            all.push_back(one.had_support);
        return all;
    };
    auto const programme = running_with(school.sam);
    auto const the_case = only_place_in(programme).the_case;
    auto the_day_before = of(2);
    the_day_before.rated_on = day - 1;
    ASSERT_TRUE(rates(the_case, the_day_before));
    EXPECT_EQ(had_support(), std::vector{false}) << "a place is no support yet";
    hold(sessions_of(programme).front());
    ASSERT_TRUE(rates(the_case, of(5)));
    EXPECT_EQ(had_support().back(), true);
    auto const so_far = own_so_far(store::rated_on_entry(read(), school.school, wellbeing), held());
    EXPECT_EQ(so_far.front().children, 1) << "the child, by the first rating";
}

TEST_F(OwnNormsOfASchool, stand_on_the_instruments_page_with_how_many_are_rated_until_there_are_enough) {
    rate_children(49);
    EXPECT_TRUE(says(answer("GET", page), "49 of 50"));
    EXPECT_TRUE(says(answer("GET", page), "1 more needed"));
    EXPECT_FALSE(says(answer("GET", page), "Make the bands"));
    Fields teachers;
    teachers.add("informant", "class_teacher");
    EXPECT_EQ(answer("POST", making, teachers).status, 422);
    ASSERT_TRUE(rates(open_for(join("Gwen")), of(5)));
    EXPECT_TRUE(says(answer("GET", page), "Make the bands: the class teacher"));
    EXPECT_EQ(answer("POST", making, {}).status, 422);
    EXPECT_EQ(answer("POST", making, teachers).status, 303);
    EXPECT_EQ(answer("POST", making, teachers).status, 422) << "nobody was rated since";
    auto const made = answer("GET", page);
    EXPECT_TRUE(says(made, "This school, summer 2026, 50 children, the class teacher"));
    EXPECT_TRUE(says(made, "Not standardised: from 50 children of this school"));
    EXPECT_TRUE(says(made, "0 rated since of the 10 for new ones"));
}

TEST_F(OwnNormsOfASchool, are_counted_for_and_made_by_the_senco_and_not_the_administrator) {
    rate_children(50);
    Fields teachers;
    teachers.add("informant", "class_teacher");
    auto const seen = answer(school.administrator, "GET", page);
    EXPECT_EQ(seen.status, 200);
    for (auto const* words :
         {"From this school’s own children", "Make the bands", " of 50", "There are enough"})
        EXPECT_FALSE(says(seen, words)) << words;
    EXPECT_EQ(answer(school.administrator, "POST", making, teachers).status, 404);
    EXPECT_TRUE(held().norms.empty());
    auto const senco = answer("GET", page);
    EXPECT_TRUE(says(senco, "From this school’s own children"));
    EXPECT_TRUE(says(senco, " of 50"));
    EXPECT_EQ(answer("POST", making, teachers).status, 303);
}

TEST_F(OwnNormsOfASchool, are_shown_on_a_profile_in_words_of_their_own_and_call_nothing_usual) {
    rate_children(50);
    auto rating = of(1);
    rating.norms = make().value();
    auto const the_case = ready(school.sam);
    auto const rated = rates(the_case, rating);
    ASSERT_TRUE(rated);
    auto const all = routes();
    auto const route = *std::ranges::find_if(all, [](Route const& one) {
        return one.path == "/cases/{case}/assessments/{assessment}";
    });
    auto const profile = as(school.teacher_of_4b, [&](Visit& visit) {
        auto request = school.get(school.teacher_of_4b, "/x");
        request.segments = {
            {"case", std::string(the_case.text())}, {"assessment", std::string(rated->text())}};
        return support::answered(route, visit, request);
    });
    EXPECT_TRUE(says(profile, "Among this school’s own children (summer 2026, 50 of them)"));
    EXPECT_TRUE(says(profile, "In the lowest quarter"));
    EXPECT_TRUE(says(profile, "Not standardised: from 50 children of this school"));
    EXPECT_TRUE(says(profile, "is the middle half of this school’s own children"));
    EXPECT_FALSE(says(profile, "usual by"));
    EXPECT_FALSE(says(profile, "Usual range"));
    EXPECT_FALSE(says(profile, "What most needs support"));
}

}  // namespace
}  // namespace assessments
