#include "readings/page_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

namespace readings {
namespace {

// What stands at an address: what its page is called, as its own heading has it where it has one; and what is
// saved there, where that is not called as its page is.
struct Called {
    std::string_view address;
    std::string_view page;
    std::string_view saved = {};
};

constexpr std::array called{std::to_array<Called>({
    {"/", "today"},
    {"/account-changes", "changes to accounts"},
    {"/account-changes/{act}/all-known", {}, "that several changes to accounts are known"},
    {"/account-changes/{act}/known", {}, "that a change to an account is known"},
    {"/address-changes", "changed addresses of parents and carers"},
    {"/address-changes/{change}/seen", {}, "that a changed address was seen"},
    {"/cases/{case}/agencies", "advice from agencies"},
    {"/cases/{case}/check-ins", "check-ins with the child", "a check-in with the child"},
    {"/cases/{case}/check-ins/wishes", {}, "a wish for a check-in"},
    {"/cases/{case}/closing", "the closing of the case"},
    {"/cases/{case}/closing/undoing", "the undoing of the closing"},
    {"/cases/{case}/consent", "the parents' consent"},
    {"/cases/{case}/consent/answers", {}, "a parent's answer"},
    {"/cases/{case}/consent/decision", {}, "a decision on the parents' consent"},
    {"/cases/{case}/consent/links/{contact}/revocation", "the end of a parent's link"},
    {"/cases/{case}/consent/noting", {}, "that the parents' consent is in force"},
    {"/cases/{case}/discussion", "the discussion about the child"},
    {"/cases/{case}/letters", "letters of the case"},
    {"/cases/{case}/liaison", "talks between staff", "a talk between staff"},
    {"/cases/{case}/moving", "moves to another school", "a new pack for another school"},
    {"/cases/{case}/moving/{pack}", "a pack for another school"},
    {"/cases/{case}/moving/{pack}/discarding", "the discarding of a pack"},
    {"/cases/{case}/moving/{pack}/sending", {}, "that a pack goes to another school"},
    {"/cases/{case}/moving/{pack}/taking-back", {}, "the taking back of a pack"},
    {"/cases/{case}/next-concern", "the next concern"},
    {"/cases/{case}/next-step", "the next step for the child"},
    {"/cases/{case}/on", "choosing a day to look back to"},
    {"/cases/{case}/on/{date}", "the case as it stood on a day"},
    {"/cases/{case}/parent-messages", "messages to parents", "a new message to a parent"},
    {"/cases/{case}/place", "a place for the child"},
    {"/cases/{case}/position", {}, "another place on the waiting list"},
    {"/cases/{case}/prioritisation", "the prioritisation of the child"},
    {"/cases/{case}/questions", "questions to the class teacher", "a new question to the class teacher"},
    {"/cases/{case}/referral", {}, "the referral of the child"},
    {"/cases/{case}/sharing", "who may know about the child"},
    {"/cases/{case}/sharing/asking", "asking the child who may know", "the child's words on who may know"},
    {"/cases/{case}/sharing/next-school", "what the next school may know"},
    {"/cases/{case}/sharing/next-school/asking",
     "asking the child what the next school may know",
     "the child's words on what the next school may know"},
    {"/cases/{case}/sharing/objections", {}, "the answer to the child's objection"},
    {"/cases/{case}/sharing/shares", {}, "with whom it is shared how the child gets on"},
    {"/cases/{case}/sharing/shares/{share}/end",
     {},
     "with whom it is no longer shared how the child gets on"},
    {"/cases/{case}/steps/{step}/undoing", "the undoing of a step"},
    {"/cases/{case}/waiting", "the child's place on the waiting list", "that the child waits for a place"},
    {"/cases/{case}/waiting/review", {}, "that the child goes on waiting for a place"},
    {"/check-ins", "check-ins"},
    {"/classes/{class}", "the class list"},
    {"/classes/{class}/measures", "the measures of a class"},
    {"/classes/{class}/measures/file", {}, "measures of a class from a file"},
    {"/concerns", "the concerns that they raised"},
    {"/concerns/new", "choosing a child to raise a concern about"},
    {"/concerns/{concern}", "a concern about the child", "other words of a concern"},
    {"/concerns/{concern}/answer", {}, "the answer to a parent's concern"},
    {"/concerns/{concern}/decision-read", {}, "that the decision on a concern was read"},
    {"/concerns/{concern}/not-now", {}, "that a concern is not taken up now"},
    {"/concerns/{concern}/read", {}, "that the SENCo has seen a concern"},
    {"/concerns/{concern}/seen", {}, "that the deliverer has seen a concern"},
    {"/concerns/{concern}/words", "the words of a concern"},
    {"/cpoms", "the way to CPOMS"},
    {"/cpoms/handovers/{pointer}/again", {}, "that CPOMS is tried again"},
    {"/data-requests", "requests for data", "a request for data about one of the staff"},
    {"/data-requests/{request}", "a request for data"},
    {"/data-requests/{request}/confided",
     "what was said in confidence",
     "that the child has what was said in confidence"},
    {"/data-requests/{request}/confided/not-given", {}, "why what was said in confidence is not given"},
    {"/data-requests/{request}/copy.json", "a copy of what is held, as JSON"},
    {"/data-requests/{request}/copy.pdf", "a copy of what is held, as PDF"},
    {"/data-requests/{request}/extension", {}, "two months more for a request for data"},
    {"/data-requests/{request}/giving-out", {}, "that what is held was given out"},
    {"/data-requests/{request}/lines/{line}", "a line of what is held"},
    {"/data-requests/{request}/preparation", {}, "that a request for data is prepared"},
    {"/data-requests/{request}/preparing-again", {}, "that a request for data is prepared again"},
    {"/data-requests/{request}/sending-back", {}, "why a request for data goes back"},
    {"/data-requests/{request}/signature", {}, "the signature under a request for data"},
    {"/data-requests/{request}/withdrawing", {}, "the withdrawal of a request for data"},
    {"/letters/{letter}", "a letter to a parent"},
    {"/letters/{letter}/printing", {}, "that a letter was printed"},
    {"/mergings/{merging}/undoing", {}, "that merged records are two again"},
    {"/overrides", "cases opened for safeguarding"},
    {"/overrides/{override}", "a case opened for safeguarding", "that an opening for safeguarding was read"},
    {"/parent-messages/{message}", "a message to a parent", "what becomes of a message to a parent"},
    {"/places/{place}/end", "the end of the child's place"},
    {"/places/{place}/impact-review", "the impact review"},
    {"/places/{place}/measure", "the measure before the programme"},
    {"/places/{place}/targets", "the child's targets"},
    {"/places/{place}/targets/{target}/end", {}, "the end of a target"},
    {"/programmes", "programmes", "a new programme"},
    {"/programmes/new", "making a programme"},
    {"/programmes/{programme}", "a programme"},
    {"/programmes/{programme}/completion", {}, "the completion of a programme"},
    {"/programmes/{programme}/delivery", "who delivers a programme, where and when"},
    {"/programmes/{programme}/extension", {}, "more weeks of a programme"},
    {"/programmes/{programme}/few-children", {}, "why a programme has few children"},
    {"/programmes/{programme}/first-day", "another first day of a programme"},
    {"/programmes/{programme}/name", "the name of a programme"},
    {"/programmes/{programme}/places", {}, "a place in a programme"},
    {"/programmes/{programme}/removal", "the removal of a programme"},
    {"/programmes/{programme}/start", {}, "the start of a programme"},
    {"/pupils", "what a search found"},
    {"/pupils/{pupil}", "the child's page"},
    {"/pupils/{pupil}/concerns", {}, "a concern about the child"},
    {"/pupils/{pupil}/concerns/new", "raising a concern about the child"},
    {"/pupils/{pupil}/contacts", "parents, carers and other contacts", "a new contact"},
    {"/pupils/{pupil}/contacts/new", "adding a contact"},
    {"/pupils/{pupil}/contacts/{contact}", "a contact"},
    {"/pupils/{pupil}/contacts/{contact}/work", "whether a contact works here"},
    {"/pupils/{pupil}/data-requests",
     "asking for what is held about the child",
     "a request for data about the child"},
    {"/pupils/{pupil}/merging", "two records of one child"},
    {"/pupils/{pupil}/merging/{other}", "the merging of two records"},
    {"/pupils/{pupil}/opening", "why the case is opened"},
    {"/pupils/{pupil}/override", "why everything is opened for safeguarding"},
    {"/pupils/{pupil}/reads", "who has looked at the child"},
    {"/pupils/{pupil}/retention", "how long the child's record is held"},
    {"/pupils/{pupil}/retention/holds", {}, "a new hold on the child's record"},
    {"/pupils/{pupil}/safeguarding", "the note that a concern was put on CPOMS"},
    {"/questions/{question}", "a question to the class teacher", "the class teacher's answer"},
    {"/questions/{question}/answer-seen", {}, "that the class teacher's answer was seen"},
    {"/referrals", "referrals"},
    {"/retention", "records due to be erased"},
    {"/retention/erasures", {}, "the first signature for an erasure"},
    {"/retention/erasures/{erasure}", "the erasure of a record"},
    {"/retention/erasures/{erasure}/second-signature", {}, "the second signature for an erasure"},
    {"/retention/erasures/{erasure}/taking-back", {}, "the taking back of a signature for an erasure"},
    {"/retention/first-signature", "signing for an erasure"},
    {"/retention/holds/{hold}", "a hold on a record"},
    {"/retention/holds/{hold}/ending", {}, "the end of a hold on a record"},
    {"/retention/leavers", "leavers due to be erased"},
    {"/retention/leavers/first-signature", {}, "the first signature for leavers"},
    {"/retention/leavers/second-signature", {}, "the second signature for leavers"},
    {"/retention/periods", "how long records are held"},
    {"/school", "the school"},
    {"/school/closures", {}, "a closure of the school"},
    {"/school/closures/new", "adding a closure of the school"},
    {"/school/closures/{closure}/removal", {}, "the removal of a closure"},
    {"/school/cpoms", "how CPOMS is reached"},
    {"/school/details", "the school's details"},
    {"/school/imports", "imports", "a file to import"},
    {"/school/imports/{import}", "an import"},
    {"/school/imports/{import}/check", "the check of an import"},
    {"/school/imports/{import}/columns", "what the columns of an import mean"},
    {"/school/imports/{import}/done", {}, "what an import changes"},
    {"/school/imports/{import}/left", {}, "that an import is left"},
    {"/school/imports/{import}/matches", {}, "whether somebody in an import is known"},
    {"/school/imports/{import}/review", "what an import will change"},
    {"/school/installation", "whether this installation is safe"},
    {"/school/letter", "the school's letter to parents"},
    {"/school/measures", "what the school measures", "a new measure"},
    {"/school/measures/new", "defining a measure"},
    {"/school/measures/ready", {}, "a measure that was ready"},
    {"/school/measures/{measure}", "a measure of the school"},
    {"/school/measures/{measure}/ending", {}, "the end of a measure"},
    {"/school/people", "people who work here", "a new person who works here"},
    {"/school/people/new", "adding a person"},
    {"/school/people/{person}", "a person who works here"},
    {"/school/people/{person}/change", "a person's name and address"},
    {"/school/people/{person}/invitation", {}, "an invitation"},
    {"/school/people/{person}/invitation/revocation", {}, "the end of an invitation"},
    {"/school/people/{person}/leaving", "that a person leaves"},
    {"/school/people/{person}/roles", {}, "a new role of a person"},
    {"/school/people/{person}/roles/new", "giving a role"},
    {"/school/people/{person}/roles/{role}/end", "the end of a role"},
    {"/school/people/{person}/training", {}, "a person's nurture training"},
    {"/school/people/{person}/training/new", "adding nurture training"},
    {"/school/people/{person}/training/{training}/correction", "the correction of nurture training"},
    {"/school/people/{person}/training/{training}/taking-back", {}, "the taking back of nurture training"},
    {"/school/policy", "the Nurture Support Policy", "a new version of the policy"},
    {"/school/policy/new", "entering a version of the policy"},
    {"/school/policy/{version}/review", "a review of the policy"},
    {"/school/refused", "who was refused"},
    {"/school/rooms", "rooms", "a new room"},
    {"/school/rooms/{room}/closing", {}, "that a room is no longer used"},
    {"/school/second-way", "who needs a second way to sign in"},
    {"/school/terms", "terms and closures", "a new term"},
    {"/school/terms/forward", "the terms of the next school year"},
    {"/school/terms/impact-weeks", {}, "the weeks until the impact review"},
    {"/school/terms/new", "adding a term"},
    {"/school/terms/{term}", "changing a term", "a change of a term"},
    {"/school/terms/{term}/removal", {}, "the removal of a term"},
    {"/sessions/{session}", "a session"},
    {"/sessions/{session}/absence", {}, "that a session was not held"},
    {"/sessions/{session}/absence/undoing", {}, "that it is undone that a session was not held"},
    {"/sessions/{session}/check-in/{place}", "how the child says a session was"},
    {"/sessions/{session}/delivery", {}, "the register of a session"},
    {"/sessions/{session}/delivery/undoing", {}, "the undoing of a session's register"},
    {"/sessions/{session}/evaluations/{place}", "the evaluation of a session"},
    {"/sessions/{session}/plan", {}, "the plan of a session"},
    {"/sessions/{session}/plan-review", {}, "that a session's plan was reviewed"},
    {"/sessions/{session}/stand-in", {}, "who holds a session"},
    {"/strategies", "strategies for the classroom", "a new strategy"},
    {"/strategies/areas", {}, "a target area"},
    {"/strategies/new", "adding a strategy"},
    {"/strategies/{strategy}", "changing a strategy", "a change of a strategy"},
    {"/waiting-list", "the waiting list"},
})};
static_assert(
    std::ranges::adjacent_find(called, std::ranges::greater_equal{}, &Called::address) == called.end(),
    "sorted by address, each once"
);

// The words within a sentence; none where the table has none.
std::string_view words_at(std::string_view address, bool saving) {
    auto const found = std::ranges::lower_bound(called, address, {}, &Called::address);
    if (found == called.end() || found->address != address) return {};
    return saving && !found->saved.empty() ? found->saved : found->page;
}

bool is_saved(std::string_view page) { return !page.starts_with("GET "); }

std::string_view words_of(std::string_view page) {
    return words_at(page.substr(std::min(page.size(), page.find('/'))), is_saved(page));
}

}  // namespace

bool has_words(std::string_view page) { return !words_of(page).empty(); }

std::string page_in_words(std::string_view page) {
    std::string words(words_of(page));
    if (words.empty()) words = "a page that Withy no longer has";
    if (is_saved(page)) return (has_words(page) ? "Saving " : "Saving on ") + words;
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

}  // namespace readings
