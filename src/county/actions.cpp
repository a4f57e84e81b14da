#include "county/actions.hpp"

#include "county/rules.hpp"
#include "county/store.hpp"
#include "insight/rules.hpp"

namespace county::actions {

County outcomes(Visit const& visit, std::optional<insight::Dimension> by) {
    auto const last = insight::last_year_to_tell(visit.today);
    auto const given = store::given(visit.db, last - years_told + 1, last, by);
    visit.db.enter(visit.school);
    return county_of(given);
}

}  // namespace county::actions
