#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/instant.hpp"

namespace base {

using UuidText = std::array<char, 36>;

// The lower-case text of a UUIDv7 (RFC 9562) for this millisecond: a 12-bit counter keeps ids made by one
// process in the same millisecond in order, 62 bits are random. Safe to call from any thread.
UuidText new_uuid(Instant now);

// While it lives, this thread's ids are made from the seed alone: made-up data comes out the same again.
// Never for real data, whose ids must differ from those of every other process.
class IdsFromSeed {
public:
    explicit IdsFromSeed(std::uint64_t seed);
    ~IdsFromSeed();
    IdsFromSeed(IdsFromSeed const&) = delete;
    IdsFromSeed& operator=(IdsFromSeed const&) = delete;
};

// True for 36 characters of lower-case hexadecimal digits with hyphens where a UUID has them.
bool is_uuid(std::string_view text);

}  // namespace base

// The id of one kind of thing: `using PupilId = Id<struct PupilTag>;`. Ids of different kinds do not mix.
// Ids are names, never secrets.
template <class Of>
class Id {
public:
    // The nil UUID: a place to read a row into, never the id of anything.
    Id() {
        text_.fill('0');
        for (auto hyphen : {8U, 13U, 18U, 23U}) text_[hyphen] = '-';
    }

    // A new id, later in order than every one this process made before.
    static Id make(Instant now) {
        Id id;
        id.text_ = base::new_uuid(now);
        return id;
    }

    // Empty unless the text is a UUID in lower case.
    static std::optional<Id> parse(std::string_view text) {
        if (!base::is_uuid(text)) return std::nullopt;
        Id id;
        text.copy(id.text_.data(), id.text_.size());
        return id;
    }

    std::string_view text() const { return {text_.data(), text_.size()}; }

    friend bool operator==(Id const&, Id const&) = default;
    friend auto operator<=>(Id const&, Id const&) = default;

private:
    base::UuidText text_{};
};

// A school of this installation. Every key of a school's data begins with it.
struct SchoolId {
    std::int32_t number = 0;

    friend bool operator==(SchoolId, SchoolId) = default;
    friend auto operator<=>(SchoolId, SchoolId) = default;
};
