#include "exchange/year_rules.hpp"

#include <charconv>
#include <cstdlib>
#include <optional>

namespace exchange {
namespace {

constexpr int nursery = -1;
constexpr int reception = 0;
// Who was four when the school year began is in Reception.
constexpr int age_before_year_1 = 5;

std::optional<int> number_of(std::string const& year_group) {
    if (year_group == "N") return nursery;
    if (year_group == "R") return reception;
    int number = 0;
    auto const* const end = year_group.data() + year_group.size();
    auto const [at, error] = std::from_chars(year_group.data(), end, number);
    if (error != std::errc{} || at != end) return std::nullopt;
    return number;
}

}  // namespace

bool lies_far_from_age(std::string const& year_group, Date born_on, int school_year) {
    auto const year = number_of(year_group);
    auto const by_age = school_year - calendar::school_year(born_on) - age_before_year_1;
    return year && std::abs(*year - by_age) > 1;
}

bool lies_outside(std::vector<std::string> const& years_of_classes, std::string const& year_group) {
    auto const year = number_of(year_group);
    if (!year || years_of_classes.empty()) return false;
    bool above_one = false;
    bool below_one = false;
    for (auto const& one : years_of_classes) {
        auto const of_class = number_of(one);
        if (!of_class) return false;
        above_one = above_one || *year >= *of_class;
        below_one = below_one || *year <= *of_class;
    }
    return !above_one || !below_one;
}

}  // namespace exchange
