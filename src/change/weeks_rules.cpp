#include "change/weeks_rules.hpp"

#include <algorithm>
#include <set>

#include "assessments/instrument_rules.hpp"
#include "assessments/rules.hpp"
#include "statistics/overlap.hpp"

namespace change {
namespace {

using assessments::Assessment;
using assessments::Direction;
using assessments::Instrument;
using assessments::LoadedInstrument;
using assessments::Occasion;

bool counts(Assessment const& one, std::span<Assessment const> all) {
    return one.occasion == Occasion::weekly && tells_of_the_child(one, all);
}

using Ratings = std::vector<Assessment const*>;

bool is_a_view(Assessment const& one, View const& view) {
    return one.instrument == view.by && one.informant == view.informant;
}

Direction direction_of(Instrument const& instrument, std::string_view scale) {
    auto const* const section = section_of(instrument, scale);
    return section == nullptr ? Direction::high_is_good : section->direction;
}

// A goal that became another is another series: its numbers say how near the child was to something else.
std::string label_of(assessments::Scale const& scale, std::string const& words) {
    return words.empty() ? scale.label : "“" + words + "”";
}

std::vector<Series> of_scale(
    assessments::Scale const& scale, Ratings const& ratings, Instrument const& instrument
) {
    auto const range = range_of(instrument, scale.code, Occasion::weekly);
    std::vector<Series> made;
    for (auto const* const one : ratings) {
        auto const* const score = score_of(*one, scale.code);
        if (score == nullptr || !range) continue;
        auto const label = label_of(scale, score->words);
        auto series = std::ranges::find(made, label, &Series::label);
        if (series == made.end()) {
            made.push_back(
                {.label = label,
                 .better = direction_of(instrument, scale.code),
                 .scores = *range,
                 .ratings = {}}
            );
            series = std::prev(made.end());
        }
        series->ratings.push_back({one->rated_on, static_cast<double>(score->score)});
    }
    return made;
}

bool may_be_added_up(std::vector<Series> const& parts, Ratings const& ratings) {
    return parts.size() > 1 && std::ranges::all_of(parts, [&](Series const& part) {
               return part.ratings.size() == ratings.size() && part.better == parts.front().better;
           });
}

Series added_up(std::vector<Series> const& parts) {
    Series sum = parts.front();
    sum.label.clear();
    for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
        sum.scores = {sum.scores.least + part->scores.least, sum.scores.most + part->scores.most};
        for (std::size_t i = 0; i < sum.ratings.size(); ++i) sum.ratings[i].rating += part->ratings[i].rating;
    }
    return sum;
}

void fill(View& view, Ratings const& ratings, Instrument const& instrument) {
    std::set<StaffId> raters;
    for (auto const* const one : ratings) raters.insert(one->rater);
    view.raters = static_cast<int>(raters.size());
    for (auto const& scale : scales_of(instrument)) {
        if (!scale.sum_of.empty()) continue;
        auto const series = of_scale(scale, ratings, instrument);
        view.series.insert(view.series.end(), series.begin(), series.end());
    }
    view.adds_up = may_be_added_up(view.series, ratings);
    if (view.adds_up) view.series.insert(view.series.begin(), added_up(view.series));
}

struct Sides {
    std::vector<double> before;
    std::vector<double> during;
    std::size_t with_session = 0;  // of during
};

Sides sides_of(Series const& series, Support const& support) {
    Sides sides;
    for (auto const& one : series.ratings) {
        if (!support.began_on || one.on < *support.began_on)
            sides.before.push_back(one.rating);
        else if (!support.ended_on || one.on <= *support.ended_on) {
            sides.during.push_back(one.rating);
            if (has_session(support, one.on)) ++sides.with_session;
        }
    }
    return sides;
}

bool have_ties(Sides const& sides) {
    return std::ranges::any_of(sides.during, [&](double rating) {
        return std::ranges::count(sides.before, rating) > 0;
    });
}

std::optional<Untested> why_untested(View const& view, std::size_t at, Sides const& sides) {
    if (!statistics::p_may_be_shown(sides.before.size(), sides.during.size())) return Untested::few_ratings;
    if (!rates_in_person(view.informant)) return Untested::unknown_who_answered;
    if (view.raters > 1) return Untested::several_raters;
    if (at > 0 || (view.series.size() > 1 && !view.adds_up)) return Untested::one_of_several;
    return std::nullopt;
}

}  // namespace

std::vector<View> weekly_views(
    std::span<Assessment const> all, std::map<InstrumentId, LoadedInstrument> const& instruments
) {
    std::vector<View> views;
    for (auto const& one : all) {
        bool const is_new =
            std::ranges::none_of(views, [&](View const& view) { return is_a_view(one, view); });
        if (counts(one, all) && is_new && instruments.contains(one.instrument))
            views.push_back({.by = one.instrument, .informant = one.informant, .series = {}});
    }
    for (auto& view : views) {
        Ratings ratings;
        for (auto const& one : all)
            if (is_a_view(one, view) && counts(one, all)) ratings.push_back(&one);
        fill(view, ratings, instruments.at(view.by).instrument);
    }
    return views;
}

Weeks told(View const& view, std::size_t at, Support const& support) {
    auto const& series = view.series.at(at);
    auto const sides = sides_of(series, support);
    Weeks weeks{
        .before = sides.before.size(), .during = sides.during.size(), .with_session = sides.with_session};
    if (!support.began_on) return weeks;  // waiting
    weeks.verdict = sides.before.empty() ? Verdict::no_baseline : Verdict::none_during;
    if (sides.before.empty() || sides.during.empty()) return weeks;
    auto const better =
        series.better == Direction::high_is_good ? statistics::Direction::high : statistics::Direction::low;
    auto const overlap = statistics::overlap(sides.before, sides.during, better);
    if (!overlap) return weeks;
    weeks.nap = overlap->nap;
    weeks.has_ties = have_ties(sides);
    weeks.untested = why_untested(view, at, sides);
    weeks.verdict = Verdict::described;
    if (weeks.untested) return weeks;
    constexpr double five_in_a_hundred = 0.05;
    weeks.p = weeks.is_a_fall() ? overlap->p_either_way : overlap->p_improvement;
    weeks.verdict = weeks.p <= five_in_a_hundred ? Verdict::beyond_chance : Verdict::may_be_chance;
    return weeks;
}

}  // namespace change
