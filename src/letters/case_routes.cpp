#include "letters/case_routes.hpp"

#include "letters/child_pages.hpp"
#include "need_to_know/actions.hpp"

namespace letters {

std::optional<h::Node> pupil_header(Visit& visit, std::optional<CaseId> const& the_case) {
    auto const child = the_case ? need_to_know::see_case(visit, *the_case) : std::nullopt;
    if (!child || !child->access.sees(need_to_know::Zone::progress)) return std::nullopt;
    return pages::child_header(*child);
}

}  // namespace letters
