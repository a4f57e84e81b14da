#include "demonstration/register_actions.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

#include "base/text.hpp"
#include "demonstration/days_rules.hpp"
#include "demonstration/names.hpp"
#include "demonstration/plan.hpp"
#include "demonstration/store.hpp"
#include "pupils/actions.hpp"
#include "pupils/ethnicity_store.hpp"
#include "pupils/names.hpp"
#include "schools/actions.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"
#include "strategies/actions.hpp"
#include "strategies/store.hpp"

namespace demonstration {
namespace {

using visits::Role;

constexpr std::array<std::string_view, 16> woods{
    "Alder",
    "Ash",
    "Bracken",
    "Birch",
    "Cedar",
    "Clover",
    "Elm",
    "Fern",
    "Hazel",
    "Heather",
    "Larch",
    "Linden",
    "Maple",
    "Rowan",
    "Sorrel",
    "Thorn"};
constexpr std::array<std::string_view, 28> lands{
    "Bank", "Bourne", "Bridge", "Combe", "Cross", "Dale", "Dell", "End",   "Field", "Ford",
    "Gate", "Glade",  "Green",  "Grove", "Heath", "Hill", "Holt", "Knoll", "Lane",  "Leigh",
    "Mead", "Mere",   "Moor",   "Ridge", "Side",  "Vale", "Weir", "Wold"};

std::string name_of_school(int number, bool of_a_county) {
    if (!of_a_county) return "Fern Hollow Junior School";
    auto const at = static_cast<std::size_t>(number);
    return fmt::format(
        "{} {} Junior School", woods[at % woods.size()], lands[at / woods.size() % lands.size()]
    );
}

std::string domain_of(int number, bool of_a_county) {
    return of_a_county ? fmt::format("school{}.example", number) : "fernhollow.example";
}

// The visit of whoever sets the school up, before anybody works there.
Visit first_visit(db::Connection& db, Instant now) {
    visits::Who who;
    who.name = "Withy";
    return {
        .db = db,
        .now = now,
        .today = calendar::local_date(now),
        .school = {},
        .school_name = {},
        .who = std::move(who),
        .frame = {}};
}

void set_the_calendar(Visit& visit, MadeSchool& school, Date today) {
    for (auto const& term : terms_around(today)) schools::actions::add_term(visit, term);
    for (auto const& closure : closures_around(today)) schools::actions::add_closure(visit, closure);
    school.open_days = schools::store::open_days(visit.db, visit.school);
    for (auto const* name : {"The Den", "The Nest"})
        school.rooms.push_back(*schools::actions::add_room(visit, name));
}

void set_the_areas(Visit& visit, MadeSchool& school) {
    strategies::seed(visit);
    for (auto const topic : topics)
        if (auto const area =
                strategies::store::area_named(visit.db, visit.school, std::string(area_of(topic))))
            school.areas[topic] = area->id;
}

// People of one school, each with a name that no other has there.
class Hiring {
public:
    Hiring(Visit& visit, std::string domain, Chance& chance)
        : visit_(visit), domain_(std::move(domain)), chance_(chance) {}

    Actor hire() {
        std::string name;
        do {
            auto const forename =
                chance_.in_a_hundred(80) ? mothers_forename(chance_) : fathers_forename(chance_);
            name = fmt::format("{} {}", forename, chance_.pick(surnames()));
        } while (!taken_.insert(name).second);
        auto address = text::joined(pupils::folded_words(name), ".") + "@" + domain_;
        Actor const actor{
            *staff::actions::add_person(visit_, {name, address}), visit_.new_id<visits::AccountId>(), name};
        store::add_account(visit_.db, actor.account, address, visit_.now);
        staff::store::lead_to(visit_.db, visit_.school, actor.staff, actor.account);
        return actor;
    }

    Actor hire(Role role) {
        auto const actor = hire();
        give(actor, {.role = role, .class_id = {}, .starts_on = visit_.today, .ends_on = {}});
        return actor;
    }

    void give(Actor const& actor, staff::RoleInput const& role) {
        staff::actions::give_role(visit_, actor.staff, role);
    }

