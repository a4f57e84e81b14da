#pragma once

#include "installation/installation.hpp"
#include "visits/route.hpp"

namespace installation {

// The page that judges this set-up, and what the machine and the database show.
http::Response get_installation(Visit& visit, Setup const& setup);

// "Is this installation safe", for whoever runs the school; `setup_in_force` says what the operator set.
template <Setup (*setup_in_force)()>
Routes routes() {
    return {{"GET", "/school/installation", Permission::run_school, [](Visit& visit, http::Request const&) {
                 return get_installation(visit, setup_in_force());
             }}};
}

}  // namespace installation
