#pragma once

#include <array>
#include <string>

#include "html/html.hpp"
#include "overviews/overviews.hpp"

namespace overviews::pages {

enum class Points { latest, entry_and_latest };
constexpr auto words(Points) { return std::array{"latest", "entry_and_latest"}; }
enum class Names { told, not_told };
constexpr auto words(Names) { return std::array{"told", "not_told"}; }

// One panel: by whom and against what, the drawing, and the same as a table.
h::Node panel(Drawn const& drawn, Overview const& overview, Points points, Names names);

// "By the class teacher, held against the norms “2024”, ages 4 to 13"
std::string by_whom(
    assessments::LoadedInstrument const& loaded,
    assessments::Informant informant,
    std::optional<assessments::NormSetId> const& norms
);

// "Friendships", "A, gives purposeful attention"
std::string named(assessments::LoadedInstrument const& loaded, std::string const& scale);

}  // namespace overviews::pages
