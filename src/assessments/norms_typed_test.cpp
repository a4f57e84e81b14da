// Norms as a school types them from its licensed copy.
#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/routes.hpp"
#include "assessments/shipped.hpp"
#include "programmes/nurture_test.hpp"
#include "support/answered.hpp"

namespace assessments {
namespace {

class NormsTyped : public programmes::NurtureTest {
protected:
    InstrumentId wellbeing = as(school.senco, [](Visit& visit) {
        return load(visit, std::string(shipped("wellbeing")->document), {}).value();
    });

    std::vector<LoadedNorms> held() { return store::instrument(read(), school.school, wellbeing)->norms; }
    // Of the scale of well-being, from 1 to 5.
    static std::map<std::string, std::string> typed() {
        return {
            {"code", "2017"},
            {"least_age", "4"},
            {"most_age", "11"},
            {"source", "Our licensed copy"},
            {"low-wellbeing", "3"},
            {"high-wellbeing", "5"},
            {"mean-wellbeing", "3.75"},
            {"spread-wellbeing", "0.8"},
            {"reliability-wellbeing", "0.85"},
            {"reliability_kind", "test_retest"}};
    }
    http::Response types(std::map<std::string, std::string> const& values) {
        auto const all = instrument_routes();
        auto const route = *std::ranges::find_if(all, [](Route const& one) {
            return one.method == "POST" && one.path == "/school/instruments/{instrument}/norms";
        });
        Fields fields;
        for (auto const& [name, value] : values) fields.add(name, value);
        return as(school.senco, [&](Visit& visit) {
            auto request = school.post(school.senco, "/x", fields);
            request.form = fields;
            request.segments = {{"instrument", std::string(wellbeing.text())}};
            return support::answered(route, visit, request);
        });
    }
    // What the form says under its fields once this is typed otherwise.
    std::string says_of(std::string const& field, std::string const& value) {
        auto values = typed();
        values[field] = value;
        auto const answer = types(values);
        EXPECT_EQ(answer.status, 422) << field;
        return answer.body;
    }
};

TEST_F(NormsTyped, have_mean_deviation_and_reliability_with_its_kind) {
    ASSERT_EQ(types(typed()).status, 303);
    auto const& band = held().front().norms.bands.front();
    EXPECT_EQ(band.usual, (Range{3, 5}));
    ASSERT_TRUE(band.precision);
    EXPECT_DOUBLE_EQ(band.precision->mean, 3.75);
    EXPECT_DOUBLE_EQ(band.precision->standard_deviation, 0.8);
    EXPECT_DOUBLE_EQ(band.precision->reliability, 0.85);
    EXPECT_EQ(band.precision->kind, ReliabilityKind::test_retest);
}

TEST_F(NormsTyped, may_have_none_of_the_three_and_then_no_kind_is_asked) {
    auto values = typed();
    for (auto const* const field :
         {"mean-wellbeing", "spread-wellbeing", "reliability-wellbeing", "reliability_kind"})
        values.erase(field);
    ASSERT_EQ(types(values).status, 303);
    EXPECT_FALSE(held().front().norms.bands.front().precision);
}

TEST_F(NormsTyped, say_under_the_field_what_is_to_be_mended) {
    EXPECT_NE(says_of("mean-wellbeing", "6").find("Write a mean from 1 to 5"), std::string::npos);
    EXPECT_NE(says_of("spread-wellbeing", "2.1").find("Write at most 2"), std::string::npos);
    EXPECT_NE(says_of("spread-wellbeing", "0").find("Write a number above 0"), std::string::npos);
    EXPECT_NE(
        says_of("reliability-wellbeing", "1").find("Write a number between 0 and 1"), std::string::npos
    );
    EXPECT_NE(
        says_of("reliability-wellbeing", "").find("Enter the reliability of “Well-being"), std::string::npos
    );
    EXPECT_NE(
        says_of("reliability_kind", "").find("Choose what kind of reliability it is"), std::string::npos
    );
    EXPECT_NE(
        says_of("low-wellbeing", "x")
            .find("Enter a whole number from 1 to 5 for the lowest usual score of “Well-being"),
        std::string::npos
    ) << "by its own scale, and named";
    EXPECT_TRUE(held().empty());
}

}  // namespace
}  // namespace assessments
