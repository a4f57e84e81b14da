#include "impact/pages.hpp"
#include "referrals/concern_pages.hpp"
#include "safeguarding/pages.hpp"

namespace impact::pages {

design::Page next_concern(
    design::FormGuard const& guard,
    pupils::Pupil const& pupil,
    std::vector<strategies::TargetArea> const& areas,
    Answers const& answers
) {
    auto page = referrals::pages::write_concern(guard, {.pupil = pupil, .areas = areas}, answers);
    page.main = h::group(page.main, safeguarding::pages::link_for(pupil.id));
    return page;
}

}  // namespace impact::pages
