#include "design/until.hpp"

#include <algorithm>

#include "design/drawings.hpp"

namespace design {
namespace {

bool is_of(std::string_view name, DateInput const& day) {
    return name == day.name || name.starts_with(day.name + "-");
}

bool is_wanted(Answers const& answers, DateInput const& day) {
    auto const is_typed = [&](auto const& entry) { return !entry.second.empty() && is_of(entry.first, day); };
    auto const is_wrong = [&](FieldError const& error) { return is_of(error.field, day); };
    return std::ranges::any_of(answers.typed.entries(), is_typed) ||
           std::ranges::any_of(answers.errors, is_wrong);
}

}  // namespace

h::Node until(Answers const& answers, std::string_view words, std::vector<DateInput> const& days) {
    bool const open = std::ranges::any_of(days, [&](auto const& day) { return is_wanted(answers, day); });
    return h::details(
        h::css("more"),
        h::flag("open", open),
        h::summary(h::css("more__summary"), drawn_calendar(), h::span(words)),
        h::div(
            h::css("more__content"),
            h::each(days, [&](DateInput const& day) { return date_input(answers, day); })
        )
    );
}

}  // namespace design
