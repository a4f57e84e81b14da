#include "exchange/plan_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "exchange/columns.hpp"
#include "exchange/contact_plan_rules.hpp"
#include "exchange/match_rules.hpp"
#include "exchange/value_rules.hpp"
#include "exchange/year_rules.hpp"
#include "pupils/names.hpp"

namespace exchange {
namespace {

using pupils::Details;
using pupils::KnownPupil;

void replace_where_said(std::string& known, std::string const& said) {
    if (!said.empty()) known = said;
}

// A file that knows the child by the preferred name alone says nothing of the legal one.
bool calls_by_preferred_name(
    std::string const& said_legal,
    std::string const& said_preferred,
    std::string const& legal,
    std::string const& preferred
) {
    return said_preferred.empty() && pupils::same_name(said_legal, preferred) &&
           !pupils::same_name(said_legal, legal);
}

bool calls_by_preferred_forename(Details const& before, PupilInFile const& pupil) {
    auto const& said = pupil.details;
    return calls_by_preferred_name(
        said.legal_forename, said.preferred_forename, before.legal_forename, before.preferred_forename
    );
}

bool calls_by_preferred_surname(Details const& before, PupilInFile const& pupil) {
    auto const& said = pupil.details;
    return calls_by_preferred_name(
        said.legal_surname, said.preferred_surname, before.legal_surname, before.preferred_surname
    );
}

Details merged(Details const& before, PupilInFile const& pupil) {
    auto const& said = pupil.details;
    Details after = before;
    // A changed UPN stays known as the former one, so that papers under it still find the child.
    if (!said.upn.empty() && !before.upn.empty() && said.upn != before.upn) after.former_upn = before.upn;
    replace_where_said(after.upn, said.upn);
    replace_where_said(after.former_upn, said.former_upn);
    replace_where_said(after.admission_number, said.admission_number);
    if (!pupil.without_legal_forename && !calls_by_preferred_forename(before, pupil))
        replace_where_said(after.legal_forename, said.legal_forename);
    if (!pupil.without_legal_surname && !calls_by_preferred_surname(before, pupil))
        replace_where_said(after.legal_surname, said.legal_surname);
    replace_where_said(after.preferred_forename, said.preferred_forename);
    replace_where_said(after.preferred_surname, said.preferred_surname);
    replace_where_said(after.sex, said.sex);
    replace_where_said(after.year_group, said.year_group);
    replace_where_said(after.sen_provision, said.sen_provision);
    replace_where_said(after.pupil_premium, said.pupil_premium);
    replace_where_said(after.ethnicity, said.ethnicity);
    if (!pupil.without_birth_date) after.born_on = said.born_on;
    return after;
}

class Planner {
public:
    Planner(std::vector<PupilInFile> const& file, Register const& known, Plan& plan)
        : known_(known), plan_(plan), contacts_(known.contacts) {
        for (auto const& one : known.classes) classes_.emplace(pupils::folded_together(one.name), one.name);
        for (auto const& [folded, name] : classes_) own_classes_.insert(folded);
        for (auto const& pupil : file)
            if (!pupil.class_name.empty()) own_classes_.insert(pupils::folded_together(pupil.class_name));
        for (auto const& pupil : known.pupils)
            if (!pupil.details.upn.empty()) upns_.emplace(pupil.details.upn, pupil.id);
    }

    void plan(PupilInFile const& pupil, KnownPupil const* before) {
        PlannedPupil planned;
        planned.row = pupil.row;
        planned.after = before ? merged(before->details, pupil) : pupil.details;
        if (before) {
            planned.before = *before;
            planned.returns = !before->on_roll_on(known_.today);
            planned.changes = pupils::differences(named_values(before->details), named_values(planned.after));
            tell_of_names_that_stay(before->details, pupil);
        }
        planned.class_name = class_to_join(pupil, before);
        tell_of_far_year(planned);
        planned.contacts = contacts_.plan(before ? std::optional(before->id) : std::nullopt, pupil.contacts);
        refuse_upn_of_another(planned);
        if (!planned.changes_anything())
            ++plan_.unchanged;
        else
            (before ? plan_.changed : plan_.added).push_back(std::move(planned));
    }

private:
    // Classes are found however their names are written, and are made where they are new.
    std::string class_to_join(PupilInFile const& pupil, KnownPupil const* before) {
        if (pupil.class_name.empty() || tells_of_several_classes(pupil)) return {};
        auto const key = pupils::folded_together(pupil.class_name);
        auto found = classes_.find(key);
        if (found == classes_.end()) {
            plan_.new_classes.push_back({pupil.class_name, pupil.details.year_group});
            found = classes_.emplace(key, pupil.class_name).first;
        }
        bool const stays = before && before->on_roll_on(known_.today) &&
                           before->class_year == known_.school_year &&
                           pupils::folded_together(before->class_name) == key;
        return stays ? std::string{} : found->second;
    }

    // A set beside the class is no class of anybody's own, neither at school nor first in another row.
    bool tells_of_several_classes(PupilInFile const& pupil) {
        auto const own = pupils::folded_together(pupil.class_name);
        bool const several = std::ranges::any_of(pupil.further_classes, [&](auto const& name) {
            auto const key = pupils::folded_together(name);
            return key != own && own_classes_.contains(key);
        });
        if (several)
            plan_.faults.push_back(
                {Code::several_classes,
                 pupil.row,
                 in_words(Column{Field::class_name}),
                 pupil.class_name + "; " + text::joined(pupil.further_classes, "; ")}
            );
        return several;
    }

