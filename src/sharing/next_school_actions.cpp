#include "sharing/next_school_actions.hpp"

#include "records/actions.hpp"
#include "records/values.hpp"
#include "sharing/next_school_store.hpp"

namespace sharing {
namespace {

std::string yes_or_no(bool yes) { return yes ? "yes" : "no"; }

}  // namespace

void record_next_school_word(Visit& visit, CaseId const& the_case, NextSchoolInput const& said) {
    next_school_store::NewWord const made{
        .id = visit.new_id<NextSchoolWordId>(),
        .the_case = the_case,
        .asked_on = visit.today,
        .asked_by = visit.staff(),
        .said = said,
        .made_at = visit.now};
    next_school_store::add(visit.db, visit.school, made);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "next_school_word",
         .subject_id = records::text_of(made.id),
         .case_id = records::text_of(the_case),
         .why = said.why_judged,
         .fields =
             {{"views", "", yes_or_no(said.views)},
              {"confided", "", yes_or_no(said.confided)},
              {"understands", "", yes_or_no(said.understands)}}}
    );
}

}  // namespace sharing
