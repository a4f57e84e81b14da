#include "exchange/guess_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "base/text.hpp"
#include "pupils/upn_rules.hpp"

namespace exchange {
namespace {

using Meaning = std::pair<std::string_view, Field>;

// Headings met in exports of school systems and in what their vendors publish, letters and figures only.
constexpr std::array<Meaning, 93> of_pupils{
    {{"upn", Field::upn},
     {"uniquepupilnumber", Field::upn},
     {"pupilupn", Field::upn},
     {"formerupn", Field::former_upn},
     {"previousupn", Field::former_upn},
     {"admissionnumber", Field::admission_number},
     {"admissionno", Field::admission_number},
     {"admno", Field::admission_number},
     {"adno", Field::admission_number},
     {"studentid", Field::admission_number},
     {"studentnumber", Field::admission_number},
     {"pupilid", Field::admission_number},
     {"id", Field::admission_number},
     {"sourcedid", Field::admission_number},
     {"legalforename", Field::legal_forename},
     {"legalfirstname", Field::legal_forename},
     {"forename", Field::legal_forename},
     {"firstname", Field::legal_forename},
     {"givenname", Field::legal_forename},
     {"pupilforename", Field::legal_forename},
     {"pupilfirstname", Field::legal_forename},
     {"studentfirstname", Field::legal_forename},
     {"legalsurname", Field::legal_surname},
     {"legallastname", Field::legal_surname},
     {"surname", Field::legal_surname},
     {"lastname", Field::legal_surname},
     {"familyname", Field::legal_surname},
     {"pupilsurname", Field::legal_surname},
     {"pupillastname", Field::legal_surname},
     {"studentlastname", Field::legal_surname},
     {"preferredforename", Field::preferred_forename},
     {"preferredfirstname", Field::preferred_forename},
     {"preferredname", Field::preferred_forename},
     {"prefname", Field::preferred_forename},
     {"prefforename", Field::preferred_forename},
     {"prefsurname", Field::preferred_surname},
     {"chosenname", Field::preferred_forename},
     {"chosenforename", Field::preferred_forename},
     {"knownas", Field::preferred_forename},
     {"knownasfirstname", Field::preferred_forename},
     {"preferredsurname", Field::preferred_surname},
     {"preferredlastname", Field::preferred_surname},
     {"knownassurname", Field::preferred_surname},
     {"knownaslastname", Field::preferred_surname},
     {"name", Field::full_name},
     {"fullname", Field::full_name},
     {"pupilname", Field::full_name},
     {"studentname", Field::full_name},
     {"pupil", Field::full_name},
     {"student", Field::full_name},
     {"dob", Field::born_on},
     {"dateofbirth", Field::born_on},
     {"legaldob", Field::born_on},
     {"legaldateofbirth", Field::born_on},
     {"birthdate", Field::born_on},
     {"birthday", Field::born_on},
     {"sex", Field::sex},
     {"gender", Field::sex},
     {"legalsex", Field::sex},
     {"year", Field::year_group},
     {"yeargroup", Field::year_group},
     {"ncyear", Field::year_group},
     {"ncyearactual", Field::year_group},
     {"yr", Field::year_group},
     {"grade", Field::year_group},
     {"nationalcurriculumyear", Field::year_group},
     {"class", Field::class_name},
     {"classname", Field::class_name},
     {"classtitle", Field::class_name},
     {"reggroup", Field::class_name},
     {"registrationgroup", Field::class_name},
     {"registrationform", Field::class_name},
     {"reg", Field::class_name},
     {"form", Field::class_name},
     {"tutorgroup", Field::class_name},
     {"sen", Field::sen_provision},
     {"senstatus", Field::sen_provision},
     {"senprovision", Field::sen_provision},
     {"sencode", Field::sen_provision},
     {"currentsenstatus", Field::sen_provision},
     {"pupilpremium", Field::pupil_premium},
     {"pupilpremiumindicator", Field::pupil_premium},
     {"pupilpremiumstatus", Field::pupil_premium},
     {"pupilpremiumeligible", Field::pupil_premium},
     {"eligibleforpupilpremium", Field::pupil_premium},
     {"ispupilpremium", Field::pupil_premium},
     {"ppindicator", Field::pupil_premium},
     {"pp", Field::pupil_premium},
     {"ethnicity", Field::ethnicity},
     {"ethnicitycode", Field::ethnicity},
     {"ethnicgroup", Field::ethnicity},
     {"ethnicorigin", Field::ethnicity},
     {"ethniccode", Field::ethnicity}}};

constexpr std::array<Meaning, 28> of_staff{
    {{"name", Field::staff_name},
     {"fullname", Field::staff_name},
     {"staffname", Field::staff_name},
     {"forename", Field::staff_forename},
     {"firstname", Field::staff_forename},
     {"preferredforename", Field::staff_forename},
     {"givenname", Field::staff_forename},
     {"legalforename", Field::staff_forename},
     {"surname", Field::staff_surname},
     {"lastname", Field::staff_surname},
     {"preferredsurname", Field::staff_surname},
     {"familyname", Field::staff_surname},
     {"legalsurname", Field::staff_surname},
     {"email", Field::staff_address},
     {"emailaddress", Field::staff_address},
     {"workemail", Field::staff_address},
     {"secondaryemail", Field::staff_address},
     {"username", Field::ignored},
     {"role", Field::staff_role},
     {"jobtitle", Field::staff_role},
     {"post", Field::staff_role},
     {"position", Field::staff_role},
     {"class", Field::staff_class},
     {"classname", Field::staff_class},
     {"reggroup", Field::staff_class},
     {"registrationgroup", Field::staff_class},
     {"form", Field::staff_class},
     {"tutorgroup", Field::staff_class}}};

bool holds(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(parts, [&](auto part) { return text.find(part) != text.npos; });
}

// As it is written: without its blanks, "Contact 1, 2nd phone" would be of the twelfth.
int first_number(std::string_view heading) {
    int number = 0;
    auto const at = std::min(heading.find_first_of("0123456789"), heading.size());
    std::from_chars(heading.data() + at, heading.data() + heading.size(), number);
    return number;
}

int which_contact(std::string_view heading, std::string_view plain) {
    if (auto const number = first_number(heading); number > 0) return number;
    return holds(plain, {"father", "second", "secondary"}) ? 2 : 1;
}

std::string without_figures(std::string_view heading) {
    std::string letters;
    std::ranges::copy_if(heading, std::back_inserter(letters), [](char c) { return c < '0' || c > '9'; });
    return letters;
}

bool names_an_order(std::string_view heading) {
    return holds(heading, {"court", "injunction", "molestation", "nocontact", "legalorder"});
}

Field of_contact(std::string_view heading) {
    bool const of_where = holds(heading, {"email", "phone", "mobile", "tel", "postcode", "address"});
    if (names_an_order(heading) || holds(heading, {"restrict"}))
        return of_where ? Field::ignored : Field::contact_restriction;
    if (holds(heading, {"email"})) return Field::contact_address;
    if (holds(heading, {"phone", "mobile", "tel"})) return Field::contact_telephone;
    if (holds(heading, {"postcode"})) return Field::ignored;
    if (holds(heading, {"address"})) return Field::contact_postal_address;
    if (holds(heading, {"responsib", "parentalresp"})) return Field::contact_responsibility;
    if (holds(heading, {"relation"})) return Field::contact_relationship;
    if (holds(heading, {"language"})) return Field::contact_language;
    if (holds(heading, {"lives", "livingwith", "resident"})) return Field::contact_lives_with;
    if (holds(heading, {"surname", "lastname", "familyname"})) return Field::contact_surname;
    if (holds(heading, {"forename", "firstname", "givenname"})) return Field::contact_forename;
    bool const bare = !heading.empty() && (heading.back() >= '0' && heading.back() <= '9');
    auto const noun = without_figures(heading);
    bool const only_the_noun = noun == "contact" || noun == "prioritycontact" || noun == "parent" ||
                               noun == "carer" || noun == "guardian" || noun == "mother" || noun == "father";
    return bare || only_the_noun || holds(heading, {"name"}) ? Field::contact_name : Field::ignored;
}

bool has_values_of_upns(std::size_t column, std::vector<std::vector<std::string>> const& samples) {
    int values = 0;
    int upns = 0;
    for (auto const& row : samples) {
        if (column >= row.size() || row[column].empty()) continue;
        ++values;
        if (pupils::fault_of_upn(pupils::tidied_upn(row[column])) != pupils::UpnFault::malformed) ++upns;
    }
    return values > 0 && upns * 2 > values;
}

// Beside "Legal forename", a plain "Forename" is the one the child goes by.
Field other_than_legal(Field field) {
    if (field == Field::legal_forename) return Field::preferred_forename;
    if (field == Field::legal_surname) return Field::preferred_surname;
    return Field::ignored;
}

void give_each_meaning_once(Columns& columns, std::vector<std::string> const& heading) {
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at].field == Field::ignored) continue;
        auto const first = *place_of(columns, columns[at]);
        if (first == at) continue;
        bool const this_is_legal = plain_heading(heading[at]).starts_with("legal");
        auto& plain = columns[this_is_legal ? first : at];
        bool const one_is_legal = this_is_legal || plain_heading(heading[first]).starts_with("legal");
        Column const other{one_is_legal ? other_than_legal(plain.field) : Field::ignored, 0};
        plain = place_of(columns, other) ? Column{} : other;
    }
}

