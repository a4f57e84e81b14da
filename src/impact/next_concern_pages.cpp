#include "impact/pages.hpp"
#include "referrals/concern_pages.hpp"

namespace impact::pages {

design::Page next_concern(
    design::FormGuard const& guard,
    pupils::Pupil const& pupil,
    std::vector<strategies::TargetArea> const& areas,
    Answers const& answers
) {
    return referrals::pages::write_concern(guard, {.pupil = pupil, .areas = areas}, answers);
}

}  // namespace impact::pages
