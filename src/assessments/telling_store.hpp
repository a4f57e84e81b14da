#pragma once

#include "db/joined_sql.hpp"

namespace assessments::store {

// `tells_of_the_child` of rules.hpp, of the row of `assessment` that the statement calls a.
inline constexpr db::Part tells_of_the_child = R"(
               a.taken_back_at IS NULL
           AND (a.agreed_at IS NOT NULL
                OR NOT EXISTS (SELECT 1 FROM assessment other
                                WHERE other.school_id = a.school_id AND other.id <> a.id
                                  AND other.taken_back_at IS NULL
                                  AND (other.id = a.beside_id OR other.beside_id = a.id
                                       OR other.beside_id = a.beside_id))))";

}  // namespace assessments::store
