#include "assessments/instrument_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "assessments/document_rules.hpp"
#include "assessments/shipped.hpp"

namespace assessments {
namespace {

// Two sections of four items each, every item rated 0 to 4.
Instrument small() {
    Instrument made{
        .code = "small",
        .name = "A small one",
        .owner = "The school",
        .licence = "Our own",
        .ages = {4, 11},
        .rating = Range{0, 4},
        .informants = {Informant::class_teacher, Informant::parent},
        .forms = {{.occasion = Occasion::entry}, {.occasion = Occasion::weekly}},
        .sections = {}};
    made.sections = {
        {.code = "up",
         .name = "Strengths",
         .items = 4,
         .scales =
             {{.code = "A", .label = "Begins", .items = 3}, {.code = "C", .label = "Ends", .items = 1}}},
        {.code = "down",
         .name = "Difficulties",
         .direction = Direction::low_is_good,
         .drawn = Drawn::down,
         .items = 4,
         .scales = {
             {.code = "Q", .label = "Hides", .items = 2}, {.code = "Z", .label = "Grabs", .items = 2}}}};
    return made;
}

template <class Change>
std::vector<std::string> places_after(Change const& change) {
    auto instrument = small();
    change(instrument);
    std::vector<std::string> places;
    for (auto const& fault : faults_of(instrument)) places.push_back(fault.where);
    return places;
}
using Places = std::vector<std::string>;

TEST(InstrumentFaults, are_none_where_letters_of_strands_do_not_follow_one_another) {
    EXPECT_EQ(faults_of(small()), Faults{});
}

TEST(InstrumentFaults, say_that_items_of_a_section_must_sum_as_declared) {
    auto const places = places_after([](Instrument& one) { one.sections[0].scales[0].items = 2; });
    EXPECT_EQ(places, Places{"/sections/0/items"});
    EXPECT_EQ(places_after([](Instrument& one) { one.sections[1].scales[1].items = std::nullopt; }), Places{})
        << "one that the school enters can make up the rest";
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.sections[1].scales[0].items = 4;
            one.sections[1].scales[1].items = std::nullopt;
        }),
        Places{"/sections/1/items"}
    ) << "and has one item at least";
}

TEST(InstrumentFaults, say_that_scores_lie_within_what_items_give) {
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.sections[0].scales[0].range = Range{0, 12};
        }),
        Places{}
    );
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.sections[0].scales[0].range = Range{0, 13};
        }),
        Places{"/sections/0/scales/0/scores"}
    );
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.sections[0].scales[0].range = Range{5, 5};
        }),
        Places{"/sections/0/scales/0/scores"}
    );
}

TEST(InstrumentFaults, name_every_code_that_stands_twice) {
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.sections[1].scales[0].code = "A";
            one.sections[1].code = "up";
            one.informants.push_back(Informant::parent);
            one.forms.push_back({.occasion = Occasion::entry});
        }),
        (Places{"/informants/2", "/sections/1/code", "/sections/1/scales/0/code", "/forms/2/occasion"})
    );
}

TEST(InstrumentFaults, name_every_part_that_is_empty) {
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one = {};
            one.ages = {9, 4};
        }),
        (Places{"/code", "/name", "/owner", "/licence", "/ages", "/informants", "/sections", "/forms"})
    );
}

TEST(InstrumentFaults, take_mean_deviation_and_reliability_together_and_within_what_they_can_be) {
    constexpr auto absent = std::numeric_limits<double>::quiet_NaN();
    auto const faults_of_one = [](Precision const& precision) {
        return places_after([&](Instrument& one) {
            one.norm_sets = {{.code = "2017", .ages = one.ages, .bands = {{"A", {0, 1}, precision}}}};
        });
    };
    auto const kind = ReliabilityKind::test_retest;
    EXPECT_EQ(
        faults_of_one({.mean = 1, .standard_deviation = 1, .reliability = 0.8, .kind = kind}), Places{}
    );
    EXPECT_EQ(
        faults_of_one({.mean = 1, .standard_deviation = absent, .reliability = 0.8, .kind = kind}),
        Places{"/norm_sets/0/bands/0"}
    );
    EXPECT_EQ(
        faults_of_one({.mean = 1, .standard_deviation = 1, .reliability = 0.8}),
        Places{"/norm_sets/0/bands/0/reliability_kind"}
    );
    EXPECT_EQ(
        faults_of_one({.mean = 1, .standard_deviation = 1000, .reliability = 0.8, .kind = kind}),
        Places{"/norm_sets/0/bands/0/standard_deviation"}
    ) << "half of the range is the most that scores can be spread";
    EXPECT_EQ(
        faults_of_one({.mean = 1000, .standard_deviation = 0, .reliability = 1, .kind = kind}),
        (Places{
            "/norm_sets/0/bands/0/mean",
            "/norm_sets/0/bands/0/standard_deviation",
            "/norm_sets/0/bands/0/reliability"})
    );
}

