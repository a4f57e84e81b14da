#include "measures/taking_forms.hpp"

#include "base/hundredths.hpp"
#include "base/text.hpp"
#include "http/read_form.hpp"

namespace measures::forms {
namespace {

constexpr int years_back = 2;
constexpr int a_point = 100;

std::string refusal(Definition const& definition, Row const& row, std::optional<int> stored) {
    return what_to_enter(definition) + " for " + row.name + " in " + std::string(word(definition.kind)) +
           ", or leave it blank. " +
           (stored ? hundredths::in_words(*stored) + " is still stored" : "Nothing is stored");
}

void read_row(
    Fields const& form,
    std::vector<Measure> const& measures,
    Row const& row,
    std::vector<TypedScore>& all,
    FormErrors& errors
) {
    auto const stood = stood_in(form, row.pupil, measures);
    for (std::size_t at = 0; at < measures.size(); ++at) {
        auto const& definition = measures[at].definition;
        auto const field = score_field(row.pupil, definition.kind);
        if (!form.has(field)) continue;
        auto const typed = text::trimmed(form.value(field));
        auto const score = hundredths::parse(typed);
        if (!typed.empty() && (!score || !is_on_scale(definition, *score)))
            errors.push_back({field, refusal(definition, row, row.stored[at])});
        all.push_back({.pupil = row.pupil, .measure = measures[at].id, .score = score, .stood = stood[at]});
    }
}

}  // namespace

Expected<std::vector<TypedScore>, FormErrors> scores(
    Fields const& form, std::vector<Measure> const& measures, std::vector<Row> const& rows
) {
    std::vector<TypedScore> all;
    FormErrors errors;
    for (auto const& row : rows) read_row(form, measures, row, all, errors);
    if (!errors.empty()) return refuse(errors);
    return all;
}

std::string what_to_enter(Definition const& definition) {
    auto words = "Enter a score from " + hundredths::in_words(definition.least) + " to " +
                 hundredths::in_words(definition.most);
    if (definition.step != a_point) words += " in steps of " + hundredths::in_words(definition.step);
    return words;
}

Expected<Date, FormErrors> day(Fields const& query, Date today) {
    http::FormReader form(query);
    auto const day = form.date_if_any("on", http::within_the_last(years_back, today));
    if (!form.errors().empty()) return refuse(form.errors());
    return day.value_or(today);
}

}  // namespace measures::forms
