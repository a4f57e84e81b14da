#include "visits/saved.hpp"

namespace visits {

std::string_view in_words(Saved saved) {
    switch (saved) {
        case Saved::concern: return "The concern is with the SENCo.";
        case Saved::concern_words: return "What you changed in the concern is saved.";
        case Saved::concern_read: return "It is noted that you know of the concern.";
        case Saved::decision_read: return "It is noted that you know of the decision.";
        case Saved::answer_to_parent: return "What the parent was told is on record.";
        case Saved::referral:
            return "The referral is made. Next: the SENCo talks it through with school staff.";
        case Saved::discussion: return "The discussion is on record.";
        case Saved::priority: return "The priority is saved.";
        case Saved::on_waiting_list: return "The child is on the waiting list.";
        case Saved::waiting_list: return "The waiting list is saved.";
        case Saved::declined: return "It is on record that this is not taken up now, and why.";
        case Saved::closing:
            return "The case is closed. What is on record stays, and a new concern would open the next case.";
        case Saved::undoing: return "The step is undone, and the reason is on record.";
        case Saved::reopening: return "The case is open again, and the reason is on record.";
        case Saved::letters: return "The letters are made. How each one goes out stands below.";
        case Saved::letter_printed: return "The letter is noted as printed and handed over.";
        case Saved::link_ended: return "The link is ended: nobody can answer by it any more.";
        case Saved::consent_answer: return "The answer is on record. What comes next stands below.";
        case Saved::consent_noted: return "Consent is noted. Next: a place in a programme.";
        case Saved::consent_decision: return "The decision is on record. What comes next stands below.";
        case Saved::letter_text: return "The letter is saved.";
        case Saved::programme: return "The programme is made. Next: give places in it.";
        case Saved::place: return "The child has a place. Next: targets in the child's words.";
        case Saved::place_ended: return "The place is ended.";
        case Saved::start: return "That is started. What comes next stands below.";
        case Saved::few_children: return "The reason stands with the programme, which can start now.";
        case Saved::few_children_stay: return "The reason stands with the programme.";
        case Saved::extension: return "The programme is extended.";
        case Saved::delivery_changed:
            return "The change is saved. The sessions from that day on have moved along.";
        case Saved::completion: return "The programme is complete. Next: the impact reviews.";
        case Saved::programme_removed: return "The programme is removed, and the reason is on record.";
        case Saved::targets: return "The targets are saved.";
        case Saved::some_targets:
            return "That is saved. The child starts once every target stands in their own words.";
        case Saved::target_ended: return "The target is ended.";
        case Saved::measures_before: return "What you measured is saved.";
        case Saved::plan: return "Plan saved.";
        case Saved::plan_review: return "Your note on the plan is saved.";
        case Saved::stand_in: return "Who holds the session is saved.";
        case Saved::delivery: return "The session is recorded as held.";
        case Saved::delivery_undone: return "That is undone: the session is planned again.";
        case Saved::not_held: return "It is recorded that the session was not held.";
        case Saved::evaluation: return "The evaluation is saved.";
        case Saved::impact_review: return "The impact review is saved. Next: the SENCo decides what follows.";
        case Saved::next_step:
            return "What follows is decided, and the case is closed. A new concern would open the next one.";
        case Saved::check_in: return "The check-in is saved.";
        case Saved::check_in_wish: return "It is noted that a check-in is wanted.";
        case Saved::question: return "The question is with the class teacher.";
        case Saved::answer: return "Your answer is saved, and who asked sees it.";
        case Saved::answer_seen: return "It is noted that you have seen the answer.";
        case Saved::message: return "The message is with the class teacher, who looks at it first.";
        case Saved::message_handled: return "What became of the message is saved.";
        case Saved::liaison: return "The note is saved.";
        case Saved::safeguarding_pointer: return "It is noted that this stands on CPOMS.";
        case Saved::opening: return "The case is open to you for twelve hours. Your reason stands on record.";
        case Saved::override_:
            return "Everything is open to you for three hours. Who answers for safeguarding has been told.";
        case Saved::override_read: return "It is noted that you have read it.";
        case Saved::sharing_agreement: return "What the child said is saved, and holds from now on.";
        case Saved::sharing_agreement_to_weigh:
            return "What the child said is kept. Where they objected, the SENCo weighs it first.";
        case Saved::objection_answer: return "Your answer to the child is saved.";
        case Saved::named_share: return "From now on they know how it goes.";
        case Saved::named_share_ended: return "From now on they don't know how it goes any more.";
        case Saved::next_school_word: return "What the child said about the next school is saved.";
        case Saved::moving_pack: return "The pack is prepared. Read every line before it goes.";
        case Saved::moving_pack_taken_back: return "The link to the pack is ended: it opens no more.";
        case Saved::moving_pack_discarded: return "The pack is discarded: it goes nowhere.";
        case Saved::strategies: return "The strategies are saved.";
        case Saved::contact: return "The contact is saved.";
        case Saved::person: return "The person is saved.";
        case Saved::role: return "The roles are saved.";
        case Saved::training: return "The training is saved.";
        case Saved::leaving: return "The leaving day is saved.";
        case Saved::invitation_ended: return "The invitation is ended.";
        case Saved::account_change_known: return "It is noted that you know of it.";
        case Saved::own_sign_in: return "Your sign-in is changed.";
        case Saved::sign_in_changed:
            return "How you sign in changed since you were last here. What changed stands under your name at "
                   "the "
                   "top; tell your administrator if it was not you.";
        case Saved::school: return "The school's details are saved.";
        case Saved::rooms: return "The rooms are saved.";
        case Saved::terms: return "The school's days are saved.";
        case Saved::policy: return "The policy is saved.";
        case Saved::second_way: return "Who needs a second way to sign in is saved.";
        case Saved::measure: return "The measure is saved.";
        case Saved::measure_that_follows:
            return "The measure before has ended, and this one follows it. Scores of the two are not mixed.";
        case Saved::measure_ended: return "The measure has ended. Its scores stay.";
        case Saved::outcomes: return "The figures are made. They stand as they are from now on.";
        case Saved::outcomes_given: return "The county can see these figures.";
        case Saved::roll_entry: return "The roll entry is saved.";
        case Saved::ethnicity: return "Whether ethnicity is kept is saved.";
        case Saved::class_measures: return "The measures are saved.";
        case Saved::data_request: return "The request is on record. Next: look at each line.";
        case Saved::data_request_line: return "What is decided about the line is saved.";
        case Saved::data_request_prepared: return "It is prepared. Next: the headteacher signs.";
        case Saved::data_request_sent_back:
            return "It is being prepared again. Next: the SENCo looks at the lines.";
        case Saved::data_request_signed: return "It is signed. Next: the SENCo gives it out.";
        case Saved::data_request_extended: return "It has two months more, and they were told why.";
        case Saved::data_request_withdrawn: return "The request is withdrawn, and the reason is on record.";
        case Saved::data_request_given: return "It is on record that it was given out.";
        case Saved::retention_period: return "The years are set.";
        case Saved::retention_hold: return "It is on hold: nothing is erased until the hold ends.";
        case Saved::retention_hold_ended: return "The hold has ended, and the reason is on record.";
        case Saved::erasure_signed: return "You have signed. Next: somebody else signs.";
        case Saved::erasure_taken_back: return "The signature is taken back, and nothing is erased.";
        case Saved::records_merged: return "The two records are one. For thirty days this can be taken back.";
        case Saved::merging_undone: return "They are two records again, and the reason is on record.";
        case Saved::erased: return "It is erased. This is its certificate.";
        case Saved::instrument: return "The instrument is loaded. Children can be rated by it.";
        case Saved::norms: return "The norms are added. Ratings from now on can be held against them.";
        case Saved::rating:
            return "The rating is saved. Next: a second adult agrees to it, or rates beside it.";
        case Saved::weekly_rating:
            return "This week’s rating is saved. Nothing more is asked until next week.";
        case Saved::rating_agreed: return "Two adults agree on this rating.";
        case Saved::rating_taken_back: return "The rating is taken back. It stays on record.";
        case Saved::strand_areas: return "What the strands lead to is saved.";
        case Saved::nothing_again:
            return "You had sent this before, so it was not saved again. Something was undone since: what "
                   "stands now is below.";
    }
    return {};
}

}  // namespace visits
