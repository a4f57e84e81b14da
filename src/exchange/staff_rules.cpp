#include "exchange/staff_rules.hpp"

#include <algorithm>
#include <iterator>
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

staff::Person const* by_address(People const& known, PersonInFile const& person) {
    if (person.address.empty()) return nullptr;
    auto const found = std::ranges::find_if(known.people, [&](auto const& one) {
        return text::ascii_lower(one.address) == person.address;
    });
    return found == known.people.end() ? nullptr : &*found;
}

// Of two with an address each, of which neither is the other's, the name says nothing.
std::vector<staff::Person const*> by_name(People const& known, PersonInFile const& person) {
    std::vector<staff::Person const*> found;
    for (auto const& one : known.people) {
        bool const addresses_differ = !one.address.empty() && !person.address.empty();
        if (!addresses_differ && pupils::same_name(one.name, person.name)) found.push_back(&one);
    }
    return found;
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

PlannedPerson planned_for(
    PersonInFile const& person, staff::Person const* before, People const& known, Faults& faults
) {
    PlannedPerson planned{.row = person.row, .before = {}, .name = person.name, .address = person.address};
    if (before) {
        planned.before = *before;
        if (planned.address.empty()) planned.address = before->address;
        if (text::ascii_lower(before->address) == planned.address) planned.address = before->address;
        if (pupils::same_name(before->name, planned.name)) planned.name = before->name;
    }
    if (auto role = role_to_give(person, before, known, faults)) planned.roles.push_back(std::move(*role));
    return planned;
}

class StaffPlanner {
public:
    StaffPlanner(People const& known, StaffDecisions const& decisions)
        : known_(known), decisions_(decisions) {}

    void plan(PersonInFile const& person) {
        if (auto const* const one = by_address(known_, person)) return plan(person, one);
        auto const namesakes = namesakes_of(person);
        if (namesakes.empty()) return plan(person, nullptr);
        if (auto const decided = decisions_.find(person.row); decided != decisions_.end()) {
            if (!decided->second) return plan(person, nullptr);
            auto const chosen = std::ranges::find(namesakes, *decided->second, &staff::Person::id);
            if (chosen != namesakes.end()) return plan(person, *chosen);
        }
        auto const the_same = std::ranges::find_if(namesakes, [&](auto const* one) {
            return changes_nothing_of(*one, person);
        });
        if (the_same != namesakes.end()) return plan(person, *the_same);
        plan_.doubts.push_back({person, candidates(namesakes)});
    }

    StaffPlan planned() { return std::move(plan_); }

private:
    void plan(PersonInFile const& person, staff::Person const* before) {
        auto planned = planned_for(person, before, known_, plan_.faults);
        if (before && before->address != planned.address) given_an_address_.insert(before->id);
        if (!planned.changes_anything())
            ++plan_.unchanged;
        else
            (before ? plan_.changed : plan_.added).push_back(std::move(planned));
    }

    // Nobody gets the addresses of two rows.
    std::vector<staff::Person const*> namesakes_of(PersonInFile const& person) const {
        auto found = by_name(known_, person);
        if (!person.address.empty())
            std::erase_if(found, [&](auto const* one) { return given_an_address_.contains(one->id); });
        return found;
    }

    bool changes_nothing_of(staff::Person const& one, PersonInFile const& person) const {
        Faults unheard;
        auto const planned = planned_for(person, &one, known_, unheard);
        return unheard.empty() && !planned.changes_anything();
    }

    std::vector<Namesake> candidates(std::vector<staff::Person const*> const& namesakes) const {
        std::vector<Namesake> found;
        for (auto const* one : namesakes) {
            Namesake namesake{*one, {}};
            std::ranges::copy_if(known_.roles, std::back_inserter(namesake.roles), [&](auto const& held) {
                return held.staff == one->id && (!held.ends_on || *held.ends_on >= known_.today);
            });
            found.push_back(std::move(namesake));
        }
        return found;
    }

    People const& known_;
    StaffDecisions const& decisions_;
    std::set<visits::StaffId> given_an_address_;
    StaffPlan plan_;
};

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

StaffPlan plan_of(
    std::vector<PersonInFile> const& file, People const& known, StaffDecisions const& decisions
) {
    StaffPlanner planner(known, decisions);
    for (auto const& person : file) planner.plan(person);
    return planner.planned();
}

}  // namespace exchange
