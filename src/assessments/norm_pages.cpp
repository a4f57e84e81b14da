#include "assessments/norm_pages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessments/fields.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace assessments::pages {
namespace {

// What any band of a set says beside its range has a column.
struct Columns {
    bool tenths = false;
    bool precision = false;
};

Columns columns_of(NormSet const& norms) {
    Columns columns;
    for (auto const& band : norms.bands) {
        columns.tenths = columns.tenths || band.lowest_tenth || band.highest_tenth;
        columns.precision = columns.precision || band.precision;
    }
    return columns;
}

std::vector<h::Node> row_of(NormBand const& band, Columns const& columns) {
    constexpr auto untold = "not told";
    std::vector<h::Node> row{band.scale, in_words(band.usual)};
    if (columns.tenths) {
        row.emplace_back(band.lowest_tenth ? "up to " + std::to_string(*band.lowest_tenth) : untold);
        row.emplace_back(band.highest_tenth ? "from " + std::to_string(*band.highest_tenth) : untold);
    }
    if (!columns.precision) return row;
    for (auto const figure : {&Precision::mean, &Precision::standard_deviation, &Precision::reliability})
        row.emplace_back(band.precision ? fmt::format("{:g}", (*band.precision).*figure) : untold);
    return row;
}

h::Node table_of(LoadedNorms const& held) {
    using design::Align;
    auto const columns = columns_of(held.norms);
    design::Table table{
        .caption = held.own ? name_of(held) + ", " + seen_by(held.own->informant) : "Norms " + name_of(held),
        .columns = {{"Strand or scale"}, {held.own ? "Middle half" : "Usual range", Align::number}},
        .rows = {}};
    auto const add = [&](bool shown, std::vector<std::string> const& headings) {
        for (auto const& heading : headings)
            if (shown) table.columns.push_back({heading, Align::number});
    };
    add(columns.tenths, {"Lowest tenth", "Highest tenth"});
    add(columns.precision, {"Mean", "Standard deviation", "Reliability"});
    for (auto const& band : held.norms.bands) table.rows.push_back(row_of(band, columns));
    return design::table(table);
}

// "Reliability of one child rated twice (test-retest). "
std::string kind_of_reliability(NormSet const& norms) {
    for (auto const& band : norms.bands)
        if (band.precision)
            return band.precision->kind
                       ? "Reliability of " + std::string(in_words(*band.precision->kind)) + ". "
                       : "What kind of reliability it is, was not asked. ";
    return {};
}

std::string where_from(LoadedNorms const& held) {
    auto const by = held.made_by_name + " on " + calendar::in_words(calendar::local_date(held.made_at));
    if (held.own) return who_they_are(*held.own) + " Made by " + by;
    return kind_of_reliability(held.norms) + held.norms.source +
           (held.norms.source.empty() ? "Typed by " : ". Typed by ") + by;
}

bool is_typed(Answers const& answers, Scale const& scale) {
    auto const fields = precision_fields(scale.code);
    return std::ranges::any_of(fields, [&](std::string const& field) {
        return !answers.typed.value(field).empty() || !answers.error(field).empty();
    });
}

// Most schools have no manual that says it, so it stands aside.
h::Node spread(Answers const& answers, Scale const& scale) {
    constexpr std::array labels{"Mean", "Standard deviation", "Reliability, from 0 to 1"};
    auto const fields = precision_fields(scale.code);
    std::vector<h::Node> inputs;
    for (std::size_t i = 0; i < fields.size(); ++i)
        inputs.push_back(design::text_input(
            answers,
            {.name = fields[i], .label = labels[i], .width = design::Chars::five, .input_mode = "decimal"}
        ));
    return design::details(
        "How far its scores can be relied on", h::div(h::css("two_numbers"), inputs), is_typed(answers, scale)
    );
}

std::vector<design::Choice> kinds_of_reliability() {
    std::vector<design::Choice> choices;
    for (auto const kind : all_of<ReliabilityKind>())
        choices.push_back({.value = std::string(word(kind)), .text = "Of " + std::string(in_words(kind))});
    return choices;
}

h::Node usual_range(Answers const& answers, Instrument const& instrument, Scale const& scale) {
    auto const scores = range_in_words(instrument, scale);
    return design::fieldset(
        called(scale),
        h::div(
            h::css("two_numbers"),
            design::text_input(
                answers,
                {.name = low_field(scale.code),
                 .label = "Lowest usual score",
                 .hint = scores,
                 .width = design::Chars::five,
                 .input_mode = "numeric"}
            ),
            design::text_input(
                answers,
                {.name = high_field(scale.code),
                 .label = "Highest usual score",
                 .hint = scores,
                 .width = design::Chars::five,
                 .input_mode = "numeric"}
            ),
            spread(answers, scale)
        ),
        design::Size::small
    );
}

h::Node age_input(Answers const& answers, std::string_view name, std::string_view label) {
    return design::text_input(
        answers,
        {.name = std::string(name),
         .label = std::string(label),
         .width = design::Chars::three,
         .input_mode = "numeric",
         .suffix = "years"}
    );
}

}  // namespace

h::Node norms_held(LoadedInstrument const& loaded) {
    if (loaded.norms.empty()) return design::empty_state("No norms are held for it.");
    std::vector<h::Node> tables;
    for (auto const& one : loaded.norms)
        tables.push_back(h::group(table_of(one), design::small_print(where_from(one))));
    return h::group(tables);
}

h::Node norms_form(design::FormGuard const& guard, LoadedInstrument const& loaded, Answers const& answers) {
    auto const all = scales_of(loaded.instrument);
    auto const range = [&](Scale const& scale) -> h::Node {
        return usual_range(answers, loaded.instrument, scale);
    };
    return design::form(
        guard,
        path_of(loaded.id) + "/norms",
        h::h2("Add norms"),
        h::p("Type them from your school's licensed copy. Norms never change: add others beside them."),
        design::text_input(
            answers,
            {.name = "code", .label = "Short name", .hint = "Such as 2017", .width = design::Chars::ten}
        ),
        age_input(answers, "least_age", "From age"),
        age_input(answers, "most_age", "To age"),
        design::text_input(
            answers,
            {.name = "source", .label = "Where they stand", .hint = "Such as “Our licensed handbook”"}
        ),
        h::each(all, range),
        design::select(
            answers,
            {.name = "reliability_kind",
             .label = "What kind of reliability it is",
             .choices = kinds_of_reliability(),
             .hint = "Only by that of one child rated twice does Withy say whether a change is more than the "
                     "questionnaire’s wobble. Leave it out where you typed none.",
             .nothing = "None is typed"}
        ),
        design::button("Add the norms")
    );
}

}  // namespace assessments::pages
