#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Installation, school, calendar, policy.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array installation_columns{
    Column{"name", system, to_nobody, untouched, says_nothing_of_anybody},
    Column{"value", system, to_nobody, untouched, says_nothing_of_anybody},
};

inline constexpr std::array school_columns{
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"telephone", school, to_nobody, untouched, stays_with_the_school},
    Column{"cpoms_address", school, to_nobody, untouched, stays_with_the_school},
    Column{"made_at", system, to_nobody, untouched, stays_with_the_school},
    Column{"version", system, to_nobody, untouched, stays_with_the_school},
    Column{"impact_weeks", school, to_nobody, untouched, stays_with_the_school},
    Column{"keeps_ethnicity", school, to_nobody, untouched, stays_with_the_school},
    Column{"kind", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array term_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"starts_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"ends_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"version", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array closure_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"starts_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"ends_on", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array room_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"closed_on", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array policy_version_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"number", school, to_nobody, untouched, stays_with_the_school},
    Column{"in_force_from_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"last_review", school, to_nobody, untouched, stays_with_the_school},
    Column{"next_review_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"committee", school, to_nobody, untouched, stays_with_the_school},
    Column{"comments", school, to_nobody, untouched, stays_with_the_school},
    Column{"statutory", school, to_nobody, untouched, stays_with_the_school},
    Column{"group_least", school, to_nobody, untouched, stays_with_the_school},
    Column{"group_most", school, to_nobody, untouched, stays_with_the_school},
    Column{"weeks_least", school, to_nobody, untouched, stays_with_the_school},
    Column{"weeks_most", school, to_nobody, untouched, stays_with_the_school},
    Column{"impact_opens_weeks", school, to_nobody, untouched, stays_with_the_school},
    Column{"impact_closes_weeks", school, to_nobody, untouched, stays_with_the_school},
    Column{"version", system, to_nobody, untouched, stays_with_the_school},
    Column{"consent_weeks", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array schools_tables{
    Table{
        .name = "installation",
        .holds = "What this installation is.",
        .why = no_person,
        .kept = with_the_school,
        .columns = installation_columns},
    Table{
        .name = "school",
        .holds = "The school itself.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = school_columns},
    Table{
        .name = "term",
        .holds = "The school's terms.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = term_columns},
    Table{
        .name = "closure",
        .holds = "Days in a term on which the school is closed.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = closure_columns},
    Table{
        .name = "room",
        .holds = "Rooms that nurture support may use.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = room_columns},
    Table{
        .name = "policy_version",
        .holds = "The register of the policy's versions.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = policy_version_columns},
};

}  // namespace data_map::declared
