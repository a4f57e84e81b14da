#include "letters/child_pages.hpp"

#include "design/page.hpp"
#include "need_to_know/pages.hpp"

namespace letters::pages {

h::Node child_header(need_to_know::Seen const& child) {
    return design::pupil_header(need_to_know::pages::header(child));
}

}  // namespace letters::pages
