#include "measures/class_page_actions.hpp"

#include <algorithm>

#include "base/hundredths.hpp"
#include "base/text.hpp"
#include "measures/occasion_rules.hpp"
#include "measures/taking_actions.hpp"
#include "schools/store.hpp"

namespace measures::actions {
namespace {

std::vector<Stood> standing_of(ClassOnDay const& on_day, PupilId const& pupil) {
    std::vector<Stood> row;
    for (auto const& measure : on_day.measures)
        row.push_back({on_day.score(pupil, measure.id), on_day.version(pupil, measure.id)});
    return row;
}

std::string in_words_of(std::optional<int> score) {
    return score ? hundredths::in_words(*score) : std::string();
}

bool was_touched(Fields const& typed, std::string const& field, Stood const& stood) {
    if (!typed.has(field)) return false;
    auto const value = text::trimmed(typed.value(field));
    auto const score = hundredths::parse(value);
    return value.empty() ? stood.score.has_value() : !score || score != stood.score;
}

// Whether the page has said what somebody else entered there: the error of what is on its scale.
bool saw_anothers(Definition const& definition, std::string_view value, std::string const& error) {
    auto const score = hundredths::parse(value);
    return !error.empty() && (value.empty() || (score && is_on_scale(definition, *score)));
}

bool is_of(Fields const& typed, Measure const& measure) {
    auto const field = measure_field(measure.definition.kind);
    return !typed.has(field) || typed.value(field) == measure.id.text();
}

Line line_of(ClassOnDay const& on_day, need_to_know::Named const& pupil, Answers const& answers) {
    auto const& measures = on_day.measures;
    auto const now = standing_of(on_day, pupil.id());
    Line line{
        .pupil = pupil,
        .cells = {},
        .stood_field = stood_field(pupil.id()),
        .stood = {},
        .is_complete = std::ranges::all_of(measures, [&](Measure const& one) {
            return !on_day.takes(pupil.id(), one.id) || on_day.score(pupil.id(), one.id);
        })};
    auto over = now;
    auto const shown = stood_in(answers.typed, pupil.id(), measures);
    for (std::size_t at = 0; at < measures.size(); ++at) {
        auto const field = score_field(pupil.id(), measures[at].definition.kind);
        if (!on_day.takes(pupil.id(), measures[at].id)) {
            line.cells.emplace_back();
            continue;
        }
        bool const touched = was_touched(answers.typed, field, shown[at]);
        auto const value =
            touched ? std::string(text::trimmed(answers.typed.value(field))) : in_words_of(now[at].score);
        auto const error = std::string(answers.error(field));
        // What was typed stays against what it was typed over until the page has said what stands now: else
        // the next save would put it over another's score unseen.
        if (touched && is_of(answers.typed, measures[at]) &&
            !saw_anothers(measures[at].definition, value, error))
            over[at] = shown[at];
        line.cells.push_back({.field = field, .value = value, .error = error});
    }
    line.stood = as_text(over);
    return line;
}

// Of the measure that is taken most often.
std::string occasion_in_words(schools::OpenDays const& open, std::vector<Measure> const& measures, Date day) {
    auto each = TakenEach::year;
    for (auto const& measure : measures) each = std::min(each, measure.definition.taken_each);
    auto const occasion = occasion_of(each, open, day);
    return occasion ? occasion->name : std::string();
}

// On a page of today: which earlier scores count with those that are entered on it, and whose are missing.
void add_what_counts(Visit const& visit, ClassPage& page) {
    if (page.on_day.day != visit.today || page.occasion.empty()) return;
    for (auto const& [so_far, occasion] : page.takings)
        if (occasion == page.occasion && so_far.taking.taken_on != visit.today)
            page.counting.push_back(so_far.taking.taken_on);
    if (page.counting.empty()) return;
    auto const lack = who_lack_one(visit, page.on_day.class_id);
    std::ranges::copy_if(
        page.on_day.pupils,
        std::back_inserter(page.lacking),
        [&](need_to_know::Named const& pupil) { return std::ranges::find(lack, pupil.id()) != lack.end(); }
    );
}

}  // namespace

ClassPage page_of(Visit const& visit, ClassOnDay on_day, Fields const& typed, FormErrors errors) {
    note_read(visit, on_day);
    ClassPage page{
        .on_day = std::move(on_day), .today = visit.today, .occasion = {}, .lines = {}, .takings = {}};
    page.errors = std::move(errors);
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const& measures = page.on_day.measures;
    page.occasion = occasion_in_words(open, measures, page.on_day.day);
    for (auto const& taken : takings_of(visit, page.on_day.class_id))
        page.takings.push_back({taken, occasion_in_words(open, measures, taken.taking.taken_on)});
    add_what_counts(visit, page);
    for (auto const& pupil : page.on_day.pupils)
        page.lines.push_back(line_of(page.on_day, pupil, {typed, page.errors}));
    return page;
}

}  // namespace measures::actions
