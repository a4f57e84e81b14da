#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"
#include "demonstration/days_rules.hpp"
#include "demonstration/names.hpp"
#include "demonstration/register_actions.hpp"
#include "demonstration/upn_rules.hpp"
#include "pupils/actions.hpp"
#include "pupils/contact_actions.hpp"
#include "pupils/groups.hpp"
#include "pupils/names.hpp"
#include "pupils/store.hpp"

namespace demonstration {
namespace {

using pupils::Contact;

// Ofcom keeps these numbers for drama.
std::string made_up_telephone(Chance& chance) { return fmt::format("07700 900{:03}", chance.below(1000)); }

std::string made_up_house(Chance& chance) {
    constexpr std::array<std::string_view, 8> streets{
        "Willow Row",
        "Mill Lane",
        "Orchard Close",
        "Station Road",
        "Canal Street",
        "Bramble Way",
        "Quarry Hill",
        "Lantern Court"};
    return fmt::format("{} {}\nFern Hollow", chance.between(1, 90), chance.pick(streets));
}

class Family {
public:
    Family(std::string surname, Chance& chance)
        : surname_(std::move(surname)),
          language_(likely_language(surname_)),
          house_(made_up_house(chance)),
          chance_(chance) {}

    Contact parent(bool mother, bool lives_with) {
        auto const forename = mother ? mothers_forename(chance_) : fathers_forename(chance_);
        auto contact = adult(fmt::format("{} {}", forename, surname_), mother ? "Mother" : "Father");
        contact.is_parent = true;
        contact.lives_with = lives_with;
        if (!lives_with) contact.postal_address = made_up_house(chance_);
        return contact;
    }

    Contact grandmother() {
        auto contact = adult(fmt::format("{} {}", mothers_forename(chance_), surname_), "Grandmother");
        contact.lives_with = true;
        return contact;
    }

    Contact local_authority() {
        auto contact = adult("Fern County Council, social worker", "Corporate parent");
        contact.address = "socialwork@ferncounty.example";
        contact.language = "en";
        return contact;
    }

private:
    Contact adult(std::string name, std::string relationship) {
        Contact contact;
        contact.name = std::move(name);
        contact.relationship = std::move(relationship);
        contact.telephone = made_up_telephone(chance_);
        contact.postal_address = house_;
        contact.language = language_;
        contact.responsibility = true;
        if (chance_.in_a_hundred(75))
            contact.address = text::joined(pupils::folded_words(contact.name), ".") + "@home.example";
        if (chance_.in_a_hundred(3)) contact.needs = "large print";
        return contact;
    }

