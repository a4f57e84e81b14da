#include "pupils/actions.hpp"

#include "pupils/class_store.hpp"
#include "pupils/ethnicity_store.hpp"
#include "pupils/store.hpp"
#include "records/actions.hpp"

namespace pupils::actions {
namespace {

std::vector<records::FieldChange> as_changes(std::vector<Difference> const& differences) {
    std::vector<records::FieldChange> changes;
    for (auto const& [field, from, to] : differences) {
        bool const stands_in_no_log = field == "ethnicity";
        changes.push_back(
            stands_in_no_log ? records::FieldChange{field, "", "changed"}
                             : records::FieldChange{field, from, to}
        );
    }
    return changes;
}

// However it came in, by a file that was opened before or a form.
Details as_the_school_keeps_them(Visit& visit, Details details) {
    if (!details.ethnicity.empty() && !ethnicity_store::is_kept(visit.db, visit.school))
        details.ethnicity.clear();
    return details;
}

void write_pupil(
    Visit& visit,
    records::Action action,
    PupilId const& pupil,
    std::vector<records::FieldChange> fields,
    std::string const& why
) {
    records::write(
        visit,
        {.action = action,
         .subject = "pupil",
         .subject_id = std::string(pupil.text()),
         .why = why,
         .fields = std::move(fields)}
    );
}

}  // namespace

PupilId add(Visit& visit, Details const& said, std::string const& why) {
    auto const details = as_the_school_keeps_them(visit, said);
    auto const id = visit.new_id<PupilId>();
    store::add(visit.db, visit.school, id, details, visit.today);
    auto const made = differences(named_values(Details{}), named_values(details));
    write_pupil(visit, records::Action::made, id, as_changes(made), why);
    return id;
}

bool change(Visit& visit, KnownPupil const& before, Details const& said, std::string const& why) {
    auto const after = as_the_school_keeps_them(visit, said);
    auto const changes = differences(named_values(before.details), named_values(after));
    if (changes.empty()) return true;
    if (!store::change(visit.db, visit.school, before.id, after, before.version)) return false;
    write_pupil(visit, records::Action::changed, before.id, as_changes(changes), why);
    return true;
}

ClassId add_class(
    Visit& visit,
    std::string const& name,
    std::string const& year_group,
    int school_year,
    std::string const& why
) {
    SchoolClass const made{visit.new_id<ClassId>(), name, year_group, school_year, 0};
    class_store::add(visit.db, visit.school, made);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "class",
         .subject_id = std::string(made.id.text()),
         .why = why,
         .fields =
             {{"name", "", name},
              {"year_group", "", year_group},
              {"school_year", "", std::to_string(school_year)}}}
    );
    return made.id;
}

void join_class(
    Visit& visit,
    PupilId const& pupil,
    std::string const& from_name,
    ClassId const& to,
    std::string const& to_name,
    std::string const& why
) {
    class_store::join(visit.db, visit.school, pupil, to, visit.today, visit.now);
    write_pupil(visit, records::Action::changed, pupil, {{"class", from_name, to_name}}, why);
}

void leave(Visit& visit, KnownPupil const& pupil, std::string const& why) {
    store::set_left(visit.db, visit.school, pupil.id, visit.today);
    class_store::leave(visit.db, visit.school, pupil.id, visit.today - 1);
    write_pupil(
        visit,
        records::Action::ended,
        pupil.id,
        {{"left_on", "", calendar::iso(visit.today)}, {"class", pupil.class_name, ""}},
        why
    );
}

void come_back(Visit& visit, KnownPupil const& pupil, std::string const& why) {
    store::set_left(visit.db, visit.school, pupil.id, std::nullopt);
    auto const left = pupil.left_on ? calendar::iso(*pupil.left_on) : "";
    write_pupil(visit, records::Action::changed, pupil.id, {{"left_on", left, ""}}, why);
}

}  // namespace pupils::actions
