#include "db/postgresql_result.hpp"

#include <charconv>

namespace db {
namespace {

template <class Number>
bool parse(std::string_view text, Number& into) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc{} && end == text.data() + text.size();
}

int hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string_view PostgresqlRow::present(int column, std::string_view expected) const {
    if (is_null(column)) throw_unreadable(column, expected);
    return {
        PQgetvalue(result_, number_, column),
        static_cast<std::size_t>(PQgetlength(result_, number_, column))};
}

std::int64_t PostgresqlRow::integer(int column) const {
    auto const text = present(column, "a whole number");
    if (text == "t") return 1;
    if (text == "f") return 0;
    std::int64_t number = 0;
    if (!parse(text, number)) throw_unreadable(column, "a whole number");
    return number;
}

double PostgresqlRow::real(int column) const {
    double number = 0;
    if (!parse(present(column, "a number"), number)) throw_unreadable(column, "a number");
    return number;
}

std::string_view PostgresqlRow::text(int column) const { return present(column, "text"); }

std::string PostgresqlRow::bytes(int column) const {
    auto digits = present(column, "bytes");
    if (!digits.starts_with("\\x") || digits.size() % 2 != 0) throw_unreadable(column, "bytes");
    digits.remove_prefix(2);
    std::string data(digits.size() / 2, '\0');
    for (std::size_t at = 0; at < data.size(); ++at) {
        auto const high = hexadecimal_digit(digits[2 * at]);
        auto const low = hexadecimal_digit(digits[2 * at + 1]);
        if (high < 0 || low < 0) throw_unreadable(column, "bytes");
        data[at] = static_cast<char>(high * 16 + low);
    }
    return data;
}

}  // namespace db
