#include "cases/cases.hpp"

namespace cases {

std::string_view in_words(Step step) {
    switch (step) {
        case Step::concern: return "Concern";
        case Step::referral: return "Referral";
        case Step::discussion: return "Discussion";
        case Step::prioritisation: return "Prioritisation";
        case Step::waiting_list: return "Waiting list";
        case Step::letter: return "Letter";
        case Step::consent: return "Consent";
        case Step::allocation: return "Allocation";
        case Step::start: return "Start";
        case Step::completion: return "Completion";
        case Step::impact_review: return "Impact review";
        case Step::next_step: return "Next step";
    }
    return {};
}

std::string_view in_words(Stage stage) {
    switch (stage) {
        case Stage::concern_raised: return "Concern raised";
        case Stage::referred: return "Referred";
        case Stage::more_information: return "More information wanted";
        case Stage::to_prioritise: return "To prioritise";
        case Stage::waiting: return "On the waiting list";
        case Stage::letter_due: return "Letter to send";
        case Stage::awaiting_answer: return "Waiting for an answer";
        case Stage::consent_expired: return "Consent expired";
        case Stage::consent_to_note: return "Consent to note";
        case Stage::consent_refused: return "Consent refused";
        case Stage::in_dispute: return "Parents differ";
        case Stage::to_allocate: return "To allocate";
        case Stage::to_start: return "To start";
        case Stage::running: return "Running";
        case Stage::stopped: return "Stopped";
        case Stage::impact_to_come: return "Impact review to come";
        case Stage::impact_open: return "Impact review open";
        case Stage::impact_overdue: return "Impact review overdue";
        case Stage::next_step_due: return "Next step to decide";
        case Stage::closed: return "Closed";
    }
    return {};
}

std::string_view meaning_of(Stage stage) {
    switch (stage) {
        case Stage::concern_raised:
            return "Someone noticed something, and nobody has referred the pupil yet.";
        case Stage::referred:
            return "The pupil is to be considered for nurture support and discussed with the SENCo.";
        case Stage::more_information:
            return "The discussion could not decide yet, and somebody is to find out more.";
        case Stage::to_prioritise:
            return "Target areas are agreed; need and form of support are to be weighed.";
        case Stage::waiting: return "Support is agreed, and there is no place yet.";
        case Stage::letter_due:
            return "The form of support is chosen; each parent or carer is to be written to.";
        case Stage::awaiting_answer:
            return "Nobody's consent is in force to what was asked last, and nobody objects.";
        case Stage::consent_expired:
            return "The time of every yes is over, or whoever gave it has no say for the child any more. No "
                   "session may be held until a parent agrees anew.";
        case Stage::consent_to_note:
            return "Consent is in force by what the parents answered, and the step was undone.";
        case Stage::consent_refused: return "Consent was refused, or it was decided not to go ahead.";
        case Stage::in_dispute:
            return "One parent agrees and another does not. Everything holds until it is decided.";
        case Stage::to_allocate: return "Consent is in force, and the pupil needs a place in a programme.";
        case Stage::to_start: return "The pupil has a place in a programme that is to start.";
        case Stage::running: return "Sessions are held week by week.";
        case Stage::stopped:
            return "Consent was withdrawn, or the place ended early. No session may be held.";
        case Stage::impact_to_come:
            return "The programme is complete, and it is too early to measure its impact.";
        case Stage::impact_open: return "The class teacher can measure the impact now.";
        case Stage::impact_overdue: return "The time for the impact review has passed without one.";
        case Stage::next_step_due: return "The impact is measured; what comes next is to be decided.";
        case Stage::closed: return "The case has ended. A later need opens a case of its own.";
    }
    return {};
}

std::string_view in_words(Owner owner) {
    switch (owner) {
        case Owner::nobody: return "nobody";
        case Owner::class_teacher: return "the class teacher";
        case Owner::senco: return "the SENCo";
        case Owner::senco_or_headteacher: return "the SENCo or the headteacher";
        case Owner::nurture_assistant: return "the Nurture Assistant";
        case Owner::parent: return "a parent or carer";
    }
    return {};
}

}  // namespace cases
