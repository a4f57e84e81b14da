#include "retention/rules.hpp"

#include <algorithm>

namespace retention {
namespace {

Category category_of(Record const& record) {
    if (record.special_needs) return Category::special_needs;
    return record.taken_further ? Category::nurture : Category::not_taken_up;
}

Due due(Category category, Date from, std::span<Period const> set) {
    return {category, calendar::years_later(from, period_of(category, set).years)};
}

Date last_entry(Record const& record) {
    auto const closing = record.last_closing.value();
    return calendar::local_date(std::max(closing, record.last_check_in.value_or(closing)));
}

}  // namespace

Period period_of(Category category, std::span<Period const> set) {
    auto const own = std::ranges::find(set, category, &Period::category);
    return own == set.end() ? Period{.category = category, .years = own_years(category)} : *own;
}

std::vector<Due> dues_of(Record const& record, std::span<Period const> set) {
    std::vector<Due> dues;
    if (record.has_case && !record.open_case && record.last_closing) {
        auto const category = category_of(record);
        auto const from = from_of(category) == From::birth ? record.born_on : last_entry(record);
        dues.push_back(due(category, from, set));
    }
    if (record.has_pointer) dues.push_back(due(Category::safeguarding_pointer, record.born_on, set));
    if (record.left_on && !record.has_case && !record.has_pointer)
        dues.push_back(due(Category::on_the_roll, *record.left_on, set));
    return dues;
}

std::optional<Refusal> objection_to_erasing(
    Record const& record, Category category, std::span<Period const> set, Date today
) {
    if (record.held) return Refusal::held;
    auto const dues = dues_of(record, set);
    auto const found = std::ranges::find(dues, category, &Due::category);
    if (found == dues.end() || found->on > today) return Refusal::not_due;
    if (record.request_waits) return Refusal::request_waits;
    return std::nullopt;
}

std::optional<Refusal> objection_to_second(Erasure const& erasure, StaffId const& person) {
    if (erasure.erased_at) return Refusal::already_erased;
    if (erasure.first_by == person) return Refusal::same_person;
    return std::nullopt;
}

}  // namespace retention
