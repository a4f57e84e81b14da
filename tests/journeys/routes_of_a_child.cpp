#include "journeys/routes_of_a_child.hpp"

#include <algorithm>
#include <array>

namespace journeys {
namespace {

using support::as_the_policy_says;
using visits::Role;

// {names} that stand for nothing of a child: the school's people, rooms and days, its policy and strategies;
// and what opens a way in, where a parent's link is the parent's own key.
constexpr std::array of_no_child{
    "act",
    "closure",
    "measure",
    "frame",
    "instrument",
    "passkey",
    "person",
    "plan",
    "provider",
    "role",
    "room",
    "strategy",
    "term",
    "token",
    "training",
    "version",
    "year"};

// Who has part in a single session is nearer to that session, and not to the case.
support::Stands to_the_case(Relation const& who) {
    auto stands = who.stands;
    stands.delivered = false;
    stands.stands_in = false;
    stands.keeps_in_touch = false;
    return stands;
}

// What came with the case of today is none of the case before: who delivers, and the words about it.
support::Stands to_the_case_before(Relation const& who) {
    auto stands = to_the_case(who);
    stands.delivers = false;
    stands.raised = false;
    stands.named = false;
    stands.agreed = false;
    stands.agreed_all = false;
    stands.takes_over = false;
    stands.closed = false;
    stands.agreed_concern = false;
    stands.agreed_all_concern = false;
    stands.agreed_all_support = false;
    return stands;
}

bool by_permission(Relation const&) { return true; }
bool headline(Relation const& who) { return as_the_policy_says(to_the_case(who)).headline; }
bool progress(Relation const& who) { return as_the_policy_says(to_the_case(who)).progress; }
bool progress_of_the_case_before(Relation const& who) {
    return as_the_policy_says(to_the_case_before(who)).progress;
}

// For twelve weeks after it, while no case follows.
bool keeps_in_touch(Relation const& who) {
    return who.is(Role::nurture_assistant) && who.stands.keeps_in_touch && !who.stands.family;
}
bool progress_or_keeps_in_touch(Relation const& who) {
    return progress_of_the_case_before(who) || keeps_in_touch(who);
}

// What is gathered by a duty leaves own children out.
bool no_family(Relation const& who) { return !who.stands.family; }

// Of a whole class, and leaves out a child of one's own.
bool teaches_the_class(Relation const& who) { return who.stands.teaches; }
bool teaches(Relation const& who) { return who.stands.teaches && no_family(who); }
bool delivers(Relation const& who) {
    return who.is(Role::nurture_assistant) && who.stands.delivers && no_family(who);
}
bool delivers_or_teaches(Relation const& who) { return delivers(who) || teaches(who); }
bool talks_about_the_case(Relation const& who) {
    return progress(who) && (delivers_or_teaches(who) || who.is(Role::senco));
}
bool reports_to_parents(Relation const& who) {
    return progress(who) && (teaches(who) || who.is(Role::senco));
}
// Whoever put a question to the class teacher is told of its answer: here, who delivers the support.
bool asked_it(Relation const& who) { return progress(who) && who.stands.delivers; }
bool asks_agencies(Relation const& who) {
    bool const notes = who.is(Role::senco) || who.is(Role::headteacher) || who.is(Role::nurture_assistant);
    return progress(who) && notes;
}

// Who delivers the support works on it with the child, and the SENCo: what the child lets somebody know gives
// nobody a part in that.
bool works_with_the_child(Relation const& who) {
    return progress(who) && (who.is(Role::senco) || delivers(who));
}

// Who knows how the child gets on finds the question or message, and with a class of their own its form too;
// it is taken from the child's class teacher alone (Liaison).
bool finds_what_waits_for_the_class_teacher(Relation const& who) { return progress(who); }

// Who wrote a concern reads what they wrote, of their own child too, and that it is in good hands; so does
// whoever knows how the child gets on.
bool wrote_it(Relation const& who) { return who.there.raised; }
bool reads_the_concern(Relation const& who) { return wrote_it(who) || progress(who); }
bool acts_on_the_concern(Relation const& who) { return reads_the_concern(who) && no_family(who); }

// A session is open to who has part in that very session, and to the SENCo: it is of several children, and
// leaves out those of one's own. Who stands in hands it to nobody. What was written of a child there is read
// by who knows how the child gets on, too.
bool in_the_session(Relation const& who) {
    bool const holds_it = who.there.delivers || who.there.delivered || who.there.takes_over;
    bool const has_part = holds_it || who.there.stands_in;
    return who.is(Role::senco) || (who.is(Role::nurture_assistant) && has_part);
}
bool in_the_session_with_the_child(Relation const& who) { return in_the_session(who) && no_family(who); }
bool hands_the_session_on(Relation const& who) {
    return in_the_session(who) && (who.is(Role::senco) || !who.there.stands_in);
}
bool reads_the_card(Relation const& who) { return in_the_session_with_the_child(who) || progress(who); }
// Whoever a programme is to go to runs it once that is on record: from then on they prepare it. Whoever hands
// it over keeps the sessions until that day.
bool runs_the_programme(Relation const& who) {
    return who.is(Role::senco) || who.there.delivers || who.there.takes_over;
}
// An own child is none that could be given a place.
bool gives_the_child_a_place(Relation const& who) { return runs_the_programme(who) && no_family(who); }
bool has_part_in_the_programme(Relation const& who) { return runs_the_programme(who) || who.there.stands_in; }

// The office and the SENCo keep addresses; the class teacher reads who a child's parents are (N7).
bool changes_contacts(Relation const& who) {
    return no_family(who) && (who.is(Role::senco) || who.is(Role::administrator));
}
// The office alone keeps the roll.
bool keeps_the_roll(Relation const& who) { return no_family(who) && who.is(Role::administrator); }
bool reads_contacts(Relation const& who) { return changes_contacts(who) || teaches(who); }

// Who answered for safeguarding then.
bool is_told_of_it(Relation const& who) { return no_family(who) && who.was_told; }

}  // namespace

bool reads_the_request(Relation const& who) {
    return progress(who) || (who.is(Role::headteacher) && who.to_be_signed && no_family(who));
}

bool reads_overrides(Relation const& who) {
    bool const answers = who.is(Role::safeguarding_lead) || who.is(Role::headteacher);
    return no_family(who) && (answers || who.was_told || who.stands.overrides || who.overrode);
}

bool is_about_a_child(std::string_view path) {
    for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1)) {
        auto const name = path.substr(open + 1, path.find('}', open) - open - 1);
        if (std::ranges::find(of_no_child, name) == of_no_child.end()) return true;
    }
    return false;
}

