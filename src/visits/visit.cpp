#include "visits/visit.hpp"

namespace visits {

void Visit::enter(SchoolId the_school, std::string_view the_name) {
    school = the_school;
    school_name = the_name;
    frame.school_name = the_name;
    db.enter(the_school);
}

http::Response Visit::page(design::Page const& page) const { return http::page(design::page(frame, page)); }

http::Response Visit::form_again(design::Page page) const {
    page.refused = true;
    return http::form_again(design::page(frame, page));
}

}  // namespace visits
