#pragma once

#include <string>
#include <vector>

#include "programmes/placing.hpp"

namespace programmes {

Fit fit_of(Offer const& offer, Need const& need);

// Those that can take a child today first; of them the chosen form; then those that share most target areas;
// then those with most weeks left. People choose.
std::vector<Offer> best_first(std::vector<Offer> offers, Need const& need);

// What speaks for it, and what against it, each a sentence; none where nothing does.
std::vector<std::string> what_fits(Offer const& offer, Need const& need);
std::vector<std::string> what_does_not_fit(Offer const& offer, Need const& need);

}  // namespace programmes
