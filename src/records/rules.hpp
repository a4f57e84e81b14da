#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "records/records.hpp"

namespace records {

// The hash that the first entry of a school's log follows.
std::string first_hash();

// What an entry's hash must be: BLAKE2b-256 over the hash before it, its digest of detail and everything else
// in it.
std::string hash_of(SchoolId school, Entry const& entry);

// BLAKE2b-256 of the detail; the detail itself may be erased later and the chain still holds.
std::string digest_of(std::string const& detail);

// The number of the first entry that is changed, missing, added or out of place; empty where all hold. The
// entries begin with number 1.
std::optional<std::int64_t> first_fault(SchoolId school, std::span<Entry const> entries);

// The same where the entries follow this number and hash.
std::optional<std::int64_t> first_fault_after(
    SchoolId school, std::int64_t number, std::string const& hash, std::span<Entry const> entries
);

// What an entry's hash covers, in its order, each part with its name.
std::vector<std::pair<std::string, std::string>> parts_of(SchoolId school, Entry const& entry);

// The changed fields as JSON: {"seen":["from","to"]}.
std::string detail_of(std::vector<FieldChange> const& fields);

// The same read back; nothing of what detail_of did not write.
std::vector<FieldChange> fields_of(std::string_view detail);

}  // namespace records
