#include "change/weeks.hpp"

namespace change {

std::string weeks_path(CaseId const& the_case) { return "/cases/" + std::string(the_case.text()) + "/weeks"; }

}  // namespace change
