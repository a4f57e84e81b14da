#include "letters/routes.hpp"

namespace letters {

Routes routes() {
    Routes all;
    for (auto const& some : {template_routes(), letter_routes(), consent_routes(), parent_routes()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace letters
