#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Keys that are about to end.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array key_to_destroy_columns{
    Column{"key_id", key, to_nobody, untouched, says_nothing_of_anybody},
};

inline constexpr std::array child_keys_tables{
    Table{
        .name = "key_to_destroy",
        .holds = "Keys of children whose record was erased, until each is gone from its file.",
        .why = accountability,
        .kept = for_days,
        .columns = key_to_destroy_columns},
};

}  // namespace data_map::declared
