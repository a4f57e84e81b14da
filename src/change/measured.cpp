#include "change/measured.hpp"

namespace change {

std::string change_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/change";
}

}  // namespace change
