#pragma once

#include <string>
#include <string_view>

#include "db/connection.hpp"

namespace support {

// How many entries of the school's log say this, in their reason or their detail. SQL can't look for words
// that are sealed.
inline int logged(db::Connection& db, SchoolId school, std::string_view words) {
    constexpr db::Sql sql = "SELECT coalesce(detail, '') FROM record WHERE school_id = $1 ORDER BY number";
    constexpr db::Sql reasons = "SELECT why FROM record WHERE school_id = $1 ORDER BY number";
    auto const details = db.all<std::string>(sql, school);
    auto const whys = db.all<std::string>(reasons, school);
    int count = 0;
    for (std::size_t at = 0; at < details.size(); ++at)
        if (details[at].find(words) != std::string::npos || whys[at].find(words) != std::string::npos)
            ++count;
    return count;
}

}  // namespace support
