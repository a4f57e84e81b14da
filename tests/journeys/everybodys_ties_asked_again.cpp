// What the child says once they are asked again, and what is over a day after.
#include "journeys/everybodys_ties.hpp"

namespace journeys {
namespace {

using visits::Role;

std::string text_of(auto const& id) { return std::string(id.text()); }

// What the child says of everybody: whoever holds their sessions may know what was said, and the headteacher
// may not know how it goes.
support::Stands once_said(support::Stands stands) {
    stands.closed = true;
    stands.agreed_all_support = true;
    return stands;
}

}  // namespace

void EverybodysTies::the_child_is_asked_again() {
    auto& db = database.connection();
    becomes(db, school, named_, {"support staff", {{Role::support_staff}}});
    becomes(db, school, school.headteacher, {"headteacher", {{Role::headteacher}}});
    the_child_says_otherwise();
    goes_to(programme_, takes_over_, day_of_session(programme_, 3) + 1);
    goes_to(another_programme_, takes_over_, today());
    on(today() + 1);
    the_objection_is_weighed();
    raises_one(raised_late_);
    sessions_.push_back(id_in(session_of(programme_, 4)));
    today_["session"] = sessions_;
    today_["concern"] =
        all("SELECT id FROM concern WHERE school_id = $1 AND case_id = $2", id_in(case_of(child_)));
    notes_who_has_part_in_it();
    what_was_signed_is_signed_again();
}

// What the child agreed to before is among its lines, and stands otherwise now.
void EverybodysTies::what_was_signed_is_signed_again() {
    auto const request = "/data-requests/" + requests_.at(2);
    as(senco).opens(request).sends(request + "/preparing-again");
    as(senco).sends(request + "/preparation", Fields{{{"read", "yes"}}});
    as(school.headteacher).opens(request).sends(request + "/signature");
}

// A yes by name is the more exact word, so the headteacher's door closes to nobody whom the child named.
std::vector<Tie> EverybodysTies::ties_once_asked_again() const {
    std::vector<Tie> ties{
        {"is nothing more", &nobody_, {}},
        {"raised a concern by then", &raised_, {.raised = true, .agreed_concern = true}},
        {"raised a concern since", &raised_late_, {.raised = true}},
        {"was agreed on by the child, for what was said too",
         &agreed_all_,
         {.agreed = true, .agreed_all = true}},
        {"opened it as the headteacher, with a reason, and the objection closed it",
         &school.headteacher,
         {.opened = true}},
        {"takes it over within seven days", &takes_over_, {.takes_over = true}},
        {"delivers it until that day", &school.second_nurture_assistant, {.delivers = true}},
        {"stands in for one session", &stands_in_, {.stands_in = true}},
        {"was named by the SENCo and agreed on by the child, until yesterday", &named_, {}},
        {"overrode for safeguarding, for three hours that are over", &overrides_, {}, false, true}};
    for (auto& tie : ties) {
        tie.in_words += ", once the child was asked again";
        tie.stands = once_said(tie.stands);
        tie.to_the_class_teacher = true;
    }
    return ties;
}

// Of one by name it is until today, as the SENCo's share to them is. Nothing is said of another any more.
void EverybodysTies::the_child_says_otherwise() {
    auto said = doors({"progress-class_teacher", "confidence-class_teacher", "progress-senco"});
    said.add("progress-concern", "yes");
    said.add("confidence-support", "yes");
    for (std::string const zone : {"progress-", "confidence-"}) {
        said.add(zone + text_of(agreed_.staff), "no");
        said.add(zone + text_of(agreed_all_.staff), "yes");
    }
    said.add("another", text_of(named_.staff));
    said.add("another_all", "no");
    said.add("another_until", calendar::iso(today()));
    auto const asking = case_of(child_) + "/sharing/asking";
    as(senco).opens(asking).sends(asking, said);
}

// The headteacher opened it before that: afterwards no reason is taken.
void EverybodysTies::the_objection_is_weighed() {
    the_headteacher_opens(child_);
    auto const sharing = case_of(child_) + "/sharing";
    as(senco).opens(sharing).sends(
        sharing + "/objections", Fields{{{"outcome", "closes"}, {"objection_reason", "There is no need"}}}
    );
}

}  // namespace journeys
