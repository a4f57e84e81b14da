#pragma once

#include "need_to_know/rules.hpp"

namespace need_to_know {

// The child as a list names them to the SENCo, for tests of pages and rules that need no database.
inline Named named_to_the_senco(pupils::Pupil const& pupil) {
    visits::Who senco;
    senco.staff = visits::StaffId::parse("0190b6e0-0000-7000-8000-00000000005e");
    senco.roles.push_back({visits::Role::senco, std::nullopt, ""});
    Child child;
    child.pupil = pupil;
    return named(senco, child).value();
}

}  // namespace need_to_know
