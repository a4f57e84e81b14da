#include "assessments/fields.hpp"

#include "base/text.hpp"

namespace assessments {
namespace {

std::string named(std::string_view what, std::string_view scale) {
    return std::string(what) + "-" + std::string(scale);
}

}  // namespace

std::string score_field(std::string_view scale) { return named("score", scale); }
std::string item_field(int number) { return named("item", std::to_string(number)); }
std::string words_field(std::string_view scale) { return named("words", scale); }
std::string count_field(std::string_view scale) { return named("items", scale); }
std::string low_field(std::string_view scale) { return named("low", scale); }
std::string high_field(std::string_view scale) { return named("high", scale); }
std::array<std::string, 3> precision_fields(std::string_view scale) {
    return {named("mean", scale), named("spread", scale), named("reliability", scale)};
}
std::string areas_field(std::string_view scale) { return named("areas", scale); }
std::string stood_field(std::string_view scale) { return "stood." + std::string(scale); }

std::string in_words(Range const& range) {
    return std::to_string(range.least) + " to " + std::to_string(range.most);
}

std::string range_in_words(Instrument const& instrument, Scale const& scale) {
    if (!scale.sum_of.empty()) return "the sum of " + text::listed(scale.sum_of);
    auto const scores = scores_of(instrument, scale);
    return scores ? in_words(*scores) : "not known yet";
}

}  // namespace assessments
