#include "agencies/rules.hpp"

#include <array>

#include "base/text.hpp"
#include "pupils/naming_rules.hpp"

namespace agencies {

bool may_note(visits::Who const& who) {
    using visits::Role;
    return who.holds(Role::senco) || who.holds(Role::headteacher) || who.holds(Role::nurture_assistant);
}

bool may_share(visits::Who const& who) { return who.holds(visits::Role::senco); }

std::vector<Named> names_of_the_child(AdviceInput const& said, std::string const& names) {
    auto const words = pupils::words_of_names(std::span(&names, 1));
    std::array const fields{
        std::pair{"agency", &said.agency},
        std::pair{"person", &said.person},
        std::pair{"asked", &said.asked},
        std::pair{"advice", &said.advice},
        std::pair{"follows", &said.follows}};
    std::vector<Named> found;
    for (auto const& [field, said_there] : fields)
        if (auto const named = pupils::names_in(*said_there, words); !named.empty())
            found.push_back({field, text::joined(named, ", ")});
    return found;
}

std::optional<Refusal> objection_to(
    AdviceInput const& said, std::string const& names, bool may_share, Date today
) {
    if (said.asked_on > today) return Refusal::asked_in_the_future;
    if (said.shares_the_name && !may_share) return Refusal::not_yours_to_share;
    if (said.shares_the_name && said.sharing_reason.empty()) return Refusal::reason_missing;
    if (!said.shares_the_name && !names_of_the_child(said, names).empty()) return Refusal::names_the_child;
    return std::nullopt;
}

}  // namespace agencies
