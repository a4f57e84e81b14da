#pragma once

#include <libpq-fe.h>

#include <span>
#include <string>
#include <vector>

#include "db/value.hpp"

namespace db {

// The arguments of one statement as libpq takes them. Kept and filled anew, so that it soon stops allocating.
class PostgresqlParameters {
public:
    void fill(std::span<Value const> values);

    int count() const { return static_cast<int>(formats_.size()); }
    Oid const* types() const { return types_.data(); }
    char const* const* data() const { return data_.data(); }
    int const* lengths() const { return lengths_.data(); }
    int const* formats() const { return formats_.data(); }

    void add(Null);
    void add(bool flag);
    void add(std::int64_t number);
    void add(double number);
    void add(std::string_view text);
    void add(BytesView bytes);

private:
    void add_as_text(Oid type, std::string_view text);
    void add_entry(Oid type, char const* data, int length, int format);

    // Numbers and texts, each closed by a zero byte. Sized before anything points into it.
    std::string written_;
    std::vector<Oid> types_;
    std::vector<char const*> data_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

}  // namespace db
