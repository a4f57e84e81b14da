#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "merkle/merkle.hpp"
#include "records/records.hpp"

// Where the logs of a school stand, signed, so that whoever keeps a head can tell whether a log was changed
// before it (V2).
namespace heads {

enum class Log { changes, reads };
constexpr auto words(Log) { return std::array{"changes", "reads"}; }

// That a log of this school had so many entries, with the root of the Merkle tree over them.
struct Head {
    SchoolId school;
    Log log{};
    merkle::Size size = 0;
    merkle::Hash root{};
    Instant signed_at;
    std::string public_key;  // in base64url, as is the signature
    std::string signature;
};

// What the hash of an entry covers, in its order, each part with its name.
using Parts = std::vector<std::pair<std::string, std::string>>;

// That an entry stands in the log of a head, and that this log goes on from an earlier head. Needs no
// database.
struct Proof {
    Parts entry;
    merkle::Size leaf = 0;
    Head head;
    merkle::Proof inclusion;
    std::optional<Head> earlier;
    merkle::Proof consistency;
};

// What a look through a log finds.
struct Found {
    merkle::Size entries = 0;
    std::optional<std::int64_t> first_fault;  // the number of an entry
    records::LostDetails lost;                // of changes
    std::string last_hash;
    std::map<merkle::Size, merkle::Hash>
        roots;  // of the sizes that were asked for, where the log has as many
};

}  // namespace heads
