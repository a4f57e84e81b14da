#include "exchange/pupil_check_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/mail_address.hpp"
#include "base/text.hpp"
#include "exchange/guess_rules.hpp"
#include "exchange/value_rules.hpp"
#include "pupils/names.hpp"
#include "pupils/upn_rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t name_characters = 100;
constexpr int youngest = 2;
constexpr int oldest = 19;
constexpr int oldest_possible = 100;
constexpr std::size_t order_characters = 300;

std::string on_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', ' ');
    return text;
}

// One row, read cell by cell; every fault names its column.
class RowReader {
public:
    RowReader(Sheet const& sheet, Columns const& columns, CsvRow const& row, Faults& faults)
        : sheet_(sheet), columns_(columns), row_(row), faults_(faults) {}

    std::string const& cell(Field field, int contact = 0) const {
        static std::string const empty;
        auto const place = place_of(columns_, {field, contact});
        return place ? sheet_.cell(row_, *place) : empty;
    }
    std::string line(Field field, int contact = 0) const {
        auto text = on_one_line(cell(field, contact));
        if (text::length(text) <= name_characters) return text;
        fault(Code::too_long, field, contact);
        return {};
    }
    // Whoever imports is told of each order that is taken: it keeps letters from that adult.
    std::string court_order(int contact) const {
        auto const order = court_order_in(on_one_line(cell(Field::contact_restriction, contact)));
        if (!order) {
            fault(Code::neither_yes_nor_no, Field::contact_restriction, contact);
            return {};
        }
        if (order->empty()) return {};
        bool const fits = text::length(*order) <= order_characters;
        fault(fits ? Code::order_taken : Code::order_too_long, Field::contact_restriction, contact);
        return fits ? *order : "A court order stands; its words are in the school's system";
    }
    // Empty where the cell is, and where nobody can tell, which is said.
    std::optional<bool> yes_or_no(Field field, int contact) const {
        auto const& text = cell(field, contact);
        auto const said = exchange::yes_or_no(text);
        if (!said && !text.empty()) fault(Code::neither_yes_nor_no, field, contact);
        return said;
    }
    bool has(Field field, int contact = 0) const { return place_of(columns_, {field, contact}).has_value(); }

    void fault(Code code, Field field, int contact = 0) const {
        faults_.push_back(fault_at(code, field, contact));
    }
    Fault fault_at(Code code, Field field, int contact = 0) const {
        auto const place = place_of(columns_, {field, contact});
        if (place) return sheet_.fault(code, row_, *place);
        return {code, row_.number, in_words({field, contact}), {}, sheet_.leading_file};
    }
    // The known meaning of a cell, or a warning.
    template <class Read>
    std::string known(Field field, Code otherwise, Read const& read, int contact = 0) const {
        auto const& text = cell(field, contact);
        if (text.empty()) return {};
        auto const value = read(text);
        if (!value) fault(otherwise, field, contact);
        return value.value_or("");
    }
    int number() const { return row_.number; }

private:
    Sheet const& sheet_;
    Columns const& columns_;
    CsvRow const& row_;
    Faults& faults_;
};

std::string read_upn(RowReader const& row, Field field) {
    auto const upn = pupils::tidied_upn(row.cell(field));
    if (upn.empty()) return {};
    auto const fault = pupils::fault_of_upn(upn);
    if (!fault) return upn;
    bool const malformed = *fault == pupils::UpnFault::malformed;
    row.fault(malformed ? Code::upn_malformed : Code::upn_letter_wrong, field);
    return malformed ? std::string{} : upn;
}

void read_names(RowReader const& row, PupilInFile& pupil) {
    auto& details = pupil.details;
    details.preferred_forename = row.line(Field::preferred_forename);
    details.preferred_surname = row.line(Field::preferred_surname);
    auto const whole = name_from(row.line(Field::full_name));
    auto const legal = [&](Field field, std::string const& of_whole) {
        auto name = row.line(field);
        return name.empty() ? of_whole : name;
    };
    details.legal_forename = legal(Field::legal_forename, whole.forename);
    details.legal_surname = legal(Field::legal_surname, whole.surname);
    pupil.without_legal_forename = details.legal_forename.empty();
    pupil.without_legal_surname = details.legal_surname.empty();
    if (pupil.without_legal_forename) details.legal_forename = details.preferred_forename;
    if (pupil.without_legal_surname) details.legal_surname = details.preferred_surname;
    bool const from_whole = row.has(Field::full_name) && !row.has(Field::legal_surname);
    auto const field_of = [&](Field field) { return from_whole ? Field::full_name : field; };
    if (details.legal_forename.empty()) row.fault(Code::forename_missing, field_of(Field::legal_forename));
    if (details.legal_surname.empty()) row.fault(Code::surname_missing, field_of(Field::legal_surname));
}

