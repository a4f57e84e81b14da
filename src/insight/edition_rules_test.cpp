#include "insight/edition_rules.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "assessments/shipped.hpp"

namespace insight {
namespace {

using assessments::Instrument;

Instrument questionnaire() { return assessments::shipped("sdq-parent")->instrument; }
Instrument schedule() { return assessments::shipped("withy-observation")->instrument; }

std::string total_of(Instrument const& instrument) { return edition_of(instrument, "total"); }

TEST(TheEditionOfAScale, is_the_same_for_the_same_file_in_two_schools) {
    EXPECT_EQ(total_of(questionnaire()), total_of(questionnaire()));
    EXPECT_EQ(total_of(questionnaire()).size(), 16U);
}

TEST(TheEditionOfAScale, does_not_hang_on_norms_bands_owner_or_name) {
    auto other = questionnaire();
    other.name = "What we call it";
    other.owner = "Somebody";
    other.licence = "";
    other.norm_sets = {{.code = "ours", .ages = {4, 11}, .source = {}, .bands = {}}};
    other.schemes.clear();
    EXPECT_EQ(total_of(other), total_of(questionnaire()));
}

TEST(TheEditionOfAScale, is_another_where_scores_mean_another_thing) {
    std::vector<std::function<void(Instrument&)>> const changes{
        [](Instrument& one) { one.code = "another"; },
        [](Instrument& one) {
            one.rating = assessments::Range{0, 9};
        },
        [](Instrument& one) { one.sections.front().scales.front().label = "Other words"; },
        [](Instrument& one) {
            one.sections.front().direction =
                one.sections.front().direction == assessments::Direction::low_is_good
                    ? assessments::Direction::high_is_good
                    : assessments::Direction::low_is_good;
        },
        [](Instrument& one) { one.items.front().words = "Other words"; },
        [](Instrument& one) { one.items.erase(one.items.begin()); }};
    auto const scale = schedule().sections.front().scales.front().code;
    ASSERT_EQ(schedule().items.front().scale, scale);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto other = schedule();
        changes[i](other);
        EXPECT_NE(edition_of(other, scale), edition_of(schedule(), scale)) << "change " << i;
    }
}

TEST(TheEditionOfAScale, hangs_on_the_scales_that_it_sums) {
    auto other = questionnaire();
    auto const part = assessments::scale_of(other, "total")->sum_of.front();
    for (auto& section : other.sections)
        for (auto& scale : section.scales)
            if (scale.code == part) scale.label = "Other words";
    EXPECT_NE(total_of(other), total_of(questionnaire()));
}

TEST(TheEditionOfAScale, does_not_hang_on_another_scale) {
    auto other = schedule();
    auto const scale = other.sections.front().scales.front().code;
    other.sections.back().scales.back().label = "Other words";
    ASSERT_NE(other.sections.back().scales.back().code, scale);
    EXPECT_EQ(edition_of(other, scale), edition_of(schedule(), scale));
}

TEST(TheEditionOfAScale, hangs_on_the_items_of_the_form_on_entry_alone) {
    auto other = schedule();
    auto const scale = other.sections.front().scales.front().code;
    for (auto& form : other.forms)
        if (form.occasion == assessments::Occasion::weekly) form.items = {1};
    EXPECT_EQ(edition_of(other, scale), edition_of(schedule(), scale));
    for (auto& form : other.forms)
        if (form.occasion == assessments::Occasion::entry) form.items = {1};
    EXPECT_NE(edition_of(other, scale), edition_of(schedule(), scale));
}

}  // namespace
}  // namespace insight
