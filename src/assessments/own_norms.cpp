#include "assessments/own_norms.hpp"

namespace assessments {

std::string in_words(NoOwnNorms why) {
    switch (why) {
        case NoOwnNorms::standardised: return "Type the owner's norms: this instrument is standardised";
        case NoOwnNorms::named_by_child:
            return "Each child names what is rated, so no two children are rated for the same thing";
        case NoOwnNorms::no_whole_entry: return "It is not rated on entry with its whole form";
        case NoOwnNorms::too_few:
            return "Rate more children on entry first: from fewer than " +
                   std::to_string(fewest_for_quarters) + " no bands are made";
        case NoOwnNorms::too_few_since:
            return "Wait for more ratings: " + std::to_string(fewest_since) +
                   " children more have to be rated before new bands are made";
        case NoOwnNorms::all_alike: return "The ratings are too much alike for bands";
    }
    return {};
}

Among among(int score, NormBand const& band) {
    if (band.lowest_tenth && score <= *band.lowest_tenth) return Among::lowest_tenth;
    if (score < band.usual.least) return Among::lowest_quarter;
    if (band.highest_tenth && score >= *band.highest_tenth) return Among::highest_tenth;
    return score > band.usual.most ? Among::highest_quarter : Among::middle;
}

std::string_view in_words(Among among) {
    switch (among) {
        case Among::lowest_tenth: return "In the lowest tenth";
        case Among::lowest_quarter: return "In the lowest quarter";
        case Among::middle: return "In the middle half";
        case Among::highest_quarter: return "In the highest quarter";
        case Among::highest_tenth: return "In the highest tenth";
    }
    return {};
}

std::string own_norms_path(InstrumentId const& instrument) { return path_of(instrument) + "/own-norms"; }

}  // namespace assessments
