#pragma once

#include <span>
#include <string>
#include <vector>

#include "cases/cases.hpp"
#include "need_to_know/named.hpp"
#include "programmes/programmes.hpp"
#include "programmes/session.hpp"
#include "today/today.hpp"

namespace today {

// A child of a programme whose case has waited for who delivers it since before today.
struct HeldUp {
    need_to_know::Named child;
    std::string called;  // as the page calls the child among its others
    cases::Stage stage{};
    Date due_on;
};

// What the SENCo waits for in one programme: one item for its start, and one for each session that is to be
// recorded, however many children it was for.
std::vector<Item> late_deliveries(
    programmes::Programme const& programme,
    std::span<programmes::Session const> sessions,
    std::span<HeldUp const> children,
    Date today
);

// That a child's class teacher has not given the measure before a programme that has begun; `called` as the
// page calls the child among its others.
Item late_measure(
    programmes::MeasureDue const& late, need_to_know::Named const& child, std::string const& called
);

}  // namespace today
