#include "readings/actions.hpp"

namespace readings {

OfPage of_page(Visit const& visit, std::string_view method, std::string_view path) {
    OfPage page{.school = visit.school, .at = visit.now, .reads = visit.reads.all()};
    if (page.reads.empty()) return page;
    page.by_staff_id = visit.staff().text();
    page.by_name = visit.who.name;
    page.page = std::string(method) + ' ' + std::string(path);
    return page;
}

}  // namespace readings
