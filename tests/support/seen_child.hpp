#pragma once

#include "need_to_know/rules.hpp"

namespace support {

// A child as the SENCo sees one, for pages that are made without a school around them.
inline need_to_know::Seen seen_by_the_senco() {
    visits::Who const senco{
        .staff = visits::StaffId::make({1}),
        .account = {},
        .name = {},
        .roles = {{.role = visits::Role::senco, .class_id = {}, .class_name = {}}}};
    return {
        .pupil = {},
        .access = *need_to_know::access_of(senco, need_to_know::Child{}),
        .supporters = {},
        .open_case = {}};
}

}  // namespace support