bool has(Columns const& columns, Field field) { return place_of(columns, {field, 0}).has_value(); }

}  // namespace

std::string plain_heading(std::string_view heading) {
    std::string out;
    for (char const c : text::ascii_lower(heading))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    return out;
}

Column meaning_of(std::string_view heading, Kind kind) {
    auto const plain = plain_heading(heading);
    auto const in = [&](auto const& table) {
        auto const found = std::ranges::find(table, std::string_view(plain), &Meaning::first);
        return found == table.end() ? Column{} : Column{found->second, 0};
    };
    if (kind == Kind::staff) return in(of_staff);
    if (auto const column = in(of_pupils); column.field != Field::ignored) return column;
    auto const column = of_a_contact(heading);
    return column.contact > contacts_in_a_row ? Column{} : column;
}

bool tells_of_an_order(std::string_view heading) { return names_an_order(plain_heading(heading)); }

Column of_a_contact(std::string_view heading) {
    auto const plain = plain_heading(heading);
    if (!holds(plain, {"contact", "parent", "guardian", "carer", "mother", "father"})) return {};
    auto const field = of_contact(plain);
    return field == Field::ignored ? Column{} : Column{field, which_contact(heading, plain)};
}

Columns guess(
    std::vector<std::string> const& heading, std::vector<std::vector<std::string>> const& samples, Kind kind
) {
    Columns columns;
    for (auto const& one : heading) columns.push_back(meaning_of(one, kind));
    give_each_meaning_once(columns, heading);
    if (kind == Kind::staff) return columns;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (columns[at].field == Field::ignored && !has(columns, Field::upn) &&
            has_values_of_upns(at, samples))
            columns[at] = {Field::upn, 0};
    return columns;
}

std::vector<std::string> missing(Columns const& columns, Kind kind) {
    std::vector<std::string> absent;
    if (kind == Kind::staff) {
        bool const named = has(columns, Field::staff_name) || has(columns, Field::staff_surname);
        if (!named) absent.emplace_back("name");
        return absent;
    }
    bool const whole = has(columns, Field::full_name);
    if (!whole && !has(columns, Field::legal_forename) && !has(columns, Field::preferred_forename))
        absent.emplace_back("forename");
    if (!whole && !has(columns, Field::legal_surname) && !has(columns, Field::preferred_surname))
        absent.emplace_back("surname");
    // Whom the school knows by a number, it knows the birth date of.
    bool const numbered = has(columns, Field::upn) || has(columns, Field::admission_number);
    if (!has(columns, Field::born_on) && !numbered) absent.emplace_back("date of birth");
    return absent;
}

}  // namespace exchange
