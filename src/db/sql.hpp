#pragma once

#include <string_view>

namespace db {

// A statement is a compile-time literal: text built at run time does not compile. Placeholders are $1, $2,
// ... first used in ascending order, which SQLite and PostgreSQL both number alike. One text serves both
// engines.
class Sql {
public:
    consteval Sql(char const* text) : text_(text) {
        for (char const* at = text; *at != '\0'; ++at)
            if (*at == '?') throw "use $1, $2, ... for placeholders";
    }

    std::string_view text() const { return text_; }
    // The literal's address: the key of the statement cache.
    char const* key() const { return text_; }

private:
    char const* text_;
};

}  // namespace db