TEST(InstrumentFaults, find_norms_that_are_upside_down_out_of_range_or_of_no_strand) {
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.norm_sets = {
                {.code = "2017",
                 .ages = {4, 12},
                 .bands = {{"A", {8, 4}}, {"C", {0, 5}}, {"K", {0, 1}}, {"Q", {0, 2}}, {"Q", {0, 2}}}}};
        }),
        (Places{
            "/norm_sets/0/ages",
            "/norm_sets/0/bands/4/scale",
            "/norm_sets/0/bands/0",
            "/norm_sets/0/bands/1",
            "/norm_sets/0/bands/2/scale"})
    );
}

// Range 0 to 12 of strand A.
Places faults_of_steps(std::vector<Step> const& steps) {
    return places_after([&](Instrument& one) {
        one.schemes = {{.code = "three", .name = "Three", .bands = {{.scale = "A", .steps = steps}}}};
    });
}

TEST(InstrumentFaults, find_bands_that_leave_a_score_without_a_name_or_give_it_two) {
    EXPECT_EQ(faults_of_steps({{"low", {0, 4}}, {"high", {5, 12}}}), Places{});
    EXPECT_EQ(
        faults_of_steps({{"low", {0, 4}}, {"high", {6, 12}}}), Places{"/schemes/0/bands/0/steps/1/least"}
    );
    EXPECT_EQ(
        faults_of_steps({{"low", {0, 4}}, {"high", {4, 12}}}), Places{"/schemes/0/bands/0/steps/1/least"}
    );
    EXPECT_EQ(
        faults_of_steps({{"low", {0, 4}}, {"high", {5, 11}}}), Places{"/schemes/0/bands/0/steps/1/most"}
    );
    EXPECT_EQ(
        faults_of_steps({{"high", {5, 12}}, {"low", {0, 4}}}),
        (Places{
            "/schemes/0/bands/0/steps/0/least",
            "/schemes/0/bands/0/steps/1/least",
            "/schemes/0/bands/0/steps/1/most"})
    );
    EXPECT_EQ(faults_of_steps({}), Places{"/schemes/0/bands/0/steps"});
}

TEST(InstrumentFaults, find_a_scheme_for_somebody_who_does_not_rate_and_two_for_one_informant) {
    EXPECT_EQ(
        places_after([](Instrument& one) {
            Scheme const scheme{.code = "three", .name = "Three", .bands = {}};
            one.schemes = {scheme, scheme, scheme};
            one.schemes[1].informants = {Informant::child};
            one.schemes[2].informants = {Informant::parent};
        }),
        (Places{"/schemes/1/informants/0", "/schemes/2/code"})
    );
}

TEST(InstrumentFaults, find_items_that_are_not_as_their_strand_says) {
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.items = {{1, "A"}, {1, "A"}, {3, "A"}, {4, "C"}, {0, "Q"}, {6, "Q"}, {7, "K"}};
            one.forms[1].items = {3, 3, 9};
        }),
        (Places{
            "/items/1/number",
            "/items/4/number",
            "/items/6/scale",
            "/items",
            "/forms/1/items/1",
            "/forms/1/items/2"})
    );
}

TEST(InstrumentFaults, find_a_sum_of_sums_of_itself_or_of_what_is_good_the_other_way) {
    EXPECT_EQ(
        places_after([](Instrument& one) {
            one.sections[0].items = std::nullopt;
            one.sections[0].scales.push_back(
                {.code = "S", .label = "Sum", .sum_of = {"A", "A", "S", "Q", "K"}}
            );
        }),
        (Places{
            "/sections/0/scales/2/sum_of/1",
            "/sections/0/scales/2/sum_of/2",
            "/sections/0/scales/2/sum_of/3",
            "/sections/0/scales/2/sum_of/4"})
    );
}

TEST(InstrumentFaults, say_that_a_strand_names_each_area_once_and_with_words) {
    auto const places = places_after([](Instrument& one) {
        one.sections[0].scales[1].areas = {"Friendships", "", "Friendships", std::string(61, 'a')};
    });
    EXPECT_EQ(
        places,
        (Places{
            "/sections/0/scales/1/areas/1", "/sections/0/scales/1/areas/2", "/sections/0/scales/1/areas/3"})
    );
}

