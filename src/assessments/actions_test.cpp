#include "assessments/actions.hpp"

#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "assessments/store.hpp"
#include "programmes/nurture_test.hpp"

namespace assessments {
namespace {

class Assessing : public programmes::NurtureTest {
protected:
    CaseId the_case = ready(school.sam);

    Expected<InstrumentId, Faults> loads(std::string const& document, ItemCounts const& items = {}) {
        return as(school.senco, [&](Visit& visit) { return load(visit, document, items); });
    }
    LoadedInstrument loaded(std::string_view code, ItemCounts const& items = {}) {
        auto const id = loads(std::string(shipped(code)->document), items);
        EXPECT_TRUE(id);
        return *store::instrument(read(), school.school, id.value_or(InstrumentId{}));
    }
    static ItemCounts boxall_items() {
        ItemCounts items;
        for (auto const& scale : scales_of(shipped("boxall")->instrument)) items[scale.code] = 3;
        items["A"] = items["Q"] = 7;
        return items;
    }
    Rating whole(LoadedInstrument const& instrument, int each) {
        Rating rating{.informant = Informant::class_teacher, .rated_on = day};
        for (auto const& scale : scales_of(instrument.instrument))
            rating.scores.push_back({.scale = scale.code, .score = each});
        return rating;
    }
    Expected<AssessmentId, Refusal> rates(
        support::Person const& person, LoadedInstrument const& instrument, Rating const& rating
    ) {
        return as(person, [&](Visit& visit) { return rate(visit, the_case, instrument, rating); });
    }
    std::vector<Assessment> all() { return store::of_case(read(), school.school, the_case); }
    auto agrees(support::Person const& person, AssessmentId const& assessment) {
        return as(person, [&](Visit& visit) { return agree(visit, the_case, assessment); });
    }
};

TEST_F(Assessing, takes_a_frame_with_the_numbers_of_items_that_the_school_enters) {
    auto const refused = loads(std::string(shipped("boxall")->document));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 20U);
    auto few = boxall_items();
    few["A"] = 6;
    EXPECT_EQ(
        loads(std::string(shipped("boxall")->document), few).error().front().where, "/sections/0/items"
    );
    auto const boxall = loaded("boxall", boxall_items());
    EXPECT_EQ(scale_of(boxall.instrument, "A")->items, 7);
    EXPECT_EQ(boxall.version, 1);
}

TEST_F(Assessing, keeps_a_file_that_is_loaded_again_as_it_is_and_a_changed_one_as_the_next_version) {
    auto const first = loaded("wellbeing");
    EXPECT_EQ(loaded("wellbeing").id, first.id);
    auto changed = std::string(shipped("wellbeing")->document);
    changed.replace(changed.find("Well-being and involvement"), 10, "Wellbeing!");
    ASSERT_TRUE(loads(changed));
    auto const newest = store::newest(read(), school.school, "wellbeing");
    EXPECT_EQ(newest->version, 2);
    EXPECT_EQ(store::instruments(read(), school.school).size(), 1U);
    EXPECT_EQ(rates(school.teacher_of_4b, first, whole(first, 3)).error(), Refusal::instrument_is_old);
    EXPECT_FALSE(loads("{}"));
}

TEST_F(Assessing, keeps_what_a_file_says_of_how_far_scores_can_be_relied_on) {
    std::string document(shipped("wellbeing")->document);
    document.insert(
        document.rfind('}'), R"(, "norm_sets": [{"code": "ours", "ages": {"least": 4, "most": 11},
        "bands": [{"scale": "wellbeing", "low": 3, "high": 5, "mean": 3.75, "standard_deviation": 0.8,
                   "reliability": 0.7, "reliability_kind": "between_raters"}, {"scale": "involvement", "low": 3, "high": 5}]}])"
    );
    auto const id = loads(document);
    ASSERT_TRUE(id);
    auto const held = store::instrument(read(), school.school, *id)->norms;
    ASSERT_EQ(held.size(), 1U);
    auto const& bands = held.front().norms.bands;
    ASSERT_EQ(bands.size(), 2U);
    EXPECT_FALSE(bands.front().precision) << "involvement";
    ASSERT_TRUE(bands.back().precision);
    EXPECT_DOUBLE_EQ(bands.back().precision->mean, 3.75);
    EXPECT_DOUBLE_EQ(bands.back().precision->standard_deviation, 0.8);
    EXPECT_DOUBLE_EQ(bands.back().precision->reliability, 0.7);
    EXPECT_EQ(bands.back().precision->kind, ReliabilityKind::between_raters);
    EXPECT_EQ(
        refused(
            R"(INSERT INTO norm_band (norm_set_id, scale, low, high, mean, standard_deviation, reliability, school_id)
               VALUES ($1, 'wellbeing', 3, 5, 3, 2.1, 0.7, $2))",
            held.front().id
        ),
        "score_out_of_range"
    ) << "scores from 1 to 5 cannot be spread by more than 2";
}

