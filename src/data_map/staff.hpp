#pragma once

#include <array>

#include "data_map/data_map.hpp"

// People who work at the school, their roles and training, and the classes.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array staff_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"name", staff, to_staff("Name"), untouched, with_row},
    Column{"address", staff, to_staff("E-mail address"), untouched, with_row},
    Column{"left_on", staff, to_staff("Left"), untouched, with_row},
    Column{"version", system, to_nobody, untouched, with_row},
};

inline constexpr std::array class_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"year_group", school, to_nobody, untouched, stays_with_the_school},
    Column{"school_year", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array role_held_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
    Column{"role", staff, to_staff("Role"), untouched, with_row},
    Column{"class_id", key, to_staff("Class", name_of_class), untouched, with_row},
    Column{"starts_on", staff, to_staff("From"), untouched, with_row},
    Column{"ends_on", staff, to_staff("Until"), untouched, with_row},
};

inline constexpr std::array training_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
    Column{"kind", staff, to_staff("Kind of training"), untouched, with_row},
    Column{"name", staff, to_staff("Training"), untouched, with_row},
    Column{"held_on", staff, to_staff("Held"), untouched, with_row},
    Column{"expires_on", staff, to_staff("In force until"), untouched, with_row},
};

inline constexpr std::array training_correction_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"training_id", key, to_nobody, untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
    Column{"kind", staff, to_staff("Kind of training"), untouched, with_row},
    Column{"name_before", staff, to_staff("Training before"), untouched, with_row},
    Column{"held_before", staff, to_staff("Held before"), untouched, with_row},
    Column{"expires_before", staff, to_staff("In force until, before"), untouched, with_row},
    Column{"name", staff, to_staff("Training"), untouched, with_row},
    Column{"held_on", staff, to_staff("Held"), untouched, with_row},
    Column{"expires_on", staff, to_staff("In force until"), untouched, with_row},
    Column{"sessions_untrained", staff, to_staff("Sessions held without it"), untouched, with_row},
    Column{"reason", staff, to_staff("Why"), untouched, with_row},
    Column{"made_by", staff, to_staff("Corrected by", name_of_staff), untouched, with_row},
    Column{"made_at", staff, to_staff("Corrected"), untouched, with_row},
};

inline constexpr std::array account_act_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"kind", staff, to_staff("What was done"), untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
    Column{"role", staff, to_staff("Role"), untouched, with_row},
    Column{"address_before", staff, to_staff("Address before"), untouched, with_row},
    Column{"address", staff, to_staff("Address"), untouched, with_row},
    Column{"made_by", staff, to_staff("Done by", name_of_staff), untouched, with_row},
    Column{"made_at", staff, to_staff("Done"), untouched, with_row},
    Column{"takes_effect_on", staff, to_staff("In effect from"), untouched, with_row},
};

inline constexpr std::array account_act_known_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"act_id", key, to_nobody, untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
    Column{"known_at", staff, to_staff("Known since"), untouched, with_row},
};

inline constexpr std::array staff_tables{
    Table{
        .name = "staff",
        .holds = "People who work at the school.",
        .why = running_the_school,
        .kept = staff_record,
        .of_staff = itself,
        .columns = staff_columns},
    Table{
        .name = "class",
        .holds = "The school's classes, year by year.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = class_columns},
    Table{
        .name = "role_held",
        .holds = "What a person does here, from when to when.",
        .why = running_the_school,
        .kept = staff_record,
        .of_staff = by_staff,
        .columns = role_held_columns},
    Table{
        .name = "training",
        .holds = "Nurture training, and knowing the safeguarding procedure.",
        .why = running_the_school,
        .kept = staff_record,
        .of_staff = by_staff,
        .columns = training_columns},
    Table{
        .name = "training_correction",
        .holds = "Training that was entered wrongly, and what stood.",
        .why = running_the_school,
        .kept = staff_record,
        .of_staff = by_staff,
        .columns = training_correction_columns},
    Table{
        .name = "account_act",
        .holds = "What was done to roles and accounts, told to those who should know.",
        .why = safe_accounts,
        .kept = staff_record,
        .of_staff = by_staff,
        .columns = account_act_columns},
    Table{
        .name = "account_act_known",
        .holds = "Who knows of it.",
        .why = safe_accounts,
        .kept = staff_record,
        .of_staff = by_staff,
        .columns = account_act_known_columns},
};

}  // namespace data_map::declared