    void tell_of_names_that_stay(Details const& before, PupilInFile const& pupil) {
        auto const& said = pupil.details;
        if (calls_by_preferred_forename(before, pupil))
            plan_.faults.push_back({Code::legal_name_stays, pupil.row, {}, said.legal_forename});
        if (calls_by_preferred_surname(before, pupil))
            plan_.faults.push_back({Code::legal_name_stays, pupil.row, {}, said.legal_surname});
    }

    void tell_of_far_year(PlannedPupil const& planned) {
        auto const& year = planned.after.year_group;
        auto const born_on = planned.after.born_on;
        if (!lies_far_from_age(year, born_on, known_.school_year)) return;
        plan_.faults.push_back(
            {Code::year_far_from_age,
             planned.row,
             in_words(Column{Field::year_group}),
             pupils::year_in_words(year) + ", born " + calendar::day_month_year(born_on)}
        );
    }

    void refuse_upn_of_another(PlannedPupil const& planned) {
        auto const owner = upns_.find(planned.after.upn);
        if (owner == upns_.end() || (planned.before && planned.before->id == owner->second)) return;
        plan_.faults.push_back({Code::upn_of_another, planned.row, {}, planned.after.upn});
    }

    Register const& known_;
    Plan& plan_;
    ContactPlanner contacts_;
    std::map<std::string, std::string> classes_;
    std::set<std::string> own_classes_;
    std::map<std::string, PupilId> upns_;
};

std::string name_in(PupilInFile const& pupil) {
    return pupil.details.legal_forename + " " + pupil.details.legal_surname;
}

// "4" of "4Z" and "10" of "10B"; empty where the name begins with no year.
std::string year_in_name(std::string const& name) {
    auto const figures = name.substr(0, name.find_first_not_of("0123456789"));
    return figures.empty() ? figures : year_from(figures).value_or("");
}

// A class takes the year that most of its new pupils are in.
void give_years(std::vector<PlannedClass>& classes, std::vector<PupilInFile> const& file) {
    std::map<std::string, std::map<std::string, int>> years;
    if (classes.empty()) return;
    for (auto const& pupil : file)
        if (!pupil.details.year_group.empty())
            ++years[pupils::folded_together(pupil.class_name)][pupil.details.year_group];
    for (auto& one : classes) {
        auto const& of_class = years[pupils::folded_together(one.name)];
        auto const most =
            std::ranges::max_element(of_class, {}, [](auto const& year) { return year.second; });
        one.year_group = most != of_class.end() ? most->first : year_in_name(one.name);
    }
}

// Where a file has no years, a new pupil is in that of the class.
void give_years_of_classes(Plan& plan, Register const& known) {
    std::map<std::string, std::string> years;
    for (auto const& one : known.classes) years[pupils::folded_together(one.name)] = one.year_group;
    for (auto const& one : plan.new_classes) years[pupils::folded_together(one.name)] = one.year_group;
    for (auto& pupil : plan.added)
        if (pupil.after.year_group.empty())
            pupil.after.year_group = years[pupils::folded_together(pupil.class_name)];
}

// Which years the school has, its classes tell; before this school year's are made, the pupils on its roll.
// A class that the file itself makes may come of the same slip: it tells where the school has neither.
std::vector<std::string> years_of_school(Plan const& plan, Register const& known) {
    std::vector<std::string> years;
    for (auto const& one : known.classes) years.push_back(one.year_group);
    if (!years.empty()) return years;
    for (auto const& one : known.pupils)
        if (one.on_roll_on(known.today) && !one.details.year_group.empty())
            years.push_back(one.details.year_group);
    if (!years.empty()) return years;
    for (auto const& one : plan.new_classes) years.push_back(one.year_group);
    return years;
}

void tell_of_years_outside(Plan& plan, std::vector<PupilInFile> const& file, Register const& known) {
    auto const years = years_of_school(plan, known);
    for (auto const& pupil : file) {
        auto const& year = pupil.details.year_group;
        if (lies_outside(years, year))
            plan.faults.push_back(
                {Code::year_outside_school,
                 pupil.row,
                 in_words(Column{Field::year_group}),
                 pupils::year_in_words(year)}
            );
    }
}

}  // namespace

Plan plan_of(std::vector<PupilInFile> const& file, Register const& known, Decisions const& decisions) {
    Plan plan;
    Planner planner(file, known, plan);
    auto const found = matches(file, known.pupils, decisions);
    std::set<std::size_t> in_file;
    for (std::size_t at = 0; at < file.size(); ++at) {
        if (!found[at].candidates.empty()) {
            plan.doubts.push_back({file[at], found[at].candidates});
            continue;
        }
        if (!found[at].known && file[at].without_birth_date) {
            plan.faults.push_back(*file[at].without_birth_date);
            continue;
        }
        if (found[at].repeats != 0) {
            plan.repeated.push_back({file[at].row, name_in(file[at]), found[at].repeats});
            continue;
        }
        if (found[at].known) in_file.insert(*found[at].known);
        planner.plan(file[at], found[at].known ? &known.pupils[*found[at].known] : nullptr);
    }
    for (std::size_t at = 0; at < known.pupils.size(); ++at)
        if (!in_file.contains(at) && known.pupils[at].on_roll_on(known.today))
            plan.missing.push_back(known.pupils[at]);
    give_years(plan.new_classes, file);
    give_years_of_classes(plan, known);
    tell_of_years_outside(plan, file, known);
    return plan;
}

}  // namespace exchange
