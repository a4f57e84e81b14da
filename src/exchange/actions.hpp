#pragma once

#include <set>
#include <string>

#include "base/expected.hpp"
#include "exchange/bundle_rules.hpp"
#include "exchange/import.hpp"
#include "exchange/plan_rules.hpp"
#include "exchange/staff_rules.hpp"
#include "visits/visit.hpp"

namespace exchange::actions {

// An import with its files read; once a school of the files is chosen, with that school's pupils alone.
struct Opened {
    Import import;
    Sheet sheet;
    Columns columns;
    AnswersGiven answers;
};

// Keeps what was read of the files as an import on its way. The bytes are the sheet's (kept_sheet.hpp):
// reading and joining is too slow for the one writer. Imports that were begun two weeks ago and not ended are
// left with it, and their files forgotten.
ImportId start(
    Visit& visit, Kind kind, std::string const& file_names, Sheet const& sheet, std::string_view bytes
);

// Empty where there is no such import, or it has ended.
std::optional<Opened> open(Visit& visit, ImportId const& import);

// The columns as this school last had them under the same headings, else a guess.
Columns columns_for(Visit& visit, Sheet const& sheet, Kind kind);

// Keeps the chosen columns, for this import and for the next file with the same headings, and with them how
// dates are read and which school of the files is meant.
void choose_columns(
    Visit& visit,
    Opened& opened,
    Columns const& columns,
    std::optional<DateOrder> dates,
    std::string const& of_school
);

// Keeps what a person said of doubtful rows; nothing said forgets all of it.
void decide(Visit& visit, Opened& opened, Decisions const& doubts);
void decide(Visit& visit, Opened& opened, StaffDecisions const& doubts);

// Ends an import without doing anything.
void leave(Visit& visit, Opened& opened);

// Ends every import on its way whose files hold pupils' ethnicity, as a school that keeps it no longer has
// to.
void leave_those_with_ethnicity(Visit& visit);

// Everything that is known before a pupils' import is done. The digest is another where anything of the plan
// is, but for whose own child somebody is.
struct PupilReview {
    CheckedPupils checked;
    Plan plan;
    std::string digest;

    Faults faults() const;
    bool may_go_on() const { return !stops(faults()) && plan.doubts.empty(); }
};
PupilReview review_pupils(
    Visit& visit, Sheet const& sheet, Columns const& columns, AnswersGiven const& answers
);

struct StaffReview {
    CheckedPeople checked;
    StaffPlan plan;
    std::string digest;

    Faults faults() const;
    bool may_go_on() const { return !stops(faults()) && plan.doubts.empty(); }
};
StaffReview review_staff(
    Visit& visit, Sheet const& sheet, Columns const& columns, AnswersGiven const& answers
);

// What every change of one import has in common: its file, and what a person said of doubtful rows.
struct Occasion {
    ImportId import;
    std::string file_name;
    Decisions doubts = {};
    StaffDecisions staff_doubts = {};
    bool was_begun = false;  // on the pages, as the log says
};
Occasion occasion_of(Opened const& opened);
// The reason that all entries of one import have in the log.
std::string why_of(Occasion const& occasion);

// Does all of the plan in the visit's transaction, and lets those missing from the file leave who are ticked.
// Says in a sentence what was done. Every change names the file and the import as its reason, and the log
// tells that the import was done: how much it changed, who ticked the leavers and decided. A plan that
// changes nothing, of which nobody decided anything and that nobody began on the pages, writes nothing.
std::string carry_out(
    Visit& visit, Plan const& plan, std::set<PupilId> const& leavers, Occasion const& occasion
);
std::string carry_out(Visit& visit, StaffPlan const& plan, Occasion const& occasion);

// Ends the import with what was done.
void finish(Visit& visit, Opened& opened, std::string const& summary);

}  // namespace exchange::actions
