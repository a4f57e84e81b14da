#pragma once

#include <vector>

#include "pupils/pages.hpp"
#include "visits/route.hpp"

namespace pupils {

// Which of these pupils have support that this person may know of.
using SupportedAmong = pages::Supported (*)(Visit&, std::vector<Pupil> const&);

http::Response get_pupils(Visit& visit, http::Request const& request, SupportedAmong supported_among);
http::Response get_class(Visit& visit, http::Request const& request, SupportedAmong supported_among);

inline pages::Supported nobody(Visit&, std::vector<Pupil> const&) { return {}; }

// /pupils and /classes. Need to know stands above this room, so whoever wires the
// routes says how it is asked: `pupils::routes<need_to_know::supported_among>()`.
template <SupportedAmong supported_among = nobody>
Routes routes() {
    Routes routes;
    routes
        .push_back({"GET", "/pupils", Permission::see_pupils, [](Visit& visit, http::Request const& request) {
                        return get_pupils(visit, request, supported_among);
                    }});
    routes.push_back(
        {"GET",
         "/classes/{class}",
         Permission::see_pupils,
         [](Visit& visit, http::Request const& request) {
             return get_class(visit, request, supported_among);
         }}
    );
    return routes;
}

}  // namespace pupils