    std::string surname_;
    std::string language_;
    std::string house_;
    Chance& chance_;
};

std::vector<Contact> adults_of(std::string const& surname, std::size_t number, Chance& chance) {
    Family family(surname, chance);
    if (number % 180 == 17) return {family.local_authority()};
    if (number % 180 == 93) {
        auto father = family.parent(false, false);
        father.restriction = "Court order: no letters and no contact through school";
        return {family.parent(true, true), father};
    }
    auto const kind = chance.below(100);
    if (kind < 66) return {family.parent(true, true), family.parent(false, true)};
    if (kind < 82) return {family.parent(true, true), family.parent(false, false)};
    if (kind < 93) return {family.parent(true, true)};
    if (kind < 97) return {family.parent(false, true)};
    return {family.grandmother()};
}

Date made_up_birth(int year_group, int school_year, Chance& chance) {
    return *calendar::date(school_year - year_group - 5, 9, 1) + chance.between(0, 364);
}

bool is_asked(Contact const& adult) { return adult.responsibility && adult.restriction.empty(); }

// Made up, and not by chance, so that everything else of the demonstration stays as it is.
std::string made_up_premium(std::size_t index) {
    if (index % 29 == 11) return {};
    return index % 11 < 3 ? "yes" : "no";
}

std::string made_up_ethnicity(std::size_t index) {
    using pupils::Ethnicity;
    constexpr std::array groups{
        Ethnicity::white,
        Ethnicity::asian,
        Ethnicity::white,
        Ethnicity::black,
        Ethnicity::white,
        Ethnicity::mixed,
        Ethnicity::white,
        Ethnicity::asian,
        Ethnicity::white,
        Ethnicity::white,
        Ethnicity::other,
        Ethnicity::white,
        Ethnicity::not_said};
    return std::string(word(groups[index % groups.size()]));
}

struct Entered {
    pupils::Details details;
    std::vector<Contact> adults;
};

// What happens to one child in the register over the time of the diary.
void enter(Diary& diary, MadeSchool& school, SchoolDays const& days, std::size_t index, Entered entered) {
    auto const today = calendar::local_date(diary.now());
    auto const this_year = calendar::school_year(today);
    auto const first_year = calendar::school_year(opened_on(today));
    auto const& child = school.children[index];
    auto const comes_in = std::max(child.joined_in, first_year);
    auto const group_in = [&](int year) { return std::to_string(child.year_group - (this_year - year)); };
    auto const class_in = [&](int year) -> MadeClass const& {
        auto const group = static_cast<std::size_t>(child.year_group - (this_year - year) - 3);
        return school.classes[group * school.letters + child.letter];
    };

    // The first school day of the school year, as far as it has come.
    auto const begins_on = [&](int year) {
        auto const september = *calendar::date(year, 9, 1);
        auto const day = days.first_from(september);
        return day <= today ? day : september;
    };
    auto const comes_on = comes_in == first_year ? opened_on(today) : begins_on(comes_in);
    entered.details.year_group = group_in(comes_in);
    diary.on(
        at(comes_on, comes_in == first_year ? 10 : 7, 30),
        school.administrator,
        [&school, index, entered = std::move(entered), to = class_in(comes_in), comes_in](Visit& visit) {
            auto& known = school.children[index];
            known.id = pupils::actions::add(visit, entered.details);
            ++school.on_the_register;
            pupils::actions::join_class(visit, known.id, "", to.in_year.at(comes_in), to.name);
            std::size_t asked = 0;
            for (auto const& adult : entered.adults) {
                auto const id = pupils::actions::add_contact(visit, known.id, adult);
                if (is_asked(adult)) known.asked[asked++].id = id;
            }
        }
    );
    for (auto year = comes_in + 1; year <= this_year; ++year)
        diary.on(
            at(begins_on(year), 7, 0),
            school.administrator,
            [&school, index, to = class_in(year), year, group = group_in(year)](Visit& visit) {
                auto const before = *pupils::store::known(visit.db, visit.school, school.children[index].id);
                if (before.left_on) return;
                auto after = before.details;
                after.year_group = group;
                pupils::actions::change(visit, before, after);
                pupils::actions::join_class(
                    visit, before.id, before.class_name, to.in_year.at(year), to.name
                );
            }
        );
}

}  // namespace

void enter_children(Diary& diary, MadeSchool& school, int pupils, bool of_a_county, Chance& chance) {
    auto const this_year = calendar::school_year(calendar::local_date(diary.now()));
    auto const count = static_cast<std::size_t>(pupils);
    SchoolDays const days(school.open_days, calendar::local_date(diary.now()));
    school.children.resize(count);
    for (std::size_t index = 0; index < count; ++index) {
        auto& child = school.children[index];
        auto const in_class = index % school.classes.size();
        child.year_group = school.classes[in_class].year_group;
        child.letter = in_class % school.letters;
        child.joined_in = this_year - (child.year_group - 3);

        auto const& forename = chance.pick(forenames());
        auto surname = std::string(chance.pick(surnames()));
        if (chance.in_a_hundred(4)) surname += "-" + std::string(chance.pick(surnames()));
        Entered entered;
        auto& details = entered.details;
        details.upn = made_up_upn(school.id.number, index, child.joined_in);
        details.admission_number = fmt::format("{:04}", index + 1);
        details.legal_forename = forename.legal;
        details.legal_surname = surname;
        details.preferred_forename = forename.preferred;
        details.born_on = made_up_birth(child.year_group, this_year, chance);
        details.sex = forename.sex;
        details.sen_provision = chance.in_a_hundred(12) ? "K" : chance.in_a_hundred(3) ? "E" : "N";
        details.pupil_premium = made_up_premium(index);
        details.ethnicity = made_up_ethnicity(index);
        child.special_needs = details.sen_provision != "N";
        entered.adults = adults_of(surname, index + (of_a_county ? chance.below(180) : 0), chance);
        child.forename = forename.preferred.empty() ? forename.legal : forename.preferred;
        std::ranges::copy_if(entered.adults, std::back_inserter(child.asked), is_asked);
        enter(diary, school, days, index, std::move(entered));
    }
}

}  // namespace demonstration
