#include <map>

#include "base/text.hpp"
#include "exchange/actions.hpp"
#include "pupils/actions.hpp"
#include "pupils/class_store.hpp"
#include "pupils/contact_actions.hpp"
#include "pupils/contact_store.hpp"
#include "records/actions.hpp"
#include "staff/actions.hpp"

namespace exchange::actions {
namespace {

using ClassIds = std::map<std::string, ClassId>;

// Someone changed the same thing in the same moment; the whole import may be tried again.
[[noreturn]] void throw_changed_meanwhile() {
    throw db::Busy("a pupil or contact changed during the import");
}

class Carrying {
public:
    Carrying(Visit& visit, std::string why) : visit_(visit), why_(std::move(why)) {}

    void make_classes(Plan const& plan) {
        auto const school_year = calendar::school_year(visit_.today);
        for (auto const& one : pupils::class_store::classes(visit_.db, visit_.school, visit_.today))
            if (one.school_year == school_year) classes_.emplace(one.name, one.id);
        for (auto const& one : plan.new_classes)
            classes_.emplace(
                one.name, pupils::actions::add_class(visit_, one.name, one.year_group, school_year, why_)
            );
    }

    void take(PlannedPupil const& planned) {
        auto const pupil =
            planned.before ? planned.before->id : pupils::actions::add(visit_, planned.after, why_);
        if (planned.before && !pupils::actions::change(visit_, *planned.before, planned.after, why_))
            throw_changed_meanwhile();
        if (planned.returns) pupils::actions::come_back(visit_, *planned.before, why_);
        if (!planned.class_name.empty())
            pupils::actions::join_class(
                visit_,
                pupil,
                planned.class_before(),
                classes_.at(planned.class_name),
                planned.class_name,
                why_
            );
        for (auto const& contact : planned.contacts) take(pupil, contact);
    }

private:
    void take(PupilId const& pupil, PlannedContact const& planned) {
        auto contact = planned.after;
        switch (planned.step) {
            case ContactStep::add:
                adults_[planned.adult] = pupils::actions::add_contact(visit_, pupil, contact, why_);
                break;
            case ContactStep::link:
                if (planned.adult != 0) contact.id = adults_.at(planned.adult);
                pupils::actions::link_contact(visit_, pupil, contact, why_);
                break;
            case ContactStep::change: change(pupil, contact); break;
        }
    }

    // A brother's row may have changed the same adult a moment ago, so what stands now is read again.
    void change(PupilId const& pupil, pupils::Contact const& contact) {
        auto const now = pupils::contact_store::find(visit_.db, visit_.school, pupil, contact.id);
        if (!now || !pupils::actions::change_contact(visit_, pupil, *now, contact, why_))
            throw_changed_meanwhile();
    }

    Visit& visit_;
    std::string why_;
    ClassIds classes_;
    std::map<std::size_t, ContactId> adults_;
};

void add_if_any(
    std::vector<std::string>& parts, std::size_t count, std::string_view one, std::string_view many
) {
    if (count > 0) parts.push_back(text::counted(static_cast<long>(count), one, many));
}

std::string sentence(std::vector<std::string> const& parts) {
    if (parts.empty()) return "Nothing had to change.";
    return text::listed(parts) + ".";
}

std::string in_figures(std::size_t count) { return std::to_string(count); }

// That the import was done, by whoever confirmed it.
void write_done(Visit& visit, Occasion const& occasion, std::vector<records::FieldChange> counts) {
    for (auto const& [row, pupil] : occasion.doubts)
        counts.push_back(
            {"row " + std::to_string(row), "", pupil ? std::string(pupil->text()) : "a new pupil"}
        );
    for (auto const& [row, person] : occasion.staff_doubts)
        counts.push_back(
            {"row " + std::to_string(row), "", person ? std::string(person->text()) : "a new person"}
        );
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "import",
         .subject_id = std::string(occasion.import.text()),
         .why = why_of(occasion),
         .fields = std::move(counts)}
    );
}

}  // namespace

std::string carry_out(
    Visit& visit, Plan const& plan, std::set<PupilId> const& leavers, Occasion const& occasion
) {
    auto const why = why_of(occasion);
    Carrying carrying(visit, why);
    carrying.make_classes(plan);
    for (auto const& pupil : plan.added) carrying.take(pupil);
    for (auto const& pupil : plan.changed) carrying.take(pupil);
    std::size_t left = 0;
    for (auto const& pupil : plan.missing)
        if (leavers.contains(pupil.id)) {
            pupils::actions::leave(visit, pupil, why);
            ++left;
        }
    if (occasion.was_begun || !plan.changes_nothing() || left > 0 || !occasion.doubts.empty())
        write_done(
            visit,
            occasion,
            {{"pupils_added", "", in_figures(plan.added.size())},
             {"pupils_changed", "", in_figures(plan.changed.size())},
             {"pupils_unchanged", "", in_figures(plan.unchanged)},
             {"classes_made", "", in_figures(plan.new_classes.size())},
             {"leavers_ticked", "", in_figures(left)},
             {"missing_and_kept", "", in_figures(plan.missing.size() - left)}}
        );

    std::vector<std::string> parts;
    add_if_any(parts, plan.added.size(), "pupil added", "pupils added");
    add_if_any(parts, plan.changed.size(), "pupil changed", "pupils changed");
    add_if_any(parts, plan.new_classes.size(), "class made", "classes made");
    add_if_any(parts, left, "pupil left", "pupils left");
    return sentence(parts);
}

std::string carry_out(Visit& visit, StaffPlan const& plan, Occasion const& occasion) {
    auto const why = why_of(occasion);
    auto const give_roles = [&](PlannedPerson const& person, visits::StaffId const& id) {
        for (auto const& role : person.roles) {
            staff::RoleInput const input{role.role, role.class_id, visit.today, std::nullopt};
            if (!staff::actions::give_role(visit, id, input, why)) throw_changed_meanwhile();
        }
    };
    for (auto const& person : plan.added) {
        auto const id = staff::actions::add_person(visit, {person.name, person.address}, why);
        if (!id) throw_changed_meanwhile();
        give_roles(person, *id);
    }
    for (auto const& person : plan.changed) {
        auto const& before = *person.before;
        bool const renamed = before.name != person.name || before.address != person.address;
        if (renamed && !staff::actions::change_person(
                           visit, before.id, before.version, {person.name, person.address}, why
                       ))
            throw_changed_meanwhile();
        give_roles(person, before.id);
    }
    if (occasion.was_begun || !plan.changes_nothing())
        write_done(
            visit,
            occasion,
            {{"people_added", "", in_figures(plan.added.size())},
             {"people_changed", "", in_figures(plan.changed.size())},
             {"people_unchanged", "", in_figures(plan.unchanged)}}
        );
    std::vector<std::string> parts;
    add_if_any(parts, plan.added.size(), "person added", "people added");
    add_if_any(parts, plan.changed.size(), "person changed", "people changed");
    return sentence(parts);
}

}  // namespace exchange::actions
