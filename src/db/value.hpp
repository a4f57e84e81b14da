#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/calendar.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "db/vault.hpp"

namespace db {

struct Null {};

// Bytes that are not text: a letter's PDF, an uploaded file.
struct Bytes {
    std::string data;
};

struct BytesView {
    std::string_view data;
};

// A day as it travels to a statement.
using IsoDate = std::string;

// What a placeholder is bound to. Text and bytes are views: the arguments outlive the statement's run.
using Value = std::variant<Null, bool, std::int64_t, double, std::string_view, BytesView, IsoDate>;

inline Value to_value(std::int64_t number) { return number; }
inline Value to_value(std::int32_t number) { return std::int64_t{number}; }
inline Value to_value(bool flag) { return flag; }
inline Value to_value(double number) { return number; }
inline Value to_value(std::string_view text) { return text; }
inline Value to_value(std::string const& text) { return std::string_view{text}; }
inline Value to_value(char const* text) { return std::string_view{text}; }
inline Value to_value(Bytes const& bytes) { return BytesView{bytes.data}; }
inline Value to_value(Sealed const& words) { return std::string_view{words.text}; }
inline Value to_value(SealedBytes const& bytes) { return BytesView{bytes.data}; }
inline Value to_value(Instant instant) { return instant.milliseconds; }
inline Value to_value(Date date) { return IsoDate{calendar::iso(date)}; }
inline Value to_value(SchoolId school) { return std::int64_t{school.number}; }
inline Value to_value(std::nullopt_t) { return Null{}; }
template <class Of>
Value to_value(Id<Of> const& id) {
    return id.text();
}
template <Worded Set>
Value to_value(Set value) {
    return word(value);
}
template <class T>
Value to_value(std::optional<T> const& maybe) {
    return maybe ? to_value(*maybe) : Value{Null{}};
}

// What opens sealed text for the rows of one connection.
struct OpeningOfWords {
    std::shared_ptr<Vault> vault;
    std::optional<SchoolId> school;  // that was entered
    Permit* permit = nullptr;        // none: whatever was sealed is opened
    int closed = 0;                  // how many `WordsStayClosed` live

    // The text with what was sealed in it in its words, as far as they may be opened.
    std::string opened(std::string_view text) const;
};

// One row under the cursor. Columns are numbered from 0; a view lives until the next row.
class Row {
public:
    explicit Row(OpeningOfWords const& opening) : opening_(&opening) {}
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::string bytes(int column) const = 0;

    // The text with what was sealed in it in its words; as it is while words stay closed.
    std::string opened(std::string_view text) const {
        return opening_->closed > 0 ? std::string(text) : opening_->opened(text);
    }

private:
    OpeningOfWords const* opening_;
};

// Text as the table holds it, sealed words too: for those who prove that nothing was changed.
template <class Text>
struct AsStored {
    Text& text;
};
template <class Text>
AsStored(Text&) -> AsStored<Text>;

// Thrown where a column holds what its type cannot: a fault of the schema or the mapping, never of a person.
[[noreturn]] void throw_unreadable(int column, std::string_view expected);

inline void read(Row const& row, int column, std::int64_t& into) { into = row.integer(column); }
inline void read(Row const& row, int column, std::int32_t& into) {
    into = static_cast<std::int32_t>(row.integer(column));
}
inline void read(Row const& row, int column, bool& into) { into = row.integer(column) != 0; }
inline void read(Row const& row, int column, double& into) { into = row.real(column); }
inline void read(Row const& row, int column, std::string& into) {
    auto const text = row.text(column);
    if (holds_sealed(text))
        into = row.opened(text);
    else
        into = text;
}
inline void read(Row const& row, int column, Bytes& into) {
    into.data = row.bytes(column);
    if (is_sealed(into.data)) into.data = row.opened(into.data);
}
inline void read(Row const& row, int column, AsStored<std::string> const& into) {
    into.text = row.text(column);
}
inline void read(Row const& row, int column, AsStored<std::optional<std::string>> const& into) {
    into.text.reset();
    if (!row.is_null(column)) into.text = row.text(column);
}
inline void read(Row const& row, int column, Instant& into) { into.milliseconds = row.integer(column); }
inline void read(Row const& row, int column, SchoolId& into) {
    into.number = static_cast<std::int32_t>(row.integer(column));
}
inline void read(Row const& row, int column, Date& into) {
    auto const date = calendar::parse_iso(row.text(column));
    if (!date) throw_unreadable(column, "an ISO date");
    into = *date;
}
template <class Of>
void read(Row const& row, int column, Id<Of>& into) {
    auto const id = Id<Of>::parse(row.text(column));
    if (!id) throw_unreadable(column, "a UUID");
    into = *id;
}
template <Worded Set>
void read(Row const& row, int column, Set& into) {
    auto const value = from_word<Set>(row.text(column));
    if (!value) throw_unreadable(column, "a word of its set");
    into = *value;
}
template <class T>
void read(Row const& row, int column, std::optional<T>& into) {
    if (row.is_null(column)) {
        into.reset();
        return;
    }
    T value{};
    read(row, column, value);
    into = std::move(value);
}

}  // namespace db
