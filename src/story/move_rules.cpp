#include "story/move_rules.hpp"

#include "impact/impact.hpp"
#include "letters/recording.hpp"

namespace story {
namespace {

using visits::Permission;

constexpr std::string_view decide_what_follows = "Decide what follows";

std::string in_case(About const& about, std::string_view form) {
    return "/cases/" + std::string(about.the_case.text()) + "/" + std::string(form);
}

std::string page_of(About const& about) { return "/pupils/" + std::string(about.pupil.text()); }

std::string concern_of(About const& about) {
    if (!about.first_concern) return page_of(about);
    return "/concerns/" + std::string(about.first_concern->text());
}

std::string programme_of(About const& about) {
    return about.programme ? programmes::path_of(*about.programme) : "/programmes";
}

std::string review_of(About const& about) {
    return about.place ? impact::review_path(*about.place) : page_of(about);
}

// Speaking with the family, another place, something else, or closing: the page has all of them.
Move after_stopping(About const& about) {
    return {
        decide_after_the_stop(about.forename),
        std::string(decide_what_follows),
        in_case(about, "closing"),
        Permission::coordinate};
}

Move after_review(cases::Status const& status, About const& about) {
    if (!status.next)
        return {
            "Close " + of(about.forename) + " case",
            "Close the case",
            in_case(about, "next-step"),
            Permission::coordinate};
    return {
        std::string(decide_the_next_step) + " for " + about.forename,
        std::string(decide_the_next_step),
        in_case(about, "next-step"),
        Permission::coordinate};
}

Move while_running(About const& about) {
    return {
        "Hold " + of(about.forename) + " sessions",
        "Open the programme",
        programme_of(about),
        Permission::work_on_cases};
}

}  // namespace

std::string of(std::string_view forename) { return std::string(forename) + "'s"; }

std::string decide_after_the_stop(std::string_view forename) {
    auto const whose = forename.empty() ? std::string() : of(forename) + " ";
    return std::string(decide_what_follows) + " now that " + whose + "support has stopped";
}

std::string decide_after_the_refusal(std::string_view forename) {
    auto const whose = forename.empty() ? std::string() : " for " + std::string(forename);
    return std::string(decide_what_follows) + " now that consent" + whose + " was refused";
}

std::optional<Move> move_in(cases::Status const& status, About const& about) {
    using cases::Stage;
    auto const whose = of(about.forename);
    switch (status.stage) {
        case Stage::concern_raised:
            if (status.next == cases::Step::concern)
                return Move{
                    "Write what was noticed about " + about.forename,
                    "Write the concern",
                    page_of(about) + "/concerns/new",
                    Permission::coordinate};
            return Move{
                "Decide whether " + about.forename + " is to be referred",
                "Read the concern",
                concern_of(about),
                Permission::coordinate};
        case Stage::referred:
        case Stage::more_information:
            return Move{
                "Talk " + whose + " referral through",
                "Talk it through",
                in_case(about, "discussion"),
                Permission::coordinate};
        case Stage::to_prioritise:
            return Move{
                "Prioritise " + whose + " referral",
                "Prioritise the referral",
                in_case(about, "prioritisation"),
                Permission::coordinate};
        case Stage::waiting:
            return Move{
                "Look again at " + whose + " place on the waiting list",
                "Open the waiting list",
                "/waiting-list#" + std::string(about.the_case.text()),
                Permission::work_on_cases};
        case Stage::letter_due:
            return Move{
                "Write to " + whose + " parents",
                "Write the letters",
                in_case(about, "letters"),
                Permission::coordinate};
        case Stage::awaiting_answer:
            if (status.owner == cases::Owner::senco)
                return Move{
                    "Print and hand over the letters to " + whose + " parents",
                    "Print and hand over",
                    in_case(about, "consent"),
                    Permission::coordinate};
            return Move{
                "An answer from " + whose + " parents",
                "Record an answer",
                letters::path_to_record(about.the_case),
                Permission::coordinate};
        case Stage::consent_expired:
            if (status.owner == cases::Owner::parent)
                return Move{
                    "A new answer from " + whose + " parents",
                    "Record an answer",
                    letters::path_to_record(about.the_case),
                    Permission::coordinate};
            return Move{
                "Ask " + whose + " parents again",
                "Write the letters again",
                in_case(about, "letters"),
                Permission::coordinate};
        case Stage::consent_to_note:
            return Move{
                "Look at " + whose + " consent again",
                "Look at the consent",
                in_case(about, "consent"),
                Permission::coordinate};
        case Stage::consent_refused:
            return Move{
                decide_after_the_refusal(about.forename),
                "Offer something else or close",
                in_case(about, "closing"),
                Permission::coordinate};
        case Stage::in_dispute:
            return Move{
                "Decide where " + whose + " parents differ",
                "Decide",
                in_case(about, "consent"),
                Permission::decide_dispute};
        case Stage::to_allocate:
            if (about.placed_before)
                return Move{
                    "Give " + about.forename + " another place in a programme",
                    "Give another place",
                    in_case(about, "place"),
                    Permission::coordinate};
            return Move{
                "Find a place in a programme for " + about.forename,
                "Find a place",
                in_case(about, "place"),
                Permission::coordinate};
        case Stage::to_start:
            return Move{
                "Start " + whose + " programme",
                "Open the programme",
                programme_of(about),
                Permission::work_on_cases};
        case Stage::running: return while_running(about);
        case Stage::stopped: return after_stopping(about);
        case Stage::impact_open:
        case Stage::impact_overdue:
            return Move{
                "Measure the impact of " + whose + " programme",
                "Write the impact review",
                review_of(about),
                Permission::teach_class};
        case Stage::next_step_due: return after_review(status, about);
        case Stage::impact_to_come:
        case Stage::closed: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace story
