#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "records/records.hpp"

namespace records {

// The field in which an erasure's entry says which entries lost their detail by it.
inline constexpr std::string_view cleared_entries = "cleared_entries";

// These numbers of entries as an erasure writes them into the log: "12-15,40".
std::string in_ranges(std::vector<std::int64_t> numbers);

// Which details a stretch of the log has lost, and which its erasures say that they took out.
class Clearings {
public:
    // Notes what this entry has lost or, where it is an erasure's, what it accounts for.
    void note(Entry const& entry);

    // Adds what was noted of the entries that follow.
    void add(Clearings const& following);

    // Holds what is lost against what is accounted for: by an erasure's list, or else by its count, of
    // entries before it in both.
    LostDetails lost() const;

private:
    struct Counted {
        std::int64_t by = 0;  // the number of the erasure's entry
        std::int64_t details = 0;
    };

    void note_erasure(Entry const& entry);

    std::vector<Numbers> missing_;
    std::vector<Numbers> listed_;
    std::vector<Counted> counted_;
};

}  // namespace records
