#include "db/postgresql_parameters.hpp"

#include <array>
#include <charconv>

#include "db/connection.hpp"

namespace db {
namespace {

// As in pg_type, where these numbers never change.
constexpr Oid inferred = 0;
constexpr Oid bytea = 17;
constexpr Oid int8 = 20;
constexpr Oid text_type = 25;
constexpr Oid float8 = 701;

constexpr int in_text = 0;
constexpr int in_binary = 1;
constexpr std::size_t longest_number = 32;

struct RoomNeeded {
    std::size_t operator()(std::string_view text) const { return text.size() + 1; }
    std::size_t operator()(BytesView) const { return 0; }
    template <class Number>
    std::size_t operator()(Number) const {
        return longest_number;
    }
};

}  // namespace

void PostgresqlParameters::fill(std::span<Value const> values) {
    types_.clear();
    data_.clear();
    lengths_.clear();
    formats_.clear();
    written_.clear();

    std::size_t room = 0;
    for (auto const& value : values)
        room += std::visit([](auto const& held) { return RoomNeeded{}(held); }, value);
    written_.reserve(room);
    for (auto const& value : values) std::visit([this](auto const& held) { add(held); }, value);
}

void PostgresqlParameters::add(Null) { add_entry(inferred, nullptr, 0, in_text); }

// Left to be inferred: a column for yes and no may be a number or a boolean.
void PostgresqlParameters::add(bool flag) { add_as_text(inferred, flag ? "1" : "0"); }

void PostgresqlParameters::add(std::int64_t number) {
    std::array<char, longest_number> digits;
    auto const end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    add_as_text(int8, {digits.data(), end});
}

void PostgresqlParameters::add(double number) {
    std::array<char, longest_number> digits;
    auto const end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    add_as_text(float8, {digits.data(), end});
}

void PostgresqlParameters::add(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) throw Broken("a text to store holds a zero byte");
    add_as_text(text_type, text);
}

void PostgresqlParameters::add(BytesView bytes) {
    auto const* data = bytes.data.data() == nullptr ? "" : bytes.data.data();
    add_entry(bytea, data, static_cast<int>(bytes.data.size()), in_binary);
}

void PostgresqlParameters::add_as_text(Oid type, std::string_view text) {
    auto const* data = written_.data() + written_.size();
    written_.append(text);
    written_.push_back('\0');
    add_entry(type, data, static_cast<int>(text.size()), in_text);
}

void PostgresqlParameters::add_entry(Oid type, char const* data, int length, int format) {
    types_.push_back(type);
    data_.push_back(data);
    lengths_.push_back(length);
    formats_.push_back(format);
}

}  // namespace db
