#include "exchange/staff_rules.hpp"

#include <algorithm>
#include <set>

#include "base/mail_address.hpp"
#include "base/text.hpp"
#include "exchange/value_rules.hpp"
#include "pupils/names.hpp"
#include "staff/rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t name_characters = 100;

std::string cell(Sheet const& sheet, Columns const& columns, CsvRow const& row, Field field) {
    auto const place = place_of(columns, {field, 0});
    auto text = place ? sheet.cell(row, *place) : std::string{};
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string heading(Sheet const& sheet, Columns const& columns, Field field) {
    auto const place = place_of(columns, {field, 0});
    return place ? sheet.heading[*place] : in_words(Column{field, 0});
}

std::string name_of(Sheet const& sheet, Columns const& columns, CsvRow const& row) {
    auto const whole = cell(sheet, columns, row, Field::staff_name);
    if (whole.find(',') != whole.npos) {
        auto const parts = name_from(whole);
        return parts.forename + " " + parts.surname;
    }
    if (!whole.empty()) return whole;
    auto const forename = cell(sheet, columns, row, Field::staff_forename);
    auto const surname = cell(sheet, columns, row, Field::staff_surname);
    return surname.empty() ? std::string{} : std::string(text::trimmed(forename + " " + surname));
}

staff::Person const* find(People const& known, PersonInFile const& person) {
    for (auto const& one : known.people)
        if (!person.address.empty() && text::ascii_lower(one.address) == person.address) return &one;
    for (auto const& one : known.people) {
        bool const addresses_differ = !one.address.empty() && !person.address.empty();
        if (!addresses_differ && pupils::same_name(one.name, person.name)) return &one;
    }
    return nullptr;
}

auto class_of(People const& known, std::string const& name) {
    return std::ranges::find_if(known.classes, [&](auto const& one) {
        return pupils::same_name(one.name, name);
    });
}

bool names_several_classes(PersonInFile const& person, People const& known) {
    return std::ranges::any_of(person.further_classes, [&](auto const& name) {
        return class_of(known, name) != known.classes.end() && !pupils::same_name(name, person.class_name);
    });
}

std::optional<PlannedRole> role_to_give(
    PersonInFile const& person, staff::Person const* before, People const& known, Faults& faults
) {
    if (!person.role) return std::nullopt;
    PlannedRole planned{*person.role, {}, {}};
    if (*person.role == visits::Role::class_teacher) {
        if (names_several_classes(person, known)) {
            auto const names = person.class_name + "; " + text::joined(person.further_classes, "; ");
            faults.push_back({Code::several_classes, person.row, {}, names});
            return std::nullopt;
        }
        auto const found = class_of(known, person.class_name);
        if (person.class_name.empty() || found == known.classes.end()) {
            faults.push_back({Code::class_unknown, person.row, {}, person.class_name});
            return std::nullopt;
        }
        planned.class_id = found->id;
        planned.class_name = found->name;
    }
    auto const holds_it = [&](staff::RoleHeld const& held) {
        return before && held.staff == before->id && held.role == planned.role &&
               held.class_id == planned.class_id && (!held.ends_on || *held.ends_on >= known.today);
    };
    if (std::ranges::any_of(known.roles, holds_it)) return std::nullopt;
    if (before && !staff::may_give(known.importer, before->id, planned.role)) {
        faults.push_back({Code::own_role, person.row, {}, std::string(visits::in_words(planned.role))});
        return std::nullopt;
    }
    return planned;
}

}  // namespace

CheckedPeople checked_people(Sheet const& sheet, Columns const& columns) {
    CheckedPeople checked;
    std::set<std::string> addresses;
    for (auto const& row : sheet.rows) {
        auto const fault = [&](Code code, Field field) {
            checked.faults.push_back(
                {code, row.number, heading(sheet, columns, field), cell(sheet, columns, row, field)}
            );
        };
        PersonInFile person{.row = row.number, .name = name_of(sheet, columns, row), .role = {}};
        person.address = text::ascii_lower(cell(sheet, columns, row, Field::staff_address));
        if (auto const names = classes_in(cell(sheet, columns, row, Field::staff_class)); !names.empty()) {
            person.class_name = names.front();
            person.further_classes.assign(names.begin() + 1, names.end());
        }
        if (auto const role = cell(sheet, columns, row, Field::staff_role); !role.empty()) {
            person.role = role_from(role);
            if (!person.role) fault(Code::role_unknown, Field::staff_role);
        } else if (!person.class_name.empty()) {
            person.role = visits::Role::class_teacher;
        }
        if (!person.address.empty() && !text::is_mail_address(person.address)) {
            fault(Code::address_unlikely, Field::staff_address);
            person.address.clear();
        }
        if (person.name.empty())
            fault(Code::name_missing, Field::staff_name);
        else if (text::length(person.name) > name_characters)
            fault(Code::too_long, Field::staff_name);
        else if (!person.address.empty() && !addresses.insert(person.address).second)
            fault(Code::address_twice, Field::staff_address);
        else
            checked.people.push_back(std::move(person));
    }
    return checked;
}

StaffPlan plan_of(std::vector<PersonInFile> const& file, People const& known) {
    StaffPlan plan;
    for (auto const& person : file) {
        auto const* const before = find(known, person);
        PlannedPerson planned{
            .row = person.row, .before = {}, .name = person.name, .address = person.address};
        if (before) {
            planned.before = *before;
            if (planned.address.empty()) planned.address = before->address;
            if (text::ascii_lower(before->address) == planned.address) planned.address = before->address;
            if (pupils::same_name(before->name, planned.name)) planned.name = before->name;
        }
        if (auto role = role_to_give(person, before, known, plan.faults))
            planned.roles.push_back(std::move(*role));
        if (!planned.changes_anything())
            ++plan.unchanged;
        else
            (before ? plan.changed : plan.added).push_back(std::move(planned));
    }
    return plan;
}

}  // namespace exchange
