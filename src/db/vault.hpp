#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"

namespace db {

// Whose words: of whom in which school, and in which of the records about them, each of which ends by itself.
struct Owner {
    SchoolId school;
    std::string whom;
    std::string record;
};

// Words as a column is to hold them, so that only their owner's key opens them. No words stay none, which a
// CHECK can see.
struct Sealed {
    std::string text;
};

// The same of bytes, such as a letter's PDF.
struct SealedBytes {
    std::string data;
};

// Says whose words a connection may open: everybody's, where nobody says it.
class Permit {
public:
    virtual ~Permit() = default;
    Permit() = default;
    Permit(Permit const&) = delete;
    Permit& operator=(Permit const&) = delete;

    // Whether words may be opened that were sealed for this id and are of this record about them.
    virtual bool opens(std::string_view whom, std::string_view record) = 0;
};

// Every sealed text begins and ends with these: no form and no file takes the characters, so nobody can type
// one, and a statement may put one beside other text.
inline constexpr std::string_view sealed_mark =
    "\x02"
    "1";
inline constexpr char sealed_end = '\x03';
constexpr bool is_sealed(std::string_view text) { return text.starts_with(sealed_mark); }
constexpr bool holds_sealed(std::string_view text) {
    return text.find(sealed_mark.front()) != text.npos && text.find(sealed_mark) != text.npos;
}

// What seals and opens the words that a database holds, with keys that it does not hold. Any thread may ask.
class Vault {
public:
    virtual ~Vault() = default;
    Vault() = default;
    Vault(Vault const&) = delete;
    Vault& operator=(Vault const&) = delete;

    // The words sealed with their owner's key, which is made where there is none. No words stay none.
    virtual std::string seal(Owner const& owner, std::string_view words) = 0;

    // The words again; the text as it is where the permit does not open it; a sentence in their place where
    // their key was destroyed, and another where they are not what was sealed, or are another school's than
    // the one that was entered.
    virtual std::string open(std::string_view text, std::optional<SchoolId> within, Permit* permit) = 0;
    std::string open(std::string_view text, std::optional<SchoolId> within) {
        return open(text, within, nullptr);
    }

    // Returns once the keys made so far survive a power cut: before what they seal is committed.
    virtual void keep() = 0;

    // The names of the owner's keys, and their end: nothing opens what they sealed any more.
    virtual std::vector<std::string> keys_of(Owner const& owner) = 0;
    virtual void destroy(std::span<std::string const> keys) = 0;
};

}  // namespace db
