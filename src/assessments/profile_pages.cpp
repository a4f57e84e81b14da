#include "assessments/profile_pages.hpp"

#include <algorithm>

#include "assessments/fields.hpp"
#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/profile.hpp"

namespace assessments::pages {
namespace {

std::string begun_small(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

LoadedNorms const* norms_of(Read const& read) {
    return assessments::norms_of(*read.loaded, read.assessment.norms);
}

std::optional<design::ProfileRange> usual_of(LoadedNorms const* norms, std::string_view scale) {
    if (norms == nullptr) return std::nullopt;
    auto const& bands = norms->norms.bands;
    auto const band = std::ranges::find(bands, scale, &NormBand::scale);
    if (band == bands.end()) return std::nullopt;
    return design::ProfileRange{band->usual.least, band->usual.most};
}

std::optional<int> value_of(Assessment const& assessment, std::string_view scale) {
    auto const* const score = score_of(assessment, scale);
    return score == nullptr ? std::nullopt : std::optional(score->score);
}

bool is_rated(std::vector<std::optional<int>> const& values) {
    return std::ranges::any_of(values, [](auto const& value) { return value.has_value(); });
}

std::string label_of(Scale const& scale, std::vector<Read const*> const& reads) {
    auto const* const score = score_of(reads.back()->assessment, scale.code);
    if (score == nullptr || score->words.empty()) return scale.label;
    return "“" + score->words + "”";
}

// What has become of a scale that is rated before and after.
void compare(design::ProfileColumn& column, std::vector<Change> const& changes) {
    if (column.values.size() < 2 || !column.values.front() || !column.values.back()) return;
    auto const change = std::ranges::find(changes, column.code, &Change::scale);
    if (change != changes.end()) {
        column.change = change->difference();
        return;
    }
    // The number says how near the child was to another goal: under the words of this one it would mislead.
    column.values.front().reset();
    column.first_left_out = "another goal";
}

design::ProfileSection section_of(
    Section const& section, std::vector<Read const*> const& reads, std::vector<Change> const& changes
) {
    design::ProfileSection made{
        .name = section.name + ": " + begun_small(in_words(section.direction)),
        .drawn_down = section.drawn == Drawn::down,
        .columns = {}};
    auto const& last = *reads.back();
    for (auto const& scale : section.scales) {
        std::vector<std::optional<int>> values;
        for (auto const* const read : reads) values.push_back(value_of(read->assessment, scale.code));
        auto const range = last.ranges.find(scale.code);
        if (!is_rated(values) || range == last.ranges.end()) continue;
        design::ProfileColumn column{
            .code = scale.code,
            .drawn_as = scale.named_by_child ? scale.label : "",
            .label = label_of(scale, reads),
            .scores = {range->second.least, range->second.most},
            .usual = usual_of(norms_of(last), scale.code),
            .values = std::move(values)};
        compare(column, changes);
        made.columns.push_back(std::move(column));
    }
    return made;
}

std::string caption_of(Read const& read) {
    std::string caption = "Each column is as tall as its strand can score. ";
    if (auto const* const norms = norms_of(read))
        caption += "The shaded band between two broken lines is " +
                   (norms->own ? "the middle half of " : std::string("what is usual by ")) +
                   held_against(*norms) +
                   (norms->norms.source.empty() ? "" : " (" + norms->norms.source + ")") + ". ";
    else
        caption += "It is held against no norms. ";
    if (!read.loaded->instrument.standardised) caption += "This instrument is not standardised. ";
    return caption + "A profile shows where to look; it is no diagnosis.";
}

std::string usual_heading(Read const& read) {
    auto const* const norms = norms_of(read);
    return norms != nullptr && norms->own ? "Middle half" : "Usual range";
}

std::vector<design::ProfileSection> sections_of(
    std::vector<Read const*> const& reads, std::vector<Change> const& changes = {}
) {
    std::vector<design::ProfileSection> sections;
    for (auto const& section : reads.back()->loaded->instrument.sections)
        if (auto made = section_of(section, reads, changes); !made.columns.empty())
            sections.push_back(std::move(made));
    return sections;
}

// "First goal has become another, so its earlier score is left out."
h::Node left_out(std::vector<design::ProfileSection> const& sections, Instrument const& instrument) {
    std::vector<std::string> labels;
    for (auto const& section : sections)
        for (auto const& column : section.columns)
            if (!column.first_left_out.empty()) labels.push_back(scale_of(instrument, column.code)->label);
    if (labels.empty()) return {};
    return h::p(
        text::listed(labels),
        labels.size() == 1 ? " has become another, so its earlier score is left out."
                           : " have become others, so their earlier scores are left out."
    );
}

}  // namespace

std::string named(Assessment const& assessment) {
    return std::string(in_words(assessment.occasion)) + ", " + calendar::day_month_year(assessment.rated_on) +
           ", " + begun_small(in_words(assessment.informant));
}

h::Node drawn(Read const& read, need_to_know::Named const& child) {
    return design::profile(
        {.title = child.forename() + ", " + begun_small(named(read.assessment)),
         .caption = caption_of(read),
         .series = {"Score"},
         .sections = sections_of({&read}),
         .change_heading = {},
         .usual_heading = usual_heading(read)}
    );
}

h::Node drawn(Pair const& pair, need_to_know::Named const& child) {
    auto const sections = sections_of({&pair.before, &pair.after}, pair.changes);
    auto const why_not = [&]() -> h::Node {
        return h::p(
            "The two are shown beside one another and not subtracted. ", in_words(*pair.why_not), "."
        );
    };
    return h::group(
        design::profile(
            {.title = child.forename() + ", before and after",
             .caption = caption_of(pair.after) +
                        (pair.why_not ? "" : " Two numbers do not prove what caused a change."),
             .series = {named(pair.before.assessment), named(pair.after.assessment)},
             .sections = sections,
             .change_heading = pair.why_not ? "" : "Change",
             .usual_heading = usual_heading(pair.after)}
        ),
        h::when(pair.why_not.has_value(), why_not),
        left_out(sections, pair.after.loaded->instrument)
    );
}

h::Node closed_notice(std::string const& why_closed) {
    if (why_closed.empty()) return {};
    return h::p(why_closed + ".");
}

h::Node bands(Read const& read) {
    design::Table table{
        .caption = {}, .columns = {{"Scale"}, {"Score", design::Align::number}, {"Called"}}, .rows = {}};
    auto const& instrument = read.loaded->instrument;
    for (auto const& score : read.assessment.scores) {
        if (score.band.empty()) continue;
        auto const scheme = std::ranges::find(instrument.schemes, score.scheme, &Scheme::code);
        table.caption =
            "By the scheme “" + (scheme == instrument.schemes.end() ? score.scheme : scheme->name) + "”";
        table.rows.push_back(
            {scale_of(instrument, score.scale)->label, std::to_string(score.score), score.band}
        );
    }
    if (table.rows.empty()) return {};
    return h::div(h::css("profile__figures"), design::table(table));
}

}  // namespace assessments::pages
