#include "referrals/priority.hpp"

#include <numeric>

#include "base/text.hpp"
#include "referrals/prioritisation.hpp"

namespace referrals {
namespace {

std::string days_in_words(int days) { return text::counted(days, "day", "days"); }

}  // namespace

int Suggestion::total() const {
    return std::accumulate(parts.begin(), parts.end(), 0, [](int sum, auto const& part) {
        return sum + part.points;
    });
}

int Suggestion::most() const {
    return std::accumulate(parts.begin(), parts.end(), 0, [](int sum, auto const& part) {
        return sum + part.most;
    });
}

std::string_view name_of(PartOfPriority part) {
    switch (part) {
        case PartOfPriority::need: return "Need";
        case PartOfPriority::impact_on_learning: return "Impact on learning";
        case PartOfPriority::earlier_support: return "Earlier support";
        case PartOfPriority::since_concern: return "Since the first concern";
        case PartOfPriority::waiting: return "Time on the waiting list";
    }
    return {};
}

std::string in_words(PartOfPriority part, Weighing const& weighing) {
    switch (part) {
        case PartOfPriority::need:
            return std::to_string(weighing.need) + " of " + std::to_string(most_weight) +
                   ", three points each";
        case PartOfPriority::impact_on_learning:
            return std::to_string(weighing.impact_on_learning) + " of " + std::to_string(most_weight) +
                   ", two points each";
        case PartOfPriority::earlier_support:
            return weighing.earlier_support ? "Had support before" : "Has had none, two points";
        case PartOfPriority::since_concern:
            return days_in_words(weighing.days_since_concern) + ", a point for every four weeks up to three";
        case PartOfPriority::waiting:
            return days_in_words(weighing.days_waiting) + ", a point for every four weeks up to six";
    }
    return {};
}

}  // namespace referrals