TEST_F(Assessing, keeps_norms_that_the_school_types_and_changes_none) {
    auto const boxall = loaded("boxall", boxall_items());
    NormSet norms{.code = "2017", .ages = {4, 11}, .source = "Our copy", .bands = {{"A", {10, 20}}}};
    auto const add = [&] {
        return as(school.senco, [&](Visit& visit) {
            return add_norms(visit, *store::instrument(visit.db, visit.school, boxall.id), norms);
        });
    };
    ASSERT_TRUE(add());
    EXPECT_EQ(add().error().front().where, "/code") << "there are norms of this name";
    norms = {.code = "2018", .ages = {4, 11}, .bands = {{"A", {10, 29}}}};
    EXPECT_EQ(add().error().front().where, "/bands/0") << "28 is the most";
    auto const held = store::instrument(read(), school.school, boxall.id)->norms;
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held.front().norms.bands.front().usual, (Range{10, 20}));
    EXPECT_EQ(refused("UPDATE norm_band SET high = 21 WHERE school_id = $1"), "norms_stay");
    EXPECT_EQ(refused("DELETE FROM norm_set WHERE school_id = $1"), "norms_stay");
}

TEST_F(Assessing, keeps_two_ratings_side_by_side_until_a_second_adult_agrees_to_one) {
    auto const wellbeing = loaded("wellbeing");
    auto const first = rates(school.teacher_of_4b, wellbeing, whole(wellbeing, 2));
    ASSERT_TRUE(first);
    auto beside = whole(wellbeing, 4);
    beside.beside = *first;
    beside.informant = Informant::nurture_assistant;
    EXPECT_EQ(rates(school.teacher_of_4b, wellbeing, beside).error(), Refusal::own_rating);
    auto const second = rates(school.nurture_assistant, wellbeing, beside);
    ASSERT_TRUE(second);
    EXPECT_EQ(standing_of(all().front(), all()), Standing::side_by_side);
    EXPECT_EQ(agrees(school.nurture_assistant, *second).error(), Refusal::own_rating);
    EXPECT_TRUE(agrees(school.teacher_of_4b, *second));
    EXPECT_EQ(agrees(school.senco, *first).error(), Refusal::other_agreed);
    EXPECT_EQ(
        refused(
            "UPDATE assessment SET agreed_by = $1, agreed_at = 1 WHERE id = $2 AND school_id = $3",
            school.senco.staff,
            *first
        ),
        "one_of_two_is_agreed"
    );
    auto const kept = all();
    EXPECT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept.back().agreed_by_name, school.teacher_of_4b.name);
    EXPECT_EQ(standing_of(kept.front(), kept), Standing::set_aside);
}

