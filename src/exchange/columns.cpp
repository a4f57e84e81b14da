#include "exchange/columns.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace exchange {
namespace {

std::string_view name_of(Field field) {
    switch (field) {
        case Field::ignored: return "Leave out";
        case Field::upn: return "UPN";
        case Field::former_upn: return "Former UPN";
        case Field::admission_number: return "Admission number";
        case Field::legal_forename: return "Legal forename";
        case Field::legal_surname: return "Legal surname";
        case Field::preferred_forename: return "Preferred forename";
        case Field::preferred_surname: return "Preferred surname";
        case Field::full_name: return "Whole name";
        case Field::born_on: return "Date of birth";
        case Field::sex: return "Sex";
        case Field::year_group: return "Year";
        case Field::class_name: return "Class";
        case Field::sen_provision: return "SEN provision";
        case Field::pupil_premium: return "Pupil premium";
        case Field::ethnicity: return "Ethnicity";
        case Field::contact_name: return "name";
        case Field::contact_forename: return "forename";
        case Field::contact_surname: return "surname";
        case Field::contact_relationship: return "relationship";
        case Field::contact_address: return "e-mail address";
        case Field::contact_telephone: return "telephone";
        case Field::contact_postal_address: return "postal address";
        case Field::contact_language: return "language";
        case Field::contact_responsibility: return "parental responsibility";
        case Field::contact_lives_with: return "lives with the child";
        case Field::contact_restriction: return "court order";
        case Field::staff_name: return "Whole name";
        case Field::staff_forename: return "Forename";
        case Field::staff_surname: return "Surname";
        case Field::staff_address: return "E-mail address";
        case Field::staff_role: return "Role";
        case Field::staff_class: return "Class they teach";
    }
    return {};
}

bool is_of_staff(Field field) { return field >= Field::staff_name; }

}  // namespace

bool is_of_contact(Field field) {
    return field >= Field::contact_name && field <= Field::contact_restriction;
}

std::string as_text(Column column) {
    std::string text(word(column.field));
    if (is_of_contact(column.field)) text += ":" + std::to_string(column.contact);
    return text;
}

std::optional<Column> column_from(std::string_view text) {
    auto const colon = text.find(':');
    auto const field = from_word<Field>(text.substr(0, colon));
    if (!field) return std::nullopt;
    if (!is_of_contact(*field)) return colon == text.npos ? std::optional(Column{*field, 0}) : std::nullopt;
    if (colon == text.npos || colon + 2 != text.size()) return std::nullopt;
    int const contact = text.back() - '0';
    if (contact < 1 || contact > contacts_in_a_row) return std::nullopt;
    return Column{*field, contact};
}

std::string as_text(Columns const& columns) {
    std::vector<std::string> parts;
    for (auto const column : columns) parts.push_back(as_text(column));
    return text::joined(parts, ",");
}

std::optional<Columns> columns_from(std::string_view text) {
    if (text.empty()) return std::nullopt;
    Columns columns;
    for (auto const part : text::split(text, ',')) {
        auto const column = column_from(part);
        if (!column) return std::nullopt;
        columns.push_back(*column);
    }
    return columns;
}

std::string in_words(Column column) {
    if (!is_of_contact(column.field)) return std::string(name_of(column.field));
    return "Contact " + std::to_string(column.contact) + ": " + std::string(name_of(column.field));
}

Columns choices(Kind kind) {
    Columns columns;
    for (auto const field : all_of<Field>()) {
        if (is_of_contact(field)) continue;
        if (field == Field::ignored || is_of_staff(field) == (kind == Kind::staff))
            columns.push_back({field, 0});
    }
    if (kind == Kind::staff) return columns;
    for (int contact = 1; contact <= contacts_in_a_row; ++contact)
        for (auto const field : all_of<Field>())
            if (is_of_contact(field)) columns.push_back({field, contact});
    return columns;
}

std::optional<std::size_t> place_of(Columns const& columns, Column column) {
    auto const found = std::ranges::find(columns, column);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace exchange
