#include "assessments/forms.hpp"

#include <algorithm>

#include "assessments/fields.hpp"
#include "base/hundredths.hpp"
#include "http/read_date.hpp"
#include "http/read_form.hpp"

namespace assessments::forms {
namespace {

constexpr long most_items = 40;
constexpr std::size_t name_length = 40;
constexpr std::size_t words_length = 200;
constexpr std::size_t reason_length = 500;
constexpr int years_back = 2;

bool is_asked(Form const& form, int number) {
    return form.items.empty() || std::ranges::count(form.items, number) > 0;
}

void read_items(http::FormReader& form, Instrument const& instrument, Form const& asked, Rating& rating) {
    for (auto const& item : instrument.items) {
        if (!is_asked(asked, item.number)) continue;
        auto const field = item_field(item.number);
        auto const chosen = form.number(
            field,
            "Choose a rating for " +
                (item.words.empty() ? "item " + std::to_string(item.number) : "“" + item.words + "”"),
            instrument.rating->least,
            instrument.rating->most
        );
        rating.ratings.push_back({item.number, static_cast<int>(chosen)});
    }
}

void read_scores(http::FormReader& form, Instrument const& instrument, Rating& rating) {
    for (auto const& scale : scales_of(instrument)) {
        auto const scores = scores_of(instrument, scale);
        if (!scale.sum_of.empty() || !scores) continue;
        auto const field = score_field(scale.code);
        auto const& range = *scores;
        std::string words;
        if (scale.named_by_child) words = form.text_if_any(words_field(scale.code), words_length);
        bool const left_out = scale.optional && words.empty() && form.fields().value(field).empty();
        if (left_out) continue;
        if (scale.named_by_child && words.empty())
            form.add_error(words_field(scale.code), "Enter the goal in the child's words");
        auto const score = form.number_for("“" + scale.label + "”", field, range.least, range.most);
        rating.scores.push_back({.scale = scale.code, .score = static_cast<int>(score), .words = words});
    }
}

// A number with two places at most; one that is none is an error of its field.
double decimal(http::FormReader& form, std::string const& field, std::string const& absent) {
    constexpr double in_a_point = 100;
    auto const typed = hundredths::parse(form.fields().value(field));
    if (!typed) form.add_error(field, absent);
    return typed.value_or(0) / in_a_point;
}

// Within what the scale can score; a sum, and one of which that is not known yet, within what any can.
Range usual_scores(Instrument const& instrument, Scale const& scale) {
    constexpr int most_of_any = 1000;
    auto const known = scale.sum_of.empty() ? scores_of(instrument, scale) : std::nullopt;
    return known.value_or(Range{0, most_of_any});
}

// All three of a scale, or none.
std::optional<Precision> precision(http::FormReader& form, Scale const& scale) {
    auto const fields = precision_fields(scale.code);
    auto const of_it = " of “" + called(scale) + "”";
    auto const is_empty = [&](std::string const& field) { return form.fields().value(field).empty(); };
    if (std::ranges::all_of(fields, is_empty)) return std::nullopt;
    auto const& [mean, spread, reliability] = fields;
    return Precision{
        .mean = decimal(form, mean, "Enter the mean" + of_it + ", such as 12.5"),
        .standard_deviation = decimal(form, spread, "Enter the standard deviation" + of_it),
        .reliability = decimal(form, reliability, "Enter the reliability" + of_it + ", such as 0.85"),
        .kind = form.choice_if_any<ReliabilityKind>("reliability_kind")};
}

}  // namespace

Expected<Rating, FormErrors> rating(
    Fields const& fields, LoadedInstrument const& loaded, Occasion occasion, Date today
) {
    http::FormReader form(fields);
    auto const& instrument = loaded.instrument;
    Rating rating{.occasion = occasion};
    rating.informant = form.choice<Informant>("informant", "Choose whose view it is");
    rating.rated_on =
        form.date("rated_on", "Enter the day of the rating", http::within_the_last(years_back, today));
    rating.scheme = form.text_if_any("scheme", name_length);
    rating.norms = form.id_if_any<NormSetId>("norms");
    rating.beside = form.id_if_any<AssessmentId>("beside");
    auto const* const asked = form_for(instrument, occasion);
    if (!instrument.items.empty())
        read_items(form, instrument, asked == nullptr ? Form{} : *asked, rating);
    else
        read_scores(form, instrument, rating);
    if (!form.errors().empty()) return refuse(form.errors());
    return rating;
}

Date rated_on(Fields const& fields, Date today) {
    auto const day = http::read_date(fields, "rated_on");
    return day && *day ? **day : today;
}

Fields begun(Begun const& begun) {
    Fields fields;
    fields.add("informant", std::string(word(begun.informant)));
    fields.add("rated_on", calendar::iso(begun.today));
    fields.add("scheme", begun.scheme);
    if (begun.norms) fields.add("norms", std::string(begun.norms->text()));
    if (begun.last == nullptr) return fields;
    for (auto const& one : begun.last->scores)
        if (!one.words.empty()) fields.add(words_field(one.scale), one.words);
    return fields;
}

Expected<ItemCounts, FormErrors> item_counts(Fields const& fields, std::vector<std::string> const& scales) {
    http::FormReader form(fields);
    ItemCounts items;
    for (auto const& scale : scales)
        items[scale] = static_cast<int>(
            form.number(count_field(scale), "Enter how many items " + scale + " has", 1, most_items)
        );
    if (!form.errors().empty()) return refuse(form.errors());
    return items;
}

Expected<NormSet, FormErrors> norms(Fields const& fields, Instrument const& instrument) {
    http::FormReader form(fields);
    NormSet read{.code = form.text("code", "Enter a short name, such as 2017", name_length), .bands = {}};
    auto const& ages = instrument.ages;
    auto const age = [&](std::string_view field) {
        return static_cast<int>(
            form.number(field, "Enter an age in years, from " + in_words(ages), ages.least, ages.most)
        );
    };
    read.ages.least = age("least_age");
    read.ages.most = age("most_age");
    read.source = form.text("source", "Enter where they stand, such as our licensed copy", words_length);
    for (auto const& scale : scales_of(instrument)) {
        auto const low = low_field(scale.code);
        auto const high = high_field(scale.code);
        auto const relied_on = precision(form, scale);
        bool const has_range = !form.fields().value(low).empty() || !form.fields().value(high).empty();
        if (!has_range && !relied_on) continue;
        auto const scores = usual_scores(instrument, scale);
        auto const end = [&](std::string const& field, std::string_view which) {
            auto const what = "the " + std::string(which) + " usual score of “" + called(scale) + "”";
            return static_cast<int>(form.number_for(what, field, scores.least, scores.most));
        };
        auto const lowest = end(low, "lowest");
        read.bands.push_back({scale.code, {lowest, end(high, "highest")}, relied_on});
    }
    auto const is_relied_on = [](NormBand const& band) { return band.precision.has_value(); };
    if (std::ranges::any_of(read.bands, is_relied_on) &&
        !form.choice_if_any<ReliabilityKind>("reliability_kind"))
        form.add_error("reliability_kind", "Choose what kind of reliability it is");
    if (!form.errors().empty()) return refuse(form.errors());
    return read;
}

Expected<std::string, FormErrors> why_taken_back(Fields const& fields) {
    http::FormReader form(fields);
    auto why = form.text("why", "Enter why it is taken back", reason_length);
    if (!form.errors().empty()) return refuse(form.errors());
    return why;
}

}  // namespace assessments::forms
