#include "demonstration/measure_actions.hpp"

#include <algorithm>

#include "measures/actions.hpp"
#include "measures/ready.hpp"
#include "measures/taking_actions.hpp"

namespace demonstration {
namespace {

// How a child is in all three measures, before what each measure adds: most are at what is expected or above.
using Levels = std::map<PupilId, int>;

int level_of(Child const& child, Chance& chance) {
    if (child.busy) return chance.between(1, 2);
    auto const drawn = chance.below(100);
    if (drawn < 3) return 1;
    if (drawn < 12) return 2;
    if (drawn < 50) return 3;
    return drawn < 85 ? 4 : 5;
}

std::shared_ptr<Levels> levels_of(MadeSchool const& school, Chance& chance) {
    auto levels = std::make_shared<Levels>();
    for (auto const& child : school.children) levels->emplace(child.id, level_of(child, chance));
    return levels;
}

int score_at(int level, Chance& chance) {
    constexpr int a_point = 100;
    constexpr std::array around{-1, 0, 0, 0, 1};
    return std::clamp(level + chance.pick(around), 1, 5) * a_point;
}

void define_measures(Telling& telling) {
    auto const on = telling.days.first_from(opened_on(telling.today) + 3);
    telling.diary.on(at(on, 15, 40), telling.school.senco, [](Visit& visit) {
        for (auto const ready :
             {measures::Ready::working_at,
              measures::Ready::progress_since,
              measures::Ready::behaviour_for_learning})
            must_hold(measures::actions::begin(visit, definition_of(ready)), "a measure that is taken");
    });
}

std::optional<ClassId> class_taught(Visit const& visit) {
    for (auto const& held : visit.who.roles)
        if (held.role == visits::Role::class_teacher) return held.class_id;
    return std::nullopt;
}

// All but so many of the class.
void take(Visit& visit, Levels const& levels, std::size_t left_out, Chance& chance) {
    auto const class_id = class_taught(visit);
    auto const on_day =
        class_id ? measures::actions::open_class(visit, *class_id, visit.today) : std::nullopt;
    if (!on_day) return;
    std::vector<measures::Entry> entries;
    for (std::size_t at = left_out; at < on_day->pupils.size(); ++at) {
        auto const& pupil = on_day->pupils[at].id();
        auto const level = levels.find(pupil);
        for (auto const& measure : on_day->measures)
            entries.push_back(
                {.pupil = pupil,
                 .measure = measure.id,
                 .score = score_at(level == levels.end() ? 3 : level->second, chance)}
            );
    }
    must_hold(measures::actions::enter(visit, *on_day, entries).has_value(), "measures of a class");
}

std::optional<schools::Term> term_before(std::vector<schools::Term> const& terms, Date day) {
    std::optional<schools::Term> found;
    for (auto const& term : terms)
        if (term.ends_on < day && (!found || found->ends_on < term.ends_on)) found = term;
    return found;
}

std::optional<schools::Term> term_of(std::vector<schools::Term> const& terms, Date day) {
    auto const found = std::ranges::find_if(terms, [&](auto const& term) {
        return term.starts_on <= day && day <= term.ends_on;
    });
    if (found == terms.end()) return std::nullopt;
    return *found;
}

}  // namespace

void enter_measures(Telling& telling, Chance chance) {
    define_measures(telling);
    auto const levels = levels_of(telling.school, chance);
    auto const enter = [&](Actor const& teacher, Date on, std::size_t left_out) {
        telling.diary
            .on(at(on, 15, 50), teacher, [levels, left_out, own = chance.apart()](Visit& visit) mutable {
                take(visit, *levels, left_out, own);
            });
    };
    auto const this_term = term_of(telling.school.open_days.terms, telling.today);
    auto const last_term =
        this_term ? term_before(telling.school.open_days.terms, this_term->starts_on) : std::nullopt;
    constexpr std::size_t one_is_incomplete = 4;
    constexpr std::size_t so_many_take_turns = 6;
    std::size_t number = 0;
    for (auto const& a_class : telling.school.classes) {
        auto const turn = number++ % so_many_take_turns;
        int const days_ago = 5 + static_cast<int>(turn);
        if (last_term) enter(a_class.teacher, telling.days.counted_from(last_term->ends_on, -days_ago), 0);
        if (!this_term || turn == so_many_take_turns - 1) continue;
        auto const on = telling.days.counted_from(telling.today, -days_ago);
        bool const is_incomplete = number == one_is_incomplete + 1;
        if (on >= this_term->starts_on) enter(a_class.teacher, on, is_incomplete ? 2 : 0);
    }
}

}  // namespace demonstration