void read_birth_date(RowReader const& row, PupilInFile& pupil, DateOrder order, Date today) {
    auto& details = pupil.details;
    auto const& text = row.cell(Field::born_on);
    if (text.empty()) {
        bool const numbered = !details.upn.empty() || !details.admission_number.empty();
        if (!numbered) return row.fault(Code::birth_date_missing, Field::born_on);
        pupil.without_birth_date = row.fault_at(Code::birth_date_missing, Field::born_on);
        return;
    }
    auto const read = read_date(text, order, today);
    if (!read) return row.fault(Code::birth_date_unreadable, Field::born_on);
    if (read->date >= today) return row.fault(Code::birth_date_to_come, Field::born_on);
    auto const age = calendar::years_between(read->date, today);
    if (age > oldest_possible) return row.fault(Code::birth_date_too_early, Field::born_on);
    details.born_on = read->date;
    if (read->short_year) row.fault(Code::short_year, Field::born_on);
    if (age < youngest || age > oldest) row.fault(Code::age_unlikely, Field::born_on);
}

std::string contact_name(RowReader const& row, int which) {
    auto whole = row.line(Field::contact_name, which);
    if (!whole.empty()) {
        auto const parts = name_from(whole);
        return whole.find(',') == whole.npos ? whole : parts.forename + " " + parts.surname;
    }
    auto const forename = row.line(Field::contact_forename, which);
    auto const surname = row.line(Field::contact_surname, which);
    return std::string(text::trimmed(forename + " " + surname));
}

std::string contact_address(RowReader const& row, int which) {
    auto address = row.cell(Field::contact_address, which);
    if (address.empty() || text::is_mail_address(address)) return address;
    row.fault(Code::address_unlikely, Field::contact_address, which);
    return {};
}

std::optional<ContactInFile> read_contact(RowReader const& row, int which) {
    ContactInFile found;
    auto& contact = found.contact;
    contact.name = contact_name(row, which);
    contact.relationship = row.line(Field::contact_relationship, which);
    contact.address = contact_address(row, which);
    contact.telephone = row.line(Field::contact_telephone, which);
    contact.postal_address = row.cell(Field::contact_postal_address, which);
    contact.language = row.known(Field::contact_language, Code::language_unknown, language_from, which);
    found.says_language = !contact.language.empty();
    auto const responsibility = row.yes_or_no(Field::contact_responsibility, which);
    contact.responsibility = responsibility.value_or(false);
    found.says_responsibility = responsibility.has_value();
    auto const lives_with = row.yes_or_no(Field::contact_lives_with, which);
    contact.lives_with = lives_with.value_or(false);
    found.says_lives_with = lives_with.has_value();
    contact.restriction = row.court_order(which);
    if (!contact.name.empty()) return found;
    bool const says_anything = !contact.address.empty() || !contact.telephone.empty() ||
                               !contact.relationship.empty() || !contact.restriction.empty();
    if (says_anything) row.fault(Code::contact_without_name, Field::contact_name, which);
    return std::nullopt;
}

// The adult of one name stands once for one child; a court order counts wherever it is said.
void add_once(std::vector<ContactInFile>& contacts, ContactInFile const& contact) {
    auto const known = std::ranges::find_if(contacts, [&](auto const& one) {
        return pupils::same_name(one.contact.name, contact.contact.name);
    });
    if (known == contacts.end()) return contacts.push_back(contact);
    if (known->contact.restriction.empty()) known->contact.restriction = contact.contact.restriction;
}

// Joined files put one class in a line; which of several is the child's own, nobody can tell.
void read_class(RowReader const& row, PupilInFile& pupil) {
    if (row.cell(Field::class_name).find('\n') != std::string::npos)
        return row.fault(Code::several_classes, Field::class_name);
    auto names = classes_in(row.line(Field::class_name));
    if (names.empty()) {
        if (row.has(Field::class_name)) row.fault(Code::class_missing, Field::class_name);
        return;
    }
    pupil.class_name = names.front();
    pupil.further_classes.assign(names.begin() + 1, names.end());
}

