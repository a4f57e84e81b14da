#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "pupils/pupils.hpp"
#include "visits/reads.hpp"

// Who has read of which child, and why they could; and who asked and was refused (N1, V2).
namespace readings {

// Why somebody found nothing there. The child is their own; or their role opens no such page; or nothing
// brings them near to the child; or they may know that there is support, and the page tells more; or the
// child's contacts are not theirs to see.
enum class Refused { own_child, role, no_tie, only_headline, contacts };
constexpr auto words(Refused) {
    return std::array{"own_child", "role", "no_tie", "only_headline", "contacts"};
}

// A read, or a refusal, as it stands in the school's log.
struct Entry {
    std::int64_t number = 0;
    Instant at;
    std::string by_staff_id;
    std::string by_name;
    std::string pupil_id;  // empty: of a list, or refused where no child was meant
    std::optional<std::string> case_id;
    std::optional<visits::ReadZone> zone = visits::ReadZone{};  // empty: refused
    std::string reason;
    std::string page;  // "GET /cases/{case}/letters"
    std::string hash;
    std::optional<visits::ReadContacts> contacts = {};
    std::optional<std::string> list_id = {};  // the digest of the ids of its children
    std::optional<Refused> refused = {};

    auto columns() {
        return std::tie(
            number,
            at,
            by_staff_id,
            by_name,
            pupil_id,
            case_id,
            zone,
            reason,
            page,
            hash,
            contacts,
            list_id,
            refused
        );
    }
};

// Reads that tell the same within a minute: the newest of them, and how many they are.
struct Repeated {
    Entry entry;
    int times = 1;
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

// Where headteacher and administrator find who was refused in the school.
inline constexpr std::string_view refusals_path = "/school/refused";
// They find those of so many weeks, within which people remember why they asked. What is older stands with
// each child.
inline constexpr int weeks_shown = 4;

// That somebody was refused a page about this child; or a page, where no child was meant.
struct Refusal {
    std::string pupil_id;
    Refused why{};

    friend bool operator==(Refusal const&, Refusal const&) = default;
};

// The children of whom one answer tells, or whom it refuses, and to whom.
struct OfPage {
    SchoolId school;
    Instant at;
    std::string by_staff_id;
    std::string by_name;
    std::string page;
    std::vector<visits::Read> reads;
    std::vector<Refusal> refusals = {};
};

}  // namespace readings
