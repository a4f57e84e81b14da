#include "safeguarding/disclosure.hpp"

namespace safeguarding {

std::string_view in_words(Sign sign) {
    switch (sign) {
        case Sign::harm: return "being hurt, or violence at home";
        case Sign::touching: return "touching, or something sexual";
        case Sign::told_to_keep_quiet: return "a secret that a child is told to keep";
        case Sign::self_harm: return "a child hurting themselves, or not wanting to live";
        case Sign::running_away: return "running away, or being missing";
        case Sign::weapon: return "a weapon";
        case Sign::neglect: return "a child not being looked after";
        case Sign::injury: return "an injury that is not explained";
        case Sign::fear: return "being afraid of home or of an adult";
    }
    return {};
}

}  // namespace safeguarding