PupilInFile read_pupil(RowReader const& row, DateOrder order, Date today) {
    PupilInFile pupil;
    pupil.row = row.number();
    auto& details = pupil.details;
    details.upn = read_upn(row, Field::upn);
    details.former_upn = read_upn(row, Field::former_upn);
    details.admission_number = row.line(Field::admission_number);
    read_names(row, pupil);
    read_birth_date(row, pupil, order, today);
    details.sex = row.known(Field::sex, Code::sex_unknown, sex_from);
    details.year_group = row.known(Field::year_group, Code::year_unknown, year_from);
    details.sen_provision = row.known(Field::sen_provision, Code::sen_unknown, sen_from);
    details.pupil_premium = row.known(Field::pupil_premium, Code::premium_unknown, pupil_premium_from);
    details.ethnicity = row.known(Field::ethnicity, Code::ethnicity_unknown, ethnicity_from);
    read_class(row, pupil);
    for (int which = 1; which <= contacts_in_a_row; ++which)
        if (auto contact = read_contact(row, which)) add_once(pupil.contacts, *contact);
    return pupil;
}

// One of them may stand under the preferred forename that the other gives.
bool same_forename(pupils::Details const& one, pupils::Details const& other) {
    return pupils::same_name(one.legal_forename, other.legal_forename) ||
           pupils::same_name(one.preferred_forename, other.legal_forename) ||
           pupils::same_name(one.legal_forename, other.preferred_forename);
}

bool same_child(PupilInFile const& one, PupilInFile const& other) {
    bool const numbers_alone_tell = one.without_birth_date && other.without_birth_date;
    if (numbers_alone_tell && one.details.admission_number != other.details.admission_number) return false;
    return one.details.born_on == other.details.born_on &&
           pupils::same_name(one.details.legal_surname, other.details.legal_surname) &&
           same_forename(one.details, other.details);
}

// Finds the row that already stands for the same child, by UPN or by birth date and names.
class Seen {
public:
    PupilInFile* find(std::vector<PupilInFile>& pupils, PupilInFile const& pupil) {
        auto const by_upn = pupil.details.upn.empty() ? upns_.end() : upns_.find(pupil.details.upn);
        if (by_upn != upns_.end()) return &pupils[by_upn->second];
        for (auto const& key : keys_of(pupil.details)) {
            auto const [first, last] = children_.equal_range(key);
            for (auto at = first; at != last; ++at) {
                auto& other = pupils[at->second];
                bool const upns_differ = !pupil.details.upn.empty() && !other.details.upn.empty();
                if (!upns_differ && same_child(other, pupil)) return &other;
            }
        }
        return nullptr;
    }
    void add(PupilInFile const& pupil, std::size_t place) {
        if (!pupil.details.upn.empty()) upns_.emplace(pupil.details.upn, place);
        for (auto const& key : keys_of(pupil.details)) children_.emplace(key, place);
    }

private:
    // Birth date and names, once for each forename that the child may stand under.
    static std::set<std::string> keys_of(pupils::Details const& details) {
        auto const birth_and_surname =
            calendar::iso(details.born_on) + "\n" + pupils::folded_together(details.legal_surname) + "\n";
        std::set<std::string> keys{birth_and_surname + pupils::folded_together(details.legal_forename)};
        if (!details.preferred_forename.empty())
            keys.insert(birth_and_surname + pupils::folded_together(details.preferred_forename));
        return keys;
    }

    std::map<std::string, std::size_t> upns_;
    // By birth date and names, so that a file where all were born on one day takes no longer.
    std::multimap<std::string, std::size_t> children_;
};

void take(CheckedPupils& checked, Seen& seen, PupilInFile pupil) {
    auto* const earlier = seen.find(checked.pupils, pupil);
    if (!earlier) {
        seen.add(pupil, checked.pupils.size());
        checked.pupils.push_back(std::move(pupil));
        return;
    }
    auto const fault = [&](Code code, std::string value) {
        checked.faults.push_back({code, pupil.row, {}, std::move(value)});
    };
    auto const name = pupil.details.legal_forename + " " + pupil.details.legal_surname;
    if (!same_child(*earlier, pupil)) return fault(Code::upn_twice, pupil.details.upn);
    if (earlier->details != pupil.details || earlier->class_name != pupil.class_name)
        return fault(Code::pupil_twice, name);
    for (auto const& contact : pupil.contacts) add_once(earlier->contacts, contact);
    fault(Code::pupil_repeated, name);
}

