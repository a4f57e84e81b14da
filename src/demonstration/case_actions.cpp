#include "demonstration/case_actions.hpp"

#include <utility>

#include "cases/actions.hpp"
#include "cases/store.hpp"
#include "letters/actions.hpp"
#include "letters/answer_actions.hpp"
#include "letters/parent_actions.hpp"
#include "letters/store.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/concern_store.hpp"
#include "referrals/discussion_actions.hpp"
#include "referrals/waiting_actions.hpp"
#include "story/undoing_actions.hpp"

namespace demonstration {
namespace {

using cases::Stage;

// School days before the day of allocation.
constexpr int concern_before = 31;
constexpr int answer_before = 30;
constexpr int referral_before = 27;
constexpr int discussion_before = 22;
constexpr int prioritisation_before = 16;
constexpr int letter_before = 11;
constexpr int first_answer_before = 8;
constexpr int second_answer_before = 6;

constexpr int noticed_within = 7;  // calendar days before a concern is raised

std::string filled(Telling& telling, Story& story, std::string_view words) {
    return texts::filled(words, story.of(telling.school).forename, story.chance);
}

Instant moment(Telling& telling, Story& story, Date allocated_on, int school_days_before) {
    auto const day = telling.days.counted_from(allocated_on, -school_days_before);
    return at(day, story.chance.between(8, 15), story.chance.between(0, 59));
}

// What was seen and tried, in the words of whoever brings it.
std::pair<std::string_view, std::string_view> what_is_said(referrals::Source source, Story& story) {
    switch (source) {
        case referrals::Source::parent:
            return {texts::seen_at_home(story.topic, story.chance), texts::tried_at_home(story.chance)};
        case referrals::Source::agency:
            return {texts::seen_by_agency(story.chance), texts::tried_by_agency(story.chance)};
        case referrals::Source::staff: break;
    }
    return {texts::seen(story.topic, story.chance), texts::tried(story.chance)};
}

void raise(Telling& telling, Visit& visit, Story& story, PlannedCase const& planned) {
    referrals::ConcernInput said;
    said.source = planned.parents_concern        ? referrals::Source::parent
                  : story.chance.in_a_hundred(8) ? referrals::Source::agency
                                                 : referrals::Source::staff;
    if (said.source == referrals::Source::agency) said.source_name = "Early Help Service";
    auto const [seen, tried] = what_is_said(said.source, story);
    said.seen = filled(telling, story, seen);
    said.tried = filled(telling, story, tried);
    said.attachment_figure = story.chance.in_a_hundred(15);
    said.parents_spoken_to = referrals::ParentsSpokenTo::yes;
    auto const noticed_on = telling.days.counted_from(visit.today, -story.chance.between(0, 4));
    said.noticed_on = noticed_on < visit.today - noticed_within ? visit.today : noticed_on;
    said.areas = {telling.school.areas.at(story.topic)};
    auto const concern = must(referrals::raise(visit, story.of(telling.school).id, said), "a concern");
    story.the_case =
        must(referrals::concern_store::find(visit.db, visit.school, concern), "the concern").the_case;
}

void answer_the_parent(Telling& telling, Visit& visit, Story& story) {
    auto const words = filled(telling, story, texts::answer_to_parent(story.chance));
    for (auto const& concern : referrals::concern_store::of_case(visit.db, visit.school, story.the_case))
        if (concern.said.source == referrals::Source::parent)
            must_hold(referrals::answer(visit, concern, true, words), "an answer to a parent");
}

referrals::DiscussionInput discussion(Telling& telling, Visit const& visit, Story& story, Until until) {
    referrals::DiscussionInput said;
    said.held_on = visit.today;
    said.present = visit.who.name + ", the class teacher";
    said.reason = filled(telling, story, texts::discussion_reason(story.topic, story.chance));
    said.outcome = cases::DiscussionOutcome::go_on;
    if (until == Until::more_information) {
        said.outcome = cases::DiscussionOutcome::more_information;
        said.reason = "The picture differs between home and school.";
        said.information_from =
            telling.school.teacher_of(story.of(telling.school), telling.today, visit.today).name +
            ", after a talk with both parents";
        said.information_by_on = telling.days.counted_from(telling.today, 6);
    } else if (until == Until::something_else) {
        bool const something = story.chance.in_a_hundred(60);
        said.outcome =
            something ? cases::DiscussionOutcome::something_else : cases::DiscussionOutcome::no_need_now;
        said.reason =
            something ? "Friendly company at lunch is what is missing, not a programme."
                      : "Settled by itself since the new seating plan. The class teacher keeps an eye on it.";
        if (something) said.instead = "A place in the lunch club, and a mentor from Year 6";
    } else {
        said.areas = {telling.school.areas.at(story.topic)};
        auto const second = story.chance.pick(topics);
        if (second != story.topic && story.chance.in_a_hundred(40))
            said.areas.push_back(telling.school.areas.at(second));
    }
    return said;
}

referrals::PrioritisationInput weighed(Telling& telling, Story& story, bool group) {
    referrals::PrioritisationInput said;
    said.form = group ? referrals::FormOfSupport::group : referrals::FormOfSupport::one_to_one;
    said.need = story.chance.between(1, 3);
    said.impact_on_learning = story.chance.between(0, 3);
    said.earlier_support = story.chance.in_a_hundred(15);
    auto const words = said.earlier_support ? texts::reason_after_earlier_support(story.chance)
                                            : texts::prioritisation_reason(group, story.chance);
    said.reason = filled(telling, story, words);
    return said;
}

// Prioritised, undone with a reason, and prioritised again in the same hour.
void enter_a_change_of_mind(Telling& telling, SharedStory const& story, Instant at, bool group) {
    telling.diary.on(at, telling.school.senco, [&telling, story, group](Visit& visit) {
        must_hold(
            referrals::prioritise(visit, story->the_case, weighed(telling, *story, !group)),
            "a prioritisation"
        );
    });
    telling.diary.on(at + 20 * minutes, telling.school.senco, [story](Visit& visit) {
        auto const reason = "The form of support was noted wrongly; we had agreed on the other one.";
        must_hold(story::undo(visit, story->the_case, cases::Step::prioritisation, reason), "undoing");
    });
}

// A letter for load: what a person reads is there. The sheet is read only to be printed and lies in a table
// of its own, so a stand-in does: those of a county would fill 600 MB.
letters::Draft short_draft(
    letters::Correspondence const& about, letters::Addressee const& to, std::string token_hash
) {
    letters::Draft draft;
    draft.contact = to.contact.id;
    draft.way = to.way;
    draft.title = "Nurture support for " + about.child.forename;
    draft.words = "Dear " + to.contact.name + ",\n\nwe would like to offer nurture support. Do you agree?\n";
    draft.link_hash = std::move(token_hash);
    draft.pdf = "%PDF-1.4\n%%EOF\n";
    return draft;
}

void send_letters(Telling& telling, Visit& visit, Story& story) {
    auto const about = must(letters::correspondence(visit, story.the_case), "the letter");
    std::vector<letters::Draft> drafts;
    if (telling.of_a_county) {
        for (auto const& to : about.addressees)
            if (!to.left_out)
                drafts.push_back(
                    short_draft(about, to, std::string(visit.new_id<Id<struct TokenTag>>().text()))
                );
    } else {
        std::vector<ContactId> chosen;
        for (auto const& to : about.addressees)
            if (!to.left_out) chosen.push_back(to.contact.id);
        drafts = letters::drafts(visit, about, chosen);
        for (auto const& draft : drafts)
            story.tokens[draft.contact] = draft.link.substr(draft.link.rfind('/') + 1);
    }
    auto const sent = letters::send(visit, about, drafts, {});
    must_hold(sent, "sending letters");
    if (visit.today == telling.today) return;
    for (auto const& id : *sent)
        letters::note_printed(visit, must(letters::store::letter(visit.db, visit.school, id), "a letter"));
}

// As a parent says it: by their own link, on the slip of the letter, or by telephone.
consent::Route route_of_an_answer(Story& story) {
    auto const drawn = story.chance.below(100);
    if (drawn < 40) return consent::Route::link;
    return drawn < 70 ? consent::Route::paper : consent::Route::telephone;
}

bool answers_by_link(Visit& visit, Story const& story, ContactId const& parent, consent::Answer answer) {
    auto const token = story.tokens.find(parent);
    if (token == story.tokens.end()) return false;
    auto const view = must(letters::open_link(visit, token->second), "a parent's link");
    if (letters::answer_by_link(visit, view, answer, {}))
        throw std::logic_error("a parent's answer by link was not taken");
    return true;
}

void answer(Telling& telling, Visit& visit, Story& story, std::size_t parent, consent::Answer answer) {
    auto const& asked = story.of(telling.school).asked;
    auto route = route_of_an_answer(story);
    if (route == consent::Route::link) {
        // A yes until a day of their own is told to the school: the parent's page takes a yes or a no.
        if (!story.yes_until && answers_by_link(visit, story, asked[parent].id, answer)) return;
        route = consent::Route::paper;
    }
    letters::Answering answering;
    answering.contact = asked[parent].id;
    answering.answer = answer;
    answering.route = route;
    if (answering.route == consent::Route::telephone) answering.witness = telling.school.administrator.name;
    answering.answered_on = visit.today;
    if (answer == consent::Answer::given) answering.until = story.yes_until;
    must_hold(letters::record_answer(visit, story.the_case, answering), "a parent's answer");
}

// A parent tells the class teacher.
Actor const& writer_of(Telling& telling, Story& story, PlannedCase const& planned, Actor const& teacher) {
    auto const& school = telling.school;
    if (planned.writer == Writer::safeguarding_lead) return school.safeguarding_lead;
    if (planned.writer == Writer::support_staff) return school.support.front();
    bool const by_support_staff = !planned.parents_concern && story.chance.in_a_hundred(15);
    return by_support_staff ? school.support[story.chance.below(school.support.size())] : teacher;
}

void enter_answers(Telling& telling, SharedStory const& story, Date allocated_on, Until until) {
    auto const& senco = telling.school.senco;
    auto const first = until == Until::refusal ? consent::Answer::refused : consent::Answer::given;
    telling.diary.on(
        moment(telling, *story, allocated_on, first_answer_before),
        senco,
        [&telling, story, first](Visit& visit) { answer(telling, visit, *story, 0, first); }
    );
    if (story->of(telling.school).asked.size() < 2) return;
    bool const differ = until == Until::dispute;
    if (!differ && story->chance.in_a_hundred(20)) return;  // one of them has not answered
    auto const second = differ ? consent::Answer::refused : first;
    telling.diary.on(
        moment(telling, *story, allocated_on, second_answer_before),
        senco,
        [&telling, story, second](Visit& visit) { answer(telling, visit, *story, 1, second); }
    );
}

// Undone on the last school day, and not noted again yet.
void enter_consent_looked_at_again(Telling& telling, SharedStory const& story) {
    auto const lately = at(telling.days.counted_from(telling.today - 1, 0), 15, 10);
    telling.diary.on(lately, telling.school.senco, [story](Visit& visit) {
        auto const reason = "Noted while the slip lay with another child’s papers; to be looked at again.";
        must_hold(story::undo(visit, story->the_case, cases::Step::consent, reason), "undoing consent");
    });
}

// A concern that the SENCo didn't take up, and that nobody raised again.
void tell_what_is_long_over(Telling& telling, SharedStory const& story, PlannedCase const& planned) {
    auto const raised_on = telling.days.first_from(day_in_week(telling.today, week_of_what_is_long_over, 1));
    auto const& teacher = telling.school.teacher_of(story->of(telling.school), telling.today, raised_on);
    telling.diary.on(at(raised_on, 13, 10), teacher, [&telling, story, planned](Visit& visit) {
        raise(telling, visit, *story, planned);
    });
    auto const declined_on = telling.days.counted_from(raised_on, 4);
    telling.diary.on(at(declined_on, 15, 20), telling.school.senco, [story](Visit& visit) {
        auto const why = "Settled by itself within the week. Raise it again if it comes back.";
        must_hold(referrals::decline(visit, story->the_case, why), "not taking a concern up");
    });
}

}  // namespace

void tell_case(
    Telling& telling,
    SharedStory const& story,
    Date allocated_on,
    Until until,
    PlannedCase const& planned,
    bool group
) {
    auto& school = telling.school;
    auto const& child = story->of(school);
    auto const when = [&](int before) { return moment(telling, *story, allocated_on, before); };
    auto const& senco = school.senco;
    auto const raised_at = when(concern_before);
    auto const& teacher = school.teacher_of(child, telling.today, calendar::local_date(raised_at));
    auto const& writer = writer_of(telling, *story, planned, teacher);

    telling.diary.on(raised_at, writer, [&telling, story, planned](Visit& visit) {
        raise(telling, visit, *story, planned);
    });
    if (until == Until::concern) return;

    if (planned.parents_concern)
        telling.diary.on(when(answer_before), teacher, [&telling, story](Visit& visit) {
            answer_the_parent(telling, visit, *story);
        });
    telling.diary.on(when(referral_before), senco, [story](Visit& visit) {
        must_hold(
            referrals::refer(visit, story->the_case, need_to_know::Relationship::senco, {true, ""}),
            "a referral"
        );
    });
    if (until == Until::referral) return;

    telling.diary.on(when(discussion_before), senco, [&telling, story, until](Visit& visit) {
        auto const the_case =
            must(cases::store::find(visit.db, visit.school, story->the_case, visit.today), "the case");
        must_hold(
            referrals::discuss(visit, the_case, discussion(telling, visit, *story, until)), "a discussion"
        );
    });
    if (until <= Until::discussion) return;

    auto const prioritised_at = when(prioritisation_before);
    if (!telling.of_a_county && story->chance.in_a_hundred(8))
        enter_a_change_of_mind(telling, story, prioritised_at - 1 * hours, group);
    telling.diary.on(prioritised_at, senco, [&telling, story, group](Visit& visit) {
        must_hold(
            referrals::prioritise(visit, story->the_case, weighed(telling, *story, group)), "a prioritisation"
        );
    });
    if (until == Until::waiting)
        telling.diary.on(prioritised_at + 5 * minutes, senco, [&telling, story](Visit& visit) {
            auto const review_by =
                telling.days.first_from(std::max(visit.today, telling.today) + story->chance.between(3, 25));
            auto const meanwhile = filled(telling, *story, texts::meanwhile(story->chance));
            must_hold(
                referrals::put_on_list(visit, story->the_case, {review_by, meanwhile}), "the waiting list"
            );
        });
    if (until <= Until::waiting) return;

    telling.diary.on(when(letter_before), senco, [&telling, story](Visit& visit) {
        send_letters(telling, visit, *story);
    });
    if (until != Until::letter) enter_answers(telling, story, allocated_on, until);
}

void enter_the_order(Telling& telling) {
    auto const yesterday = telling.days.counted_from(telling.today - 1, 0);
    telling.diary.on(at(yesterday, 16, 25), telling.school.senco, [](Visit& visit) {
        auto const list = referrals::waiting_list(visit);
        auto const last = static_cast<int>(list.size());
        if (last < 3) return;
        referrals::MoveInput wish;
        wish.from = last;
        wish.to = 2;
        wish.reason = "A baby is due at home in three weeks: what is to help has to come before.";
        must_hold(referrals::move(visit, list.back().waiting.the_case, wish), "a move on the waiting list");
    });
}

void tell_case_up_to(
    Telling& telling, SharedStory const& story, PlannedCase const& planned, std::size_t number
) {
    if (planned.long_over) return tell_what_is_long_over(telling, story, planned);
    // How many school days the day of allocation would lie ahead (or back), so that no later step has come.
    auto const tell = [&](Until until, int earliest, int latest) {
        auto const allocated_on =
            telling.days.counted_from(telling.today, story->chance.between(earliest, latest));
        tell_case(telling, story, allocated_on, until, planned, number % 3 != 0);
    };
    switch (planned.stage) {
        case Stage::concern_raised: return tell(Until::concern, 20, 28);
        case Stage::referred: return tell(Until::referral, 16, 25);
        case Stage::more_information: return tell(Until::more_information, 12, 19);
        case Stage::to_prioritise: return tell(Until::discussion, 12, 20);
        case Stage::letter_due: return tell(Until::prioritisation, 6, 14);
        case Stage::waiting: return tell(Until::waiting, -50, 12);
        case Stage::awaiting_answer: return tell(Until::letter, -2, 9);
        case Stage::consent_refused: return tell(Until::refusal, -4, 3);
        case Stage::in_dispute: return tell(Until::dispute, -4, 3);
        case Stage::to_allocate: return tell(Until::consent, -6, 3);
        case Stage::consent_to_note:
            tell(Until::consent, -6, 3);
            return enter_consent_looked_at_again(telling, story);
        case Stage::consent_expired: story->yes_until = telling.today - 1; return tell(Until::consent, -6, 3);
        case Stage::closed: return tell(Until::something_else, -90, 10);
        case Stage::to_start:
        case Stage::running:
        case Stage::stopped:
        case Stage::impact_to_come:
        case Stage::impact_open:
        case Stage::impact_overdue:
        case Stage::next_step_due: break;  // only with a programme
    }
}

}  // namespace demonstration
