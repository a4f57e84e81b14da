#include "assessments/occasion_rules.hpp"

#include <algorithm>

namespace assessments {
namespace {

Occasion fitting(std::span<Assessment const> all, LoadedInstrument const& loaded, Stage stage) {
    auto const is_by_it = [&](Assessment const& one) {
        return one.instrument == loaded.id && !one.taken_back_at;
    };
    auto const is_rated = [&](Occasion occasion) {
        return std::ranges::any_of(all, [&](Assessment const& one) {
            return is_by_it(one) && one.occasion == occasion;
        });
    };
    switch (stage) {
        case Stage::before: return is_rated(Occasion::entry) ? Occasion::weekly : Occasion::entry;
        case Stage::running: return std::ranges::any_of(all, is_by_it) ? Occasion::weekly : Occasion::other;
        case Stage::over: return is_rated(Occasion::exit) ? Occasion::follow_up : Occasion::exit;
    }
    return Occasion::other;
}

}  // namespace

Occasion occasion_to_begin_with(
    std::span<Assessment const> all, LoadedInstrument const& loaded, Stage stage
) {
    for (auto const occasion : {fitting(all, loaded, stage), Occasion::other})
        if (form_for(loaded.instrument, occasion) != nullptr) return occasion;
    return loaded.instrument.forms.front().occasion;
}

}  // namespace assessments