bool holds_one_value(CsvRow const& row) {
    return std::ranges::count_if(row.cells, [](auto const& cell) { return !cell.empty(); }) == 1;
}

// Who holds responsibility or lives with the child is often filled in where there is nobody.
bool tells_of_somebody(std::string const& heading) {
    auto const field = of_a_contact(heading).field;
    return field != Field::contact_responsibility && field != Field::contact_lives_with &&
           field != Field::contact_language && field != Field::contact_restriction;
}

// Once for each contact of the row.
void warn_of_contacts_left_out(
    Sheet const& sheet, ContactsLeftOut const& left_out, CsvRow const& row, Faults& faults
) {
    for (auto const& [contact, places] : left_out) {
        auto const told = std::ranges::find_if(places, [&](auto const place) {
            return tells_of_somebody(sheet.heading[place]) && !sheet.cell(row, place).empty();
        });
        if (told != places.end()) faults.push_back(sheet.fault(Code::contacts_left_out, row, *told));
    }
}

// A column that nobody has for a contact's, and that may tell whom a court keeps away.
std::vector<std::size_t> orders_left_out(Sheet const& sheet, Columns const& columns) {
    std::vector<std::size_t> left_out;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (columns[at].field == Field::ignored && tells_of_an_order(sheet.heading[at]))
            left_out.push_back(at);
    return left_out;
}

void warn_of_orders_left_out(
    Sheet const& sheet, std::vector<std::size_t> const& left_out, CsvRow const& row, Faults& faults
) {
    for (auto const at : left_out)
        if (court_order_in(sheet.cell(row, at)) != "")
            faults.push_back(sheet.fault(Code::order_left_out, row, at));
}

}  // namespace

ContactsLeftOut contacts_left_out(Sheet const& sheet, Columns const& columns) {
    ContactsLeftOut left_out;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        auto const contact = of_a_contact(sheet.heading[at]).contact;
        if (columns[at].field == Field::ignored && contact > contacts_in_a_row)
            left_out[contact].push_back(at);
    }
    return left_out;
}

CheckedPupils checked_pupils(Sheet const& sheet, Columns const& columns, DateOrder order, Date today) {
    CheckedPupils checked{.pupils = {}, .faults = sheet.faults};
    Seen seen;
    auto const left_out = contacts_left_out(sheet, columns);
    auto const orders = orders_left_out(sheet, columns);
    for (auto const& row : sheet.rows) {
        if (sheet.heading.size() > 2 && holds_one_value(row)) {
            checked.faults.push_back({Code::not_a_pupil, row.number, {}, {}});
            continue;
        }
        if (row.cells.size() > sheet.heading.size())
            checked.faults.push_back({Code::cells_without_heading, row.number, {}, row.cells.back()});
        Faults of_row;
        auto pupil = read_pupil(RowReader(sheet, columns, row, of_row), order, today);
        warn_of_contacts_left_out(sheet, left_out, row, of_row);
        warn_of_orders_left_out(sheet, orders, row, of_row);
        checked.faults.insert(checked.faults.end(), of_row.begin(), of_row.end());
        if (!stops(of_row)) take(checked, seen, std::move(pupil));
    }
    for (auto& fault : checked.faults)
        if (fault.file.empty()) fault.file = sheet.leading_file;
    return checked;
}

std::optional<Fault> responsibility_unsaid(std::span<PupilInFile const> pupils, Columns const& columns) {
    bool const has_contacts =
        std::ranges::any_of(pupils, [](auto const& pupil) { return !pupil.contacts.empty(); });
    auto const column = std::ranges::find(columns, Field::contact_responsibility, &Column::field);
    if (!has_contacts || column != columns.end()) return std::nullopt;
    return Fault{.code = Code::responsibility_unsaid};
}

std::optional<DateOrder> order_of_dates(Sheet const& sheet, Columns const& columns) {
    auto const place = place_of(columns, {Field::born_on, 0});
    if (!place) return DateOrder::day_first;
    return order_of(sheet.samples(*place, sheet.rows.size()));
}

std::optional<Fault> day_taken_first(Sheet const& sheet, Columns const& columns) {
    auto const place = place_of(columns, {Field::born_on, 0});
    if (!place || order_of_dates(sheet, columns)) return std::nullopt;
    for (auto const& row : sheet.rows)
        if (!order_of({&sheet.cell(row, *place), 1}))
            return sheet.fault(Code::dates_read_day_first, row, *place);
    return std::nullopt;
}

}  // namespace exchange
