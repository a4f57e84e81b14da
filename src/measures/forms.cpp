#include "measures/forms.hpp"

#include "base/hundredths.hpp"
#include "http/read_form.hpp"

namespace measures::forms {
namespace {

constexpr std::size_t most_of_a_name = 60;
constexpr std::size_t most_of_a_meaning = 500;
// A scale with more is no scale that people enter scores on.
constexpr int most_scores = 1'000;
constexpr int most_steps_of_a_rating = 11;
// The methods that look at a spread ask for so many: on fewer, most scores are ties.
constexpr int least_scores_of_a_spread = 10;

int points(http::FormReader& form, std::string_view field, std::string_view absent) {
    auto const value = hundredths::parse(form.fields().value(field));
    if (!value) form.add_error(field, absent);
    return value.value_or(0);
}

bool has_a_spread(Scale scale) { return scale == Scale::several_items || scale == Scale::standardised; }

void check_scale(http::FormReader& form, Definition const& definition) {
    auto const span = definition.most - definition.least;
    if (span <= 0) return form.add_error("most", "Enter a highest score above the lowest");
    if (definition.step <= 0) return form.add_error("step", "Enter a step above 0, such as 1 or 0.5");
    if (span % definition.step != 0)
        return form.add_error("step", "From the lowest score, no whole number of steps leads to the highest");
    if (scores_on(definition) > most_scores)
        return form.add_error("step", "Enter a larger step: the scale has more than 1,000 scores");
    if (definition.scale == Scale::single_rating && scores_on(definition) > most_steps_of_a_rating)
        form.add_error("scale", "One rating has 11 steps at the most. Choose what else the scores are");
    if (has_a_spread(definition.scale) && scores_on(definition) < least_scores_of_a_spread)
        form.add_error(
            "scale",
            "Ratings added up and standardised scores have at least 10 different scores. Choose one rating"
        );
}

}  // namespace

Expected<Definition, FormErrors> definition(Fields const& fields) {
    http::FormReader form(fields);
    Definition const definition{
        .kind = form.choice<Kind>("kind", "Choose what it measures"),
        .name = form.text("name", "Enter what teachers will read above the scores", most_of_a_name),
        .least = points(form, "least", "Enter the lowest score, such as 1"),
        .most = points(form, "most", "Enter the highest score, such as 5"),
        .step = points(form, "step", "Enter the step between two scores, such as 1 or 0.5"),
        .concern_when = form.choice<ConcernWhen>("concern_when", "Choose which scores give concern"),
        .scale = form.choice<Scale>("scale", "Choose what the scores are"),
        .rated_by = form.choice<RatedBy>("rated_by", "Choose where the scores come from"),
        .taken_each = form.choice<TakenEach>("taken_each", "Choose how often it is taken"),
        .meaning = form.text_if_any("meaning", most_of_a_meaning)};
    if (form.errors().empty()) check_scale(form, definition);
    if (!form.errors().empty()) return refuse(form.errors());
    return definition;
}

Fields typed(Definition const& definition) {
    Fields fields;
    fields.add("kind", std::string(word(definition.kind)));
    fields.add("name", definition.name);
    fields.add("least", hundredths::in_words(definition.least));
    fields.add("most", hundredths::in_words(definition.most));
    fields.add("step", hundredths::in_words(definition.step));
    fields.add("concern_when", std::string(word(definition.concern_when)));
    fields.add("scale", std::string(word(definition.scale)));
    fields.add("rated_by", std::string(word(definition.rated_by)));
    fields.add("taken_each", std::string(word(definition.taken_each)));
    fields.add("meaning", definition.meaning);
    return fields;
}

std::optional<Ready> ready(Fields const& form) { return from_word<Ready>(form.value("ready")); }

int version(Fields const& form) {
    http::FormReader reader(form);
    constexpr long most = 1'000'000;
    return static_cast<int>(reader.number_if_any("version", 1, most).value_or(0));
}

}  // namespace measures::forms