TEST_F(Assessing, takes_a_slip_back_with_a_reason_and_keeps_it) {
    auto const wellbeing = loaded("wellbeing");
    auto const slip = rates(school.teacher_of_4b, wellbeing, whole(wellbeing, 1));
    auto const takes_back = [&] {
        return as(school.senco, [&](Visit& visit) {
            return take_back(visit, the_case, slip.value(), "Of another child");
        });
    };
    EXPECT_TRUE(takes_back());
    EXPECT_EQ(takes_back().error(), Refusal::taken_back_already);
    EXPECT_EQ(agrees(school.senco, *slip).error(), Refusal::taken_back_already);
    ASSERT_EQ(all().size(), 1U);
    EXPECT_EQ(all().front().taken_back_why, "Of another child");
}

TEST_F(Assessing, finds_nothing_of_another_case_to_agree_to) {
    auto const wellbeing = loaded("wellbeing");
    auto const amira = ready(school.amira);
    auto const hers = as(school.teacher_of_4b, [&](Visit& visit) {
        return rate(visit, amira, wellbeing, whole(wellbeing, 3));
    });
    EXPECT_EQ(agrees(school.senco, *hers).error(), Refusal::first_is_gone);
    EXPECT_EQ(all().size(), 0U);
}

TEST_F(Assessing, seals_the_childs_own_goals_and_sums_items) {
    auto const goals = loaded("goals");
    Rating rating{.informant = Informant::child, .rated_on = day};
    rating.scores = {{.scale = "goal-1", .score = 3, .words = "I ask before I take"}};
    ASSERT_TRUE(rates(school.nurture_assistant, goals, rating));
    EXPECT_EQ(all().front().scores.front().words, "I ask before I take");
    auto const ours = loaded("withy-observation");
    Rating by_items{.informant = Informant::class_teacher, .rated_on = day};
    for (auto const& item : ours.instrument.items) by_items.ratings.push_back({item.number, 2});
    ASSERT_TRUE(rates(school.teacher_of_4b, ours, by_items));
    EXPECT_EQ(score_of(all().back(), "trust")->score, 8);
    EXPECT_EQ(all().back().ratings.size(), 20U);
}

// Four items rated 1 to 5 come to 4 at the least; the one of them that is rated weekly, to 1.
TEST_F(Assessing, takes_from_a_short_form_a_score_below_the_least_of_the_whole_one) {
    auto document = std::string(shipped("withy-observation")->document);
    constexpr std::string_view from_nought = "\"least\": 0,\n    \"most\": 4";
    ASSERT_NE(document.find(from_nought), std::string::npos);
    document.replace(document.find(from_nought), from_nought.size(), R"("least": 1, "most": 5)");
    auto const id = loads(document);
    ASSERT_TRUE(id);
    auto const ours = *store::instrument(read(), school.school, *id);
    Rating weekly{.informant = Informant::class_teacher, .occasion = Occasion::weekly, .rated_on = day};
    for (auto const number : form_for(ours.instrument, Occasion::weekly)->items)
        weekly.ratings.push_back({number, 1});
    ASSERT_TRUE(rates(school.teacher_of_4b, ours, weekly));
    EXPECT_EQ(score_of(all().back(), "trust")->score, 1);
}

