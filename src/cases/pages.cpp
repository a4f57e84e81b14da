#include "cases/pages.hpp"

namespace cases::pages {

std::string undoing_path(CaseId const& the_case, Step step) {
    return "/cases/" + std::string(the_case.text()) + "/steps/" + std::string(word(step)) + "/undoing";
}

std::string reopening_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/closing/undoing";
}

std::string on_a_day_path(CaseId const& the_case) { return "/cases/" + std::string(the_case.text()) + "/on"; }

}  // namespace cases::pages