    void train(Actor const& actor, std::string const& name, Date held_on, Date expires_on) {
        staff::actions::add_training(
            visit_, actor.staff, {staff::TrainingKind::nurture, name, held_on, expires_on}
        );
    }
    void brief(Actor const& actor, Date held_on) {
        staff::actions::add_training(
            visit_,
            actor.staff,
            {staff::TrainingKind::safeguarding, "Safeguarding procedure", held_on, held_on + 365}
        );
    }

private:
    Visit& visit_;
    std::string domain_;
    Chance& chance_;
    std::set<std::string> taken_;
};

void hire_the_staff(Visit& visit, MadeSchool& school, std::string domain, Date today, Chance& chance) {
    Hiring hiring(visit, std::move(domain), chance);
    school.administrator = hiring.hire(Role::administrator);
    school.headteacher = hiring.hire(Role::headteacher);
    school.safeguarding_lead = hiring.hire(Role::safeguarding_lead);
    school.senco = hiring.hire(Role::senco);
    school.governor = hiring.hire(Role::governor);
    for (std::size_t i = 0; i < nurture_assistants; ++i) {
        auto const assistant = hiring.hire(Role::nurture_assistant);
        hiring.train(assistant, "Nurture Assistant training", visit.today - 200, today + (i == 0 ? 400 : 45));
        hiring.brief(assistant, visit.today - 20);
        hiring.brief(assistant, visit.today + 340);
        school.assistants.push_back(assistant);
    }
    for (int i = 0; i < 3; ++i) school.support.push_back(hiring.hire(Role::support_staff));
    for (auto& a_class : school.classes) {
        a_class.teacher = hiring.hire();
        for (auto const& [year, class_id] : a_class.in_year)
            hiring.give(
                a_class.teacher,
                {.role = Role::class_teacher,
                 .class_id = class_id,
                 .starts_on = std::max(visit.today, *calendar::date(year, 9, 1)),
                 .ends_on =
                     year < calendar::school_year(today) ? calendar::date(year + 1, 8, 31) : std::nullopt}
            );
    }
}

void add_classes(Visit& visit, MadeSchool& school, Date today) {
    pupils::ethnicity_store::keep(visit.db, visit.school);
    for (int year_group = 3; year_group <= 6; ++year_group)
        for (std::size_t letter = 0; letter < school.letters; ++letter) {
            MadeClass a_class;
            a_class.name = std::to_string(year_group) + static_cast<char>('A' + letter);
            a_class.year_group = year_group;
            for (auto year = calendar::school_year(visit.today); year <= calendar::school_year(today); ++year)
                a_class.in_year[year] =
                    pupils::actions::add_class(visit, a_class.name, std::to_string(year_group), year);
            school.classes.push_back(std::move(a_class));
        }
}

// The version in force is reviewed once a year, and the next review is near; the one before needs none.
void keep_the_policy(Visit& visit, Date today) {
    schools::PolicyVersion before;
    before.id = visit.new_id<schools::PolicyVersionId>();
    before.number = "1.2";
    before.in_force_from_on = visit.today - 400;
    before.last_review = "Reviewed by the governors";
    before.committee = "L & T";
    before.comments = "Responsibilities updated";
    // People put none in force from a day that is past.
    schools::store::add(visit.db, visit.school, before);
    auto const versions = schools::store::policy_versions(visit.db, visit.school);
    auto const in_force = schools::policy_in_force(versions, visit.today);
    schools::Review const review{
        .last_review = "Reviewed by the governors",
        .next_review_on = today + 24,
        .committee = "L & T",
        .comments = "Weeks of the impact review made clear"};
    schools::actions::review_policy(visit, in_force->id, in_force->version, review);
}

}  // namespace

Date opened_on(Date today) { return terms_around(today).front().starts_on + 3; }

Instant at(Date day, int hour, int minute) {
    return calendar::start_of(day) + (hour * 60 + minute) * minutes;
}

MadeSchool open_school(db::Connection& db, Instant now, int number, bool of_a_county, Chance& chance) {
    auto const today = calendar::local_date(now);
    auto visit = first_visit(db, at(opened_on(today), 9, 0));
    MadeSchool school;
    school.name = name_of_school(number, of_a_county);
    school.id = schools::actions::open_school(
        visit,
        {school.name, fmt::format("01632 960{:03}", number % 1000), "https://cpoms.example/login"},
        "1.3"
    );
    school.letters = of_a_county ? 2 + chance.below(2) : 3;
    keep_the_policy(visit, today);
    set_the_calendar(visit, school, today);
    if (!of_a_county) schools::actions::count_impact_weeks(visit, schools::ImpactWeeks::school);
    set_the_areas(visit, school);
    add_classes(visit, school, today);
    hire_the_staff(visit, school, domain_of(number, of_a_county), today, chance);
    return school;
}

}  // namespace demonstration
