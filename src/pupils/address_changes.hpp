#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include "base/instant.hpp"
#include "pupils/pupils.hpp"

// Changed e-mail addresses of parents and carers: the next letter's link goes to the new one, so the SENCo is
// told.
namespace pupils {

using AddressChangeId = Id<struct AddressChangeTag>;

// A change that the SENCo has not seen yet.
struct AddressChange {
    AddressChangeId id;
    ContactId contact;
    PupilId pupil;  // a child with an open case whose letters go there
    std::string contact_name;
    std::string pupil_name;
    std::string address_before;
    std::string address;
    std::string made_by;
    Instant made_at;
    auto columns() {
        return std::tie(
            id, contact, pupil, contact_name, pupil_name, address_before, address, made_by, made_at
        );
    }
};

// "On 26 November Roisin Beckwith changed it from ann@example.org to bob@example.org."
std::string in_words(AddressChange const& change);

// Where they stand and are seen.
inline constexpr std::string_view address_changes_path = "/address-changes";

}  // namespace pupils