TEST(ScoreRange, is_that_of_the_items_asked_on_the_occasion) {
    auto const& ours = shipped("withy-observation")->instrument;
    EXPECT_EQ(range_of(ours, "trust"), (Range{0, 16}));
    EXPECT_EQ(range_of(ours, "trust", Occasion::entry), (Range{0, 16}));
    EXPECT_EQ(range_of(ours, "trust", Occasion::weekly), (Range{0, 4}));
    EXPECT_EQ(range_of(ours, "nothing", Occasion::weekly), std::nullopt);
    auto const& sdq = shipped("sdq-parent")->instrument;
    EXPECT_EQ(range_of(sdq, "total", Occasion::entry), (Range{0, 40}));
    EXPECT_EQ(range_of(sdq, "total", Occasion::weekly), std::nullopt) << "it is not used every week";
}

TEST(ScoreRange, on_any_form_begins_with_the_least_of_the_shortest) {
    auto ours = shipped("withy-observation")->instrument;
    ours.rating = Range{1, 5};
    EXPECT_EQ(range_of(ours, "trust"), (Range{4, 20}));
    EXPECT_EQ(range_of(ours, "trust", Occasion::weekly), (Range{1, 5}));
    EXPECT_EQ(range_on_any_form(ours, "trust"), (Range{1, 20}));
    EXPECT_EQ(range_on_any_form(ours, "nothing"), std::nullopt);
}

TEST(ShippedInstruments, hold_no_faults) {
    EXPECT_EQ(shipped().size(), 6U);
    for (auto const& one : shipped())
        for (auto const& fault : checked_document(one.document).faults)
            ADD_FAILURE() << one.instrument.code << fault.where << ": " << fault.what;
}

// T2: two sections of 34 items rated 0 to 4, strands A to J and Q to Z, no item texts and no norms.
TEST(ShippedInstruments, hold_the_frame_of_the_boxall_profile_and_leave_the_rest_to_the_school) {
    auto const& boxall = shipped("boxall")->instrument;
    std::string letters;
    for (auto const& scale : scales_of(boxall)) letters += scale.code;
    EXPECT_EQ(letters, "ABCDEFGHIJQRSTUVWXYZ");
    for (auto const& section : boxall.sections) EXPECT_EQ(section.items, 34);
    EXPECT_EQ(boxall.sections[0].drawn, Drawn::up);
    EXPECT_EQ(boxall.sections[1].drawn, Drawn::down);
    EXPECT_TRUE(boxall.items.empty());
    EXPECT_TRUE(boxall.norm_sets.empty());
    EXPECT_EQ(scales_without_items(boxall).size(), 20U);

    std::map<std::string, int> items;
    for (auto const& scale : scales_of(boxall)) items[scale.code] = 3;
    EXPECT_EQ(faults_of(with_items(boxall, items)).size(), 2U) << "30 are not 34";
    items["A"] = items["Q"] = 7;
    auto const entered = with_items(boxall, items);
    EXPECT_EQ(faults_of(entered), Faults{});
    EXPECT_EQ(range_of(entered, "A"), (Range{0, 28}));
}

TEST(ShippedInstruments, hold_twenty_items_of_our_own_words_marked_as_not_standardised) {
    auto const& ours = shipped("withy-observation")->instrument;
    EXPECT_FALSE(ours.standardised);
    EXPECT_EQ(ours.items.size(), 20U);
    EXPECT_TRUE(std::ranges::none_of(ours.items, [](Item const& item) { return item.words.empty(); }));
    for (auto const occasion : {Occasion::entry, Occasion::weekly, Occasion::exit})
        EXPECT_NE(form_for(ours, occasion), nullptr);
}

std::vector<std::string> places_in(std::string_view document) {
    std::vector<std::string> places;
    for (auto const& fault : checked_document(document).faults) places.push_back(fault.where);
    return places;
}

TEST(InstrumentFile, that_is_no_json_is_said_to_be_none) {
    EXPECT_EQ(places_in("{"), Places{""});
    EXPECT_EQ(places_in(""), Places{""});
    EXPECT_EQ(places_in("[]").front(), "");
    EXPECT_EQ(places_in(std::string(100, '[') + std::string(100, ']')), Places{""})
        << "nested beyond all need";
}

TEST(InstrumentFile, names_each_member_that_is_missing_unknown_or_of_another_kind) {
    auto const places = places_in(R"({
        "code": "x", "name": 4, "owner": "x", "licence": "x", "ages": {"least": 4.5, "most": 9},
        "informants": ["nobody"], "forms": [{"occasion": "entry"}], "colour": "green",
        "sections": [{"code": "a", "name": "A", "direction": "up", "drawn": "up",
                      "scales": [{"code": "b", "label": "B", "scores": {"least": 0, "most": 99999999999}}]}]})"
    );
    for (auto const* const place :
         {"/name",
          "/ages/least",
          "/informants/0",
          "/colour",
          "/sections/0/direction",
          "/sections/0/scales/0/scores/most"})
        EXPECT_EQ(std::ranges::count(places, place), 1) << place;
}

}  // namespace
}  // namespace assessments