TEST_F(Assessing, takes_nothing_more_once_the_case_is_closed_past_the_rules_neither) {
    auto const wellbeing = loaded("wellbeing");
    auto const one = rates(school.teacher_of_4b, wellbeing, whole(wellbeing, 2)).value();
    as(school.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "All is well");
        return true;
    });
    EXPECT_EQ(rates(school.senco, wellbeing, whole(wellbeing, 3)).error(), Refusal::case_closed);
    EXPECT_EQ(agrees(school.senco, one).error(), Refusal::case_closed);
    auto const taken =
        as(school.senco, [&](Visit& visit) { return take_back(visit, the_case, one, "Of another child"); });
    EXPECT_EQ(taken.error(), Refusal::case_closed);
    EXPECT_EQ(
        refused(
            R"(INSERT INTO assessment (id, case_id, instrument_id, informant, occasion, rated_by, rated_on, rated_at,
                                       school_id)
               VALUES ($1, $2, $3, 'senco', 'entry', $4, '2026-05-12', 1, $5))",
            AssessmentId::make(school.now),
            the_case,
            wellbeing.id,
            school.senco.staff
        ),
        "case_closed"
    );
    EXPECT_EQ(
        refused(
            "UPDATE assessment SET agreed_by = $1, agreed_at = 1 WHERE school_id = $2", school.senco.staff
        ),
        "case_closed"
    );
    EXPECT_EQ(
        refused(
            R"(UPDATE assessment SET taken_back_by = $1, taken_back_at = 1, taken_back_why = 'x' WHERE school_id = $2)",
            school.senco.staff
        ),
        "case_closed"
    );
}

// What slips past the rules is refused by the database.
TEST_F(Assessing, lets_no_score_out_of_its_range_nor_another_instruments_norms_past_the_database) {
    auto const boxall = loaded("boxall", boxall_items());
    auto const wellbeing = loaded("wellbeing");
    auto const one = rates(school.teacher_of_4b, wellbeing, whole(wellbeing, 2)).value();
    auto const add_score = [&](std::string const& scale, int score) {
        return refused(
            R"(INSERT INTO assessment_score (assessment_id, scale, score, school_id) VALUES ($1, $2, $3, $4))",
            one,
            scale,
            score
        );
    };
    EXPECT_EQ(add_score("A", 3), "score_out_of_range") << "a strand of another instrument";
    EXPECT_EQ(refused("UPDATE assessment_score SET score = 9 WHERE school_id = $1"), "scores_stay");
    EXPECT_EQ(refused("DELETE FROM assessment_score WHERE school_id = $1"), "scores_stay");
    EXPECT_EQ(refused("UPDATE assessment SET informant = 'parent' WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(refused("DELETE FROM assessment WHERE school_id = $1"), "rows_stay");
    EXPECT_EQ(refused("UPDATE instrument SET document = 'x' WHERE school_id = $1"), "instruments_stay");
    EXPECT_EQ(refused("UPDATE instrument_scale SET most = 99 WHERE school_id = $1"), "instruments_stay");
    EXPECT_EQ(
        refused("UPDATE assessment SET agreed_by = rated_by, agreed_at = 1 WHERE school_id = $1"),
        "another_agrees"
    );

    auto const norms = as(school.senco, [&](Visit& visit) {
        return add_norms(visit, boxall, {.code = "x", .ages = {4, 11}, .bands = {{"A", {1, 2}}}});
    });
    auto const add_assessment = [&](InstrumentId const& instrument) {
        return refused(
            R"(INSERT INTO assessment (id, case_id, instrument_id, norm_set_id, informant, occasion, rated_by, rated_on,
                                       rated_at, school_id)
               VALUES ($1, $2, $3, $4, 'senco', 'entry', $5, '2026-05-12', 1, $6))",
            AssessmentId::make(school.now),
            the_case,
            instrument,
            *norms,
            school.senco.staff
        );
    };
    EXPECT_EQ(add_assessment(wellbeing.id), "norms_of_another_instrument");
    EXPECT_EQ(add_assessment(boxall.id), "");
    EXPECT_EQ(
        refused(
            "INSERT INTO norm_band (norm_set_id, scale, low, high, school_id) VALUES ($1, 'B', 1, 2, $2)",
            *norms
        ),
        "norms_stay"
    ) << "norms that are in use are complete";
    auto const scores_of_it = all().back().id;
    EXPECT_EQ(
        refused(
            "INSERT INTO assessment_score (assessment_id, scale, score, school_id) VALUES ($1, 'A', 29, $2)",
            scores_of_it
        ),
        "score_out_of_range"
    );
}

}  // namespace
}  // namespace assessments
