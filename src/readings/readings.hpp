#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "pupils/pupils.hpp"
#include "visits/reads.hpp"

// Who has read of which child, and why they could (N1, V2).
namespace readings {

// A read as it stands in the school's log.
struct Entry {
    std::int64_t number = 0;
    Instant at;
    std::string by_staff_id;
    std::string by_name;
    std::string pupil_id;  // empty: of a list
    std::optional<std::string> case_id;
    visits::ReadZone zone{};
    std::string reason;
    std::string page;  // "GET /cases/{case}/letters"
    std::string hash;
    std::optional<visits::ReadContacts> contacts = {};
    std::optional<std::string> list_id = {};  // the digest of the ids of its children

    auto columns() {
        return std::tie(
            number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash, contacts, list_id
        );
    }
};

// Where a school's log of reads ends; number 0 before its first entry.
struct Head {
    std::int64_t number = 0;
    std::string hash;
    auto columns() { return std::tie(number, hash); }
};
inline Head before_the_first() { return {.number = 0, .hash = std::string(64, '0')}; }

// Where SENCo and headteacher find who has looked at the child.
inline std::string path_of(pupils::PupilId const& pupil) {
    return "/pupils/" + std::string(pupil.text()) + "/reads";
}

// The children of whom one answer tells, and to whom.
struct OfPage {
    SchoolId school;
    Instant at;
    std::string by_staff_id;
    std::string by_name;
    std::string page;
    std::vector<visits::Read> reads;
};

}  // namespace readings