std::vector<RouteOfAChild> const& routes_of_a_child() {
    static std::vector<RouteOfAChild> const all{
        {"POST", "/address-changes/{change}/seen", no_family},
        {"GET", "/cases/{case}/agencies", progress},
        {"POST", "/cases/{case}/agencies", asks_agencies},
        {"GET", "/cases/{case}/assessing/{instrument}", talks_about_the_case},
        {"POST", "/cases/{case}/assessing/{instrument}", talks_about_the_case},
        {"GET", "/cases/{case}/assessments", progress},
        {"GET", "/cases/{case}/assessments/{assessment}", progress},
        {"POST", "/cases/{case}/assessments/{assessment}/agreement", talks_about_the_case},
        {"POST", "/cases/{case}/assessments/{assessment}/taking-back", talks_about_the_case},
        {"GET", "/cases/{case}/change", progress},
        {"GET", "/cases/{case}/check-ins", progress},
        {"POST", "/cases/{case}/check-ins", delivers},
        {"POST", "/cases/{case}/check-ins/wishes", delivers_or_teaches},
        {"GET", "/cases/{case}/closing", headline},
        {"POST", "/cases/{case}/closing", headline},
        {"GET", "/cases/{case}/closing/undoing", progress_of_the_case_before, Of::case_before},
        {"POST", "/cases/{case}/closing/undoing", progress_of_the_case_before, Of::case_before},
        {"GET", "/cases/{case}/consent", progress},
        {"POST", "/cases/{case}/consent/answers", progress},
        {"POST", "/cases/{case}/consent/decision", progress},
        {"GET", "/cases/{case}/consent/links/{contact}/revocation", progress},
        {"POST", "/cases/{case}/consent/links/{contact}/revocation", progress},
        {"POST", "/cases/{case}/consent/noting", progress},
        {"GET", "/cases/{case}/discussion", progress},
        {"POST", "/cases/{case}/discussion", progress},
        {"GET", "/cases/{case}/letters", progress},
        {"POST", "/cases/{case}/letters", progress},
        {"GET", "/cases/{case}/liaison", progress},
        {"POST", "/cases/{case}/liaison", talks_about_the_case},
        {"GET", "/cases/{case}/moving", progress},
        {"POST", "/cases/{case}/moving", progress},
        {"GET", "/cases/{case}/moving/{pack}", progress},
        {"GET", "/cases/{case}/moving/{pack}/discarding", progress},
        {"POST", "/cases/{case}/moving/{pack}/discarding", progress},
        {"POST", "/cases/{case}/moving/{pack}/sending", progress},
        {"POST", "/cases/{case}/moving/{pack}/taking-back", progress},
        {"GET", "/cases/{case}/next-concern", progress_of_the_case_before, Of::case_before_with_none_since},
        {"GET", "/cases/{case}/next-step", progress},
        {"POST", "/cases/{case}/next-step", progress},
        {"GET", "/cases/{case}/on", headline},
        {"GET", "/cases/{case}/on/{date}", headline},
        {"GET", "/cases/{case}/parent-messages", progress},
        {"POST", "/cases/{case}/parent-messages", delivers},
        {"GET", "/cases/{case}/place", progress},
        {"POST", "/cases/{case}/position", progress},
        {"GET", "/cases/{case}/prioritisation", progress},
        {"POST", "/cases/{case}/prioritisation", progress},
        {"GET", "/cases/{case}/questions", progress},
        {"POST", "/cases/{case}/questions", works_with_the_child},
        {"POST", "/cases/{case}/referral", progress},
        {"GET", "/cases/{case}/report-for-parents", reports_to_parents},
        {"GET", "/cases/{case}/report-for-parents/sheet", reports_to_parents},
        {"GET", "/cases/{case}/sharing", progress},
        {"GET", "/cases/{case}/sharing/asking", works_with_the_child},
        {"POST", "/cases/{case}/sharing/asking", works_with_the_child},
        {"GET", "/cases/{case}/sharing/next-school", progress},
        {"GET", "/cases/{case}/sharing/next-school/asking", works_with_the_child},
        {"POST", "/cases/{case}/sharing/next-school/asking", works_with_the_child},
        {"POST", "/cases/{case}/sharing/objections", progress},
        {"POST", "/cases/{case}/sharing/shares", progress},
        {"POST", "/cases/{case}/sharing/shares/{share}/end", progress},
        {"GET", "/cases/{case}/steps/{step}/undoing", headline},
        {"POST", "/cases/{case}/steps/{step}/undoing", headline},
        {"GET", "/cases/{case}/waiting", progress},
        {"POST", "/cases/{case}/waiting", progress},
        {"POST", "/cases/{case}/waiting/review", progress},
        {"GET", "/cases/{case}/weeks", progress},
        {"GET", "/classes/{class}", by_permission},
        {"GET", "/classes/{class}/assessments", by_permission},
        {"GET", "/classes/{class}/measures", teaches_the_class},
        {"POST", "/classes/{class}/measures", teaches_the_class},
        {"POST", "/classes/{class}/measures/file", teaches_the_class},
        {"GET", "/classes/{class}/screen", teaches_the_class},
        {"GET", "/concerns/{concern}", reads_the_concern},
        {"POST", "/concerns/{concern}", wrote_it},
        {"POST", "/concerns/{concern}/answer", acts_on_the_concern},
        {"POST", "/concerns/{concern}/decision-read", wrote_it},
        {"POST", "/concerns/{concern}/not-now", progress},
        {"POST", "/concerns/{concern}/read", progress},
        {"POST", "/concerns/{concern}/seen", acts_on_the_concern},
        {"GET", "/concerns/{concern}/words", wrote_it},
        {"POST", "/cpoms/handovers/{pointer}/again", by_permission},
        {"GET", "/data-requests/{request}", reads_the_request},
        {"GET", "/data-requests/{request}/confided", delivers},
        {"POST", "/data-requests/{request}/confided", delivers},
        {"POST", "/data-requests/{request}/confided/not-given", reads_the_request},
        {"GET", "/data-requests/{request}/copy.json", reads_the_request},
        {"GET", "/data-requests/{request}/copy.pdf", reads_the_request},
        {"POST", "/data-requests/{request}/extension", reads_the_request},
        {"POST", "/data-requests/{request}/giving-out", reads_the_request},
        {"GET", "/data-requests/{request}/lines/{line}", reads_the_request},
        {"POST", "/data-requests/{request}/lines/{line}", reads_the_request},
        {"POST", "/data-requests/{request}/preparation", reads_the_request},
        {"POST", "/data-requests/{request}/preparing-again", reads_the_request},
        {"POST", "/data-requests/{request}/sending-back", reads_the_request},
        {"POST", "/data-requests/{request}/signature", reads_the_request},
        {"POST", "/data-requests/{request}/withdrawing", reads_the_request},
        {"GET", "/letters/{letter}", progress},
        {"POST", "/letters/{letter}/printing", progress},
        {"POST", "/mergings/{merging}/undoing", progress},
        {"GET", "/overrides/{override}", reads_overrides},
        {"POST", "/overrides/{override}", is_told_of_it},
        {"GET", "/parent-messages/{message}", progress},
        {"POST", "/parent-messages/{message}", finds_what_waits_for_the_class_teacher},
        {"GET", "/places/{place}/end", works_with_the_child},
        {"POST", "/places/{place}/end", works_with_the_child},
        {"GET", "/places/{place}/impact-review", progress_of_the_case_before, Of::case_before},
        {"POST", "/places/{place}/impact-review", progress_of_the_case_before, Of::case_before},
        {"GET", "/places/{place}/measure", teaches},
        {"POST", "/places/{place}/measure", teaches},
        {"GET", "/places/{place}/targets", works_with_the_child},
        {"POST", "/places/{place}/targets", works_with_the_child},
        {"POST", "/places/{place}/targets/{target}/end", works_with_the_child},
        {"GET", "/programmes/{programme}", has_part_in_the_programme},
        {"GET", "/programmes/{programme}/assessments", has_part_in_the_programme},
        {"POST", "/programmes/{programme}/completion", runs_the_programme},
        {"GET", "/programmes/{programme}/delivery", runs_the_programme},
        {"POST", "/programmes/{programme}/delivery", runs_the_programme},
        {"POST", "/programmes/{programme}/extension", runs_the_programme},
        {"POST", "/programmes/{programme}/few-children", runs_the_programme},
        {"GET", "/programmes/{programme}/first-day", runs_the_programme},
        {"POST", "/programmes/{programme}/first-day", runs_the_programme},
        {"GET", "/programmes/{programme}/name", runs_the_programme},
        {"POST", "/programmes/{programme}/name", runs_the_programme},
        {"POST", "/programmes/{programme}/places", gives_the_child_a_place},
        {"GET", "/programmes/{programme}/removal", runs_the_programme},
        {"POST", "/programmes/{programme}/removal", runs_the_programme},
        {"POST", "/programmes/{programme}/start", runs_the_programme},
        {"GET", "/pupils/{pupil}", by_permission},
        {"GET", "/pupils/{pupil}/comparison", progress},
        {"POST", "/pupils/{pupil}/concerns", by_permission},
        {"GET", "/pupils/{pupil}/concerns/new", by_permission},
        {"GET", "/pupils/{pupil}/roll", keeps_the_roll},
        {"POST", "/pupils/{pupil}/roll", keeps_the_roll},
        {"GET", "/pupils/{pupil}/contacts", reads_contacts},
        {"POST", "/pupils/{pupil}/contacts", changes_contacts},
        {"GET", "/pupils/{pupil}/contacts/new", changes_contacts},
        {"GET", "/pupils/{pupil}/contacts/{contact}", changes_contacts},
        {"POST", "/pupils/{pupil}/contacts/{contact}", changes_contacts},
        {"GET", "/pupils/{pupil}/contacts/{contact}/work", changes_contacts},
        {"POST", "/pupils/{pupil}/contacts/{contact}/work", changes_contacts},
        {"GET", "/pupils/{pupil}/data-requests", progress},
        {"POST", "/pupils/{pupil}/data-requests", progress},
        {"GET", "/pupils/{pupil}/merging", progress},
        {"GET", "/pupils/{pupil}/merging/{other}", progress},
        {"POST", "/pupils/{pupil}/merging/{other}", progress},
        {"GET", "/pupils/{pupil}/opening", headline},
        {"POST", "/pupils/{pupil}/opening", headline},
        {"GET", "/pupils/{pupil}/override", headline},
        {"POST", "/pupils/{pupil}/override", headline},
        {"GET", "/pupils/{pupil}/reads", progress},
        {"GET", "/pupils/{pupil}/retention", headline},
        {"POST", "/pupils/{pupil}/retention/holds", progress},
        {"GET", "/pupils/{pupil}/safeguarding", headline},
        {"POST", "/pupils/{pupil}/safeguarding", headline},
        {"GET", "/questions/{question}", progress},
        {"POST", "/questions/{question}", finds_what_waits_for_the_class_teacher},
        {"POST", "/questions/{question}/answer-seen", asked_it},
        {"GET", "/retention/erasures/{erasure}", no_family},
        {"POST", "/retention/erasures/{erasure}/second-signature", no_family},
        {"POST", "/retention/erasures/{erasure}/taking-back", no_family},
        {"GET", "/retention/holds/{hold}", no_family},
        {"POST", "/retention/holds/{hold}/ending", no_family},
        {"GET", "/school/imports/{import}", by_permission},
        {"GET", "/school/imports/{import}/check", by_permission},
        {"GET", "/school/imports/{import}/columns", by_permission},
        {"POST", "/school/imports/{import}/columns", by_permission},
        {"POST", "/school/imports/{import}/done", by_permission},
        {"POST", "/school/imports/{import}/left", by_permission},
        {"POST", "/school/imports/{import}/matches", by_permission},
        {"GET", "/school/imports/{import}/review", by_permission},
        {"GET", "/sessions/{session}", in_the_session},
        {"POST", "/sessions/{session}/absence", in_the_session},
        {"POST", "/sessions/{session}/absence/undoing", in_the_session},
        {"GET", "/sessions/{session}/check-in/{place}", in_the_session_with_the_child},
        {"POST", "/sessions/{session}/check-in/{place}", in_the_session_with_the_child},
        {"POST", "/sessions/{session}/delivery", in_the_session},
        {"POST", "/sessions/{session}/delivery/undoing", in_the_session},
        {"GET", "/sessions/{session}/evaluations/{place}", reads_the_card},
        {"POST", "/sessions/{session}/evaluations/{place}", in_the_session_with_the_child},
        {"POST", "/sessions/{session}/plan", in_the_session},
        {"POST", "/sessions/{session}/plan-review", in_the_session},
        {"POST", "/sessions/{session}/stand-in", hands_the_session_on}};
    return all;
}

std::vector<RouteOfAChild> const& routes_between_cases() {
    static std::vector<RouteOfAChild> const all{
        {"GET", "/cases/{case}/next-concern", progress_of_the_case_before},
        {"GET", "/cases/{case}/check-ins", progress_or_keeps_in_touch},
        {"POST", "/cases/{case}/check-ins", keeps_in_touch}};
    return all;
}

RouteOfAChild const* said_of(Route const& route) {
    auto const& all = routes_of_a_child();
    auto const found = std::ranges::find_if(all, [&](auto const& said) {
        return said.method == route.method && said.path == route.path;
    });
    return found == all.end() ? nullptr : &*found;
}

support::Sees what_opens_of_the_case(Relation const& relation) {
    return as_the_policy_says(to_the_case(relation));
}

bool opens(Route const& route, RouteOfAChild const& said, Relation const& relation) {
    bool const may = std::ranges::any_of(all_of<Role>(), [&](Role role) {
        return relation.is(role) && visits::allows(role, route.needs);
    });
    return may && said.opens(relation);
}

}  // namespace journeys
