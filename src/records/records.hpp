#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "child_keys/child_keys.hpp"

namespace records {

enum class Action { made, changed, ended, undone, signed_ };
constexpr auto words(Action) { return std::array{"made", "changed", "ended", "undone", "signed"}; }

// What changed of one field, in the words that the table holds.
struct FieldChange {
    std::string field;
    std::string from;
    std::string to;
};

// One change, as an action reports it: `records::write(visit, {.action = Action::made, .subject = "concern",
// …})`.
struct Change {
    Action action{};
    std::string_view subject;  // the table's name
    std::string subject_id;
    std::optional<std::string> case_id = {};
    // Whom it is about where it is in no case, a child or a programme, and in which record: the words are
    // sealed with their key.
    std::optional<std::string> about = {};
    std::string_view record = child_keys::nurture_record;
    std::string why = {};
    std::vector<FieldChange> fields = {};
};

// A change as it stands in the log.
struct Entry {
    std::int64_t number = 0;
    Instant at;
    std::optional<std::string> by_staff_id;
    std::string by_name;
    Action action{};
    std::string subject;
    std::string subject_id;
    std::optional<std::string> case_id;
    std::string why;
    std::optional<std::string> detail;
    std::string detail_digest;
    std::string previous_hash;
    std::string hash;

    auto columns() {
        return std::tie(
            number,
            at,
            by_staff_id,
            by_name,
            action,
            subject,
            subject_id,
            case_id,
            why,
            detail,
            detail_digest,
            previous_hash,
            hash
        );
    }
};

// Entries of a log, from one number to another.
struct Numbers {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

// How many details a log has lost, and whether erasures account for them.
struct LostDetails {
    std::int64_t all = 0;
    std::int64_t counted = 0;           // by erasures that said how many, and not yet of which entries
    std::int64_t unaccounted = 0;       // by no erasure
    std::optional<std::int64_t> first;  // the first entry of those, where that can be said
};

}  // namespace records
