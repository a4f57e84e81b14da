#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace exchange {

enum class Kind { pupils, staff, contacts };
constexpr auto words(Kind) { return std::array{"pupils", "staff", "contacts"}; }

// What a column of a file can mean to Withy.
enum class Field {
    ignored,
    upn,
    former_upn,
    admission_number,
    legal_forename,
    legal_surname,
    preferred_forename,
    preferred_surname,
    full_name,
    born_on,
    sex,
    year_group,
    class_name,
    sen_provision,
    pupil_premium,
    ethnicity,
    contact_name,
    contact_forename,
    contact_surname,
    contact_relationship,
    contact_address,
    contact_telephone,
    contact_postal_address,
    contact_language,
    contact_responsibility,
    contact_lives_with,
    contact_restriction,
    staff_name,
    staff_forename,
    staff_surname,
    staff_address,
    staff_role,
    staff_class
};
constexpr auto words(Field) {
    return std::array{
        "ignored",
        "upn",
        "former_upn",
        "admission_number",
        "legal_forename",
        "legal_surname",
        "preferred_forename",
        "preferred_surname",
        "full_name",
        "born_on",
        "sex",
        "year_group",
        "class_name",
        "sen_provision",
        "pupil_premium",
        "ethnicity",
        "contact_name",
        "contact_forename",
        "contact_surname",
        "contact_relationship",
        "contact_address",
        "contact_telephone",
        "contact_postal_address",
        "contact_language",
        "contact_responsibility",
        "contact_lives_with",
        "contact_restriction",
        "staff_name",
        "staff_forename",
        "staff_surname",
        "staff_address",
        "staff_role",
        "staff_class"};
}

inline constexpr int contacts_in_a_row = 3;

// A column's meaning; a contact's column says whose: the first, second or third contact of the pupil.
struct Column {
    Field field = Field::ignored;
    int contact = 0;

    friend bool operator==(Column, Column) = default;
};
// One for each heading, in the file's order.
using Columns = std::vector<Column>;

bool is_of_contact(Field field);

// "legal_surname", "contact_name:2", and back.
std::string as_text(Column column);
std::optional<Column> column_from(std::string_view text);

// The columns in one line, as they are remembered, and back; empty where it is no such line.
std::string as_text(Columns const& columns);
std::optional<Columns> columns_from(std::string_view text);

// "Legal surname", "Contact 2: name"
std::string in_words(Column column);

// Every meaning that a column of this kind of import can have, `ignored` first.
Columns choices(Kind kind);

// The place of the column that has this meaning.
std::optional<std::size_t> place_of(Columns const& columns, Column column);

}  // namespace exchange
