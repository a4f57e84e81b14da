#include "insight/score_rules.hpp"

#include <algorithm>
#include <cstdlib>

#include "assessments/rules.hpp"

namespace insight {
namespace {

using assessments::Assessment;
using assessments::Occasion;

int days_from_start(Assessment const& one, Date start) { return std::abs(one.rated_on - start); }

// Halfway between two supports it belongs to the later one.
bool is_entry_of(Assessment const& one, SupportTime const& time) {
    return one.occasion == Occasion::entry && std::ranges::all_of(time.others, [&](Date other) {
               auto const own = days_from_start(one, time.began_on), others = days_from_start(one, other);
               return own < others || (own == others && other < time.began_on);
           });
}

bool is_later_of(Assessment const& one, SupportTime const& time) {
    bool const is_later = one.occasion == Occasion::exit || one.occasion == Occasion::follow_up;
    return is_later && time.began_on <= one.rated_on && one.rated_on <= time.until &&
           std::ranges::none_of(time.others, [&](Date other) {
               return time.began_on < other && other <= one.rated_on;
           });
}

bool is_named_by_child(assessments::Instrument const& instrument, std::string const& code) {
    auto const* const scale = assessments::scale_of(instrument, code);
    return scale != nullptr &&
           (scale->named_by_child || std::ranges::any_of(scale->sum_of, [&](std::string const& part) {
                return is_named_by_child(instrument, part);
            }));
}

// The one nearest to the start that the later may be compared with; nothing where there is none.
Assessment const* entry_for(
    Assessment const& later,
    std::span<Assessment const> all,
    SupportTime const& time,
    assessments::Instrument const& instrument
) {
    Assessment const* nearest = nullptr;
    for (auto const& one : all) {
        if (!tells_of_the_child(one, all) || !is_entry_of(one, time) || later.rated_on < one.rated_on)
            continue;
        if (assessments::objection_to_comparing(one, later, instrument)) continue;
        if (nearest == nullptr ||
            days_from_start(one, time.began_on) < days_from_start(*nearest, time.began_on))
            nearest = &one;
    }
    return nearest;
}

}  // namespace

std::map<Scale, Change> changes_of_scores(
    std::span<Assessment const> of_case, SupportTime const& time, Instruments const& instruments
) {
    std::map<Scale, Change> changes;
    for (auto const& later : of_case) {
        if (!tells_of_the_child(later, of_case) || !is_later_of(later, time)) continue;
        auto const& loaded = instruments.at(later.instrument);
        auto const& instrument = loaded.instrument;
        auto const* const entry = entry_for(later, of_case, time, instrument);
        if (entry == nullptr) continue;
        for (auto const& change : assessments::changes_between(*entry, later)) {
            if (is_named_by_child(instrument, change.scale)) continue;
            Scale const scale{
                .instrument = instrument.code,
                .version = loaded.version,
                .scale = change.scale,
                .informant = std::string(word(later.informant)),
                .span = later.occasion == Occasion::exit ? Span::entry_to_exit : Span::entry_to_follow_up};
            changes.insert_or_assign(
                scale,
                Change{
                    .by = static_cast<double>(change.difference()), .days = later.rated_on - entry->rated_on}
            );
        }
    }
    return changes;
}

}  // namespace insight
