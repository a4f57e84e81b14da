// Two people have the same page open. What one of them does meanwhile is neither overwritten nor decided on
// unread by the other, and nothing that was typed is lost.
#include <algorithm>
#include <set>

#include "journeys/busy_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view run_away = "He says he will run away tonight";
constexpr std::string_view came_or_changed = "A concern about this child has come or changed";

std::string text_of(auto const& id) { return std::string(id.text()); }

class StalePage : public Journey {
protected:
    static Fields because(std::string reason) {
        Fields fields;
        fields.add("reason", std::move(reason));
        return fields;
    }
    std::string another_concern_comes() {
        now += 1 * minutes;
        return raises_a_concern(sam, Fields{{{"seen", std::string(run_away)}}});
    }
    std::string targets_of(Child const& child) { return place_of(child) + "/targets"; }

    // Two targets of a child who has a place, and what their fields are called.
    std::vector<std::string> two_targets() {
        auto const programme = makes_a_programme();
        is_ready_for_a_place(sam);
        allocates(sam, programme);
        words_the_targets(sam);
        now += 1 * minutes;
        auto const path = targets_of(sam);
        auto& assistant = as(nurture_assistant).opens(path);
        assistant.sends(path, Fields{{{"area", text_of(school.anxiety)}, {"words", "I breathe out slowly"}}});
        std::vector<std::string> names;
        for (auto const& control : assistant.opens(path).form(path).controls)
            if (control.name.starts_with("words-")) names.push_back(control.name);
        EXPECT_EQ(names.size(), 2U);
        return names;
    }
    // The page that is open comes back with the new concern and with what was typed; sent again, it is taken.
    void comes_back_with_the_concern(std::string const& action, Fields const& decision) {
        as(senco).is_refused(action, decision);
        EXPECT_TRUE(as(senco).sees(came_or_changed)) << as(senco).words();
        EXPECT_TRUE(as(senco).sees(run_away)) << as(senco).words();
        EXPECT_TRUE(as(senco).browser().shows(decision.value("reason")));
        as(senco).sends(action);
    }
};

TEST_F(StalePage, no_case_is_closed_by_not_now_with_another_concern_unread) {
    auto const concern = raises_a_concern(sam);
    as(senco).opens(concern);
    another_concern_comes();
    comes_back_with_the_concern(concern + "/not-now", because("It is lunchtime noise"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("It is lunchtime noise"));
}

TEST_F(StalePage, who_says_not_now_has_every_concern_of_the_case_before_them) {
    auto const concern = raises_a_concern(sam);
    EXPECT_FALSE(as(senco).opens(concern).sees("What else was written"));
    auto const later = another_concern_comes();
    EXPECT_TRUE(as(senco).opens(concern).sees(run_away));
    EXPECT_TRUE(as(senco).browser().shows("href=\"" + later + "\""));
    EXPECT_FALSE(as(class_teacher).opens(concern).sees(run_away)) << "who does not decide opens each";
}

TEST_F(StalePage, no_child_is_referred_by_the_senco_with_a_concern_unread) {
    auto const concern = raises_a_concern(sam);
    as(senco).opens(concern);
    another_concern_comes();
    comes_back_with_the_concern(case_of(sam) + "/referral", because("It lasts"));
    EXPECT_TRUE(as(senco).opens("/referrals?step=to_discuss").sees("Sam Okafor"));
}

TEST_F(StalePage, no_child_is_referred_by_the_class_teacher_with_a_colleagues_concern_unread) {
    auto const concern = raises_a_concern(sam, Fields{{{"parents_spoken_to", "not_yet"}}});
    auto const referral = case_of(sam) + "/referral";
    auto& teacher = as(class_teacher).opens(concern);
    now += 1 * minutes;
    Fields const seen({{"seen", std::string(run_away)}, {"parents_spoken_to", "not_yet"}, {"source", "staff"}}
    );
    as(school.support_staff).opens(story_of(sam) + "/concerns/new").sends(story_of(sam) + "/concerns", seen);
    Fields const typed({{"parents_spoken_to", "yes"}, {"reason", "His mother agrees"}});
    teacher.is_refused(referral, typed);
    EXPECT_TRUE(teacher.sees(came_or_changed)) << teacher.words();
    EXPECT_TRUE(teacher.sees(run_away)) << teacher.words();
    EXPECT_EQ(teacher.form(referral).as_it_stands.value("parents_spoken_to"), "yes");
    EXPECT_EQ(teacher.form(referral).as_it_stands.value("reason"), "His mother agrees");
    teacher.sends(referral);
    EXPECT_TRUE(as(senco).opens("/referrals?step=to_discuss").sees("Sam Okafor"));
}

TEST_F(StalePage, who_may_refer_has_before_them_what_others_wrote) {
    auto const concern = raises_a_concern(sam);
    EXPECT_FALSE(as(class_teacher).opens(concern).sees("What else was written"));
    auto const later = another_concern_comes();
    EXPECT_TRUE(as(class_teacher).opens(concern).sees("What else was written"));
    EXPECT_TRUE(as(class_teacher).browser().shows("href=\"" + later + "\""));
    EXPECT_TRUE(as(senco).opens(concern).sees(run_away));
    refers(sam);
    EXPECT_FALSE(as(class_teacher).opens(concern).sees("What else was written")) << "nothing is decided here";
}

TEST_F(StalePage, no_case_is_closed_by_not_now_on_words_that_were_changed) {
    auto const concern = raises_a_concern(sam);
    as(senco).opens(concern);
    as(class_teacher).opens(concern + "/words").sends(concern, Fields{{{"seen", std::string(run_away)}}});
    comes_back_with_the_concern(concern + "/not-now", because("It is lunchtime noise"));
}

TEST_F(StalePage, no_case_is_closed_with_a_concern_unread_before_the_referral_or_after) {
    raises_a_concern(sam);
    auto const before = case_of(sam) + "/closing";
    as(senco).opens(before);
    another_concern_comes();
    comes_back_with_the_concern(before, because("All is well again"));

    now += 1 * minutes;
    raises_a_concern(sam);
    now += 1 * minutes;
    refers(sam);
    auto const after = case_of(sam) + "/closing";
    as(senco).opens(after);
    another_concern_comes();
    comes_back_with_the_concern(after, because("All is well again"));
}

TEST_F(StalePage, nothing_is_talked_through_or_weighed_with_a_concern_unread) {
    raises_a_concern(sam);
    refers(sam);
    auto const discussion = case_of(sam) + "/discussion";
    as(senco).opens(discussion);
    another_concern_comes();
    Fields talked = because("It lasts");
    talked.add("present", "Priya and Rob");
    talked.add("outcome", "go_on");
    talked.add("areas", text_of(school.friendships));
    comes_back_with_the_concern(discussion, talked);

    auto const weighing = case_of(sam) + "/prioritisation";
    as(senco).opens(weighing);
    another_concern_comes();
    Fields weighed = because("A small group will do");
    weighed.add("form", "group");
    weighed.add("need", "2");
    weighed.add("impact_on_learning", "1");
    weighed.add("earlier_support", "no");
    comes_back_with_the_concern(weighing, weighed);
}

TEST_F(StalePage, no_field_error_hides_that_a_concern_came) {
    auto const concern = raises_a_concern(sam);
    as(senco).opens(concern);
    another_concern_comes();
    as(senco).is_refused(concern + "/not-now", because(""));
    EXPECT_TRUE(as(senco).sees(came_or_changed));
    EXPECT_TRUE(as(senco).sees(run_away));
    as(senco).sends(concern + "/not-now", because("It is lunchtime noise"));
}

TEST_F(StalePage, no_next_step_is_decided_with_a_concern_unread) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1", .weeks = "6"});
    goes_to_its_end(programme, {sam});
    on(today() + 30);
    measures_impact(sam);
    auto const next = case_of(sam) + "/next-step";
    as(senco).opens(next);
    another_concern_comes();
    Fields decision = because("Sam plays with others now");
    decision.add("next", "nothing");
    as(senco).is_refused(next, because(""));
    EXPECT_TRUE(as(senco).sees(came_or_changed)) << "no field error hides it";
    another_concern_comes();
    comes_back_with_the_concern(next, decision);
}

TEST_F(StalePage, a_target_that_was_not_touched_keeps_the_words_of_another) {
    auto const names = two_targets();
    auto const path = targets_of(sam);
    as(senco).opens(path);
    as(nurture_assistant).opens(path).sends(path, Fields{{{names[0], "I stay in the game"}}});
    as(senco).sends(path, Fields{{{names[1], "I count to ten"}}});
    EXPECT_TRUE(as(senco).opens(path).browser().shows("I stay in the game"));
    EXPECT_TRUE(as(senco).browser().shows("I count to ten"));
}

TEST_F(StalePage, a_target_that_two_reworded_shows_both_texts_and_loses_none) {
    auto const names = two_targets();
    auto const path = targets_of(sam);
    as(senco).opens(path);
    as(nurture_assistant).opens(path).sends(path, Fields{{{names[0], "I stay in the game"}}});
    as(senco).is_refused(path, Fields{{{names[0], "I wait for my turn"}, {names[1], "I count to ten"}}});
    EXPECT_TRUE(as(senco).sees("Someone else changed this target while you wrote"));
    EXPECT_TRUE(as(senco).sees("I stay in the game"));
    EXPECT_EQ(as(senco).form(path).as_it_stands.value(names[0]), "I wait for my turn");
    EXPECT_EQ(as(senco).form(path).as_it_stands.value(names[1]), "I count to ten");
    EXPECT_TRUE(as(nurture_assistant).opens(path).browser().shows("I stay in the game"));
    EXPECT_FALSE(as(nurture_assistant).browser().shows("I count to ten")) << "half of it was saved";

    as(senco).sends(path, Fields{{{names[0], "I stay in the game and wait"}}});
    EXPECT_TRUE(as(senco).opens(path).browser().shows("I stay in the game and wait"));
    EXPECT_TRUE(as(senco).browser().shows("I count to ten"));
}

TEST_F(StalePage, a_plan_is_marked_as_reviewed_by_who_saw_it) {
    auto const session = session_of(runs({sam}), 1);
    auto const writes = [&](std::string const& plan) {
        as(nurture_assistant).opens(session).sends(session + "/plan", Fields{{{"plan", plan}}});
    };
    writes("A board game");
    as(senco).opens(session);
    writes("Boxing");
    as(senco).is_refused(session + "/plan-review", Fields{{{"note", "Let Sam choose the game"}}});
    EXPECT_TRUE(as(senco).browser().shows("Boxing"));
    EXPECT_TRUE(as(senco).browser().shows("Let Sam choose the game"));
    EXPECT_FALSE(as(senco).sees("Reviewed by the SENCo"));
    as(senco).sends(session + "/plan-review");
    EXPECT_TRUE(as(senco).sees("Reviewed by the SENCo"));
}

// What a form carries so that the page it was sent from is known: a version, or what the page showed.
bool says_what_it_was_shown(Form const& form) {
    static std::set<std::string> const shown{
        "version",
        "plan_version",
        "stays_version",
        "concerns",
        "last_answer",
        "letter",
        "weeks_shown",
        "lines_shown"};
    return std::ranges::any_of(form.controls, [](Control const& control) {
        auto const& name = control.name;
        return control.kind == Kind::hidden &&
               (shown.contains(name) || name.starts_with("held-") || name.starts_with("stood."));
    });
}

TEST(EveryFormThatAsks, or_says_that_a_concern_was_read_carries_the_words_that_were_shown) {
    auto& forms = BusySchool::once().forms();
    ASSERT_TRUE(forms.contains("/concerns/{concern}/read"));
    for (auto const* route : {"/concerns/{concern}/read", "/concerns/{concern}/seen"})
        EXPECT_TRUE(!forms.contains(route) || says_what_it_was_shown(forms.at(route).form)) << route;
}

TEST(EveryFormThatAsks, carries_what_its_page_showed_or_overwrites_nothing) {
    constexpr auto adds = "adds something of its own, beside what others added";
    constexpr auto once = "is taken once: a second answer is refused, and the page shows the first";
    constexpr auto undoes = "takes back one named thing, once, with a reason";
    constexpr auto own = "is nobody's but the visitor's";
    constexpr auto as_saved = "is compared with what stands when it is saved";
    constexpr auto kept = "is one value, of which the log keeps what stood before";
    std::map<std::string, std::string_view> const need_not{
        {"/cases/{case}/agencies", adds},
        {"/cases/{case}/assessing/{instrument}", adds},
        {"/cases/{case}/assessments/{assessment}/taking-back", undoes},
        {"/cases/{case}/check-ins", adds},
        {"/cases/{case}/closing/undoing", undoes},
        {"/cases/{case}/letters", as_saved},
        {"/cases/{case}/liaison", adds},
        {"/cases/{case}/moving", adds},
        {"/cases/{case}/moving/{pack}/discarding", once},
        {"/cases/{case}/moving/{pack}/sending", as_saved},
        {"/cases/{case}/parent-messages", adds},
        {"/cases/{case}/position", as_saved},
        {"/cases/{case}/questions", adds},
        {"/cases/{case}/sharing/asking", adds},
        {"/cases/{case}/sharing/next-school/asking", adds},
        {"/cases/{case}/sharing/objections", once},
        {"/cases/{case}/sharing/shares", adds},
        {"/cases/{case}/steps/{step}/undoing", undoes},
        {"/cases/{case}/waiting", once},
        {"/data-requests/{request}/extension", once},
        {"/classes/{class}/measures/file", as_saved},
        {"/concerns/{concern}/answer", once},
        {"/consent/{token}/confirmation", once},
        {"/data-requests", adds},
        {"/data-requests/{request}/giving-out", once},
        {"/data-requests/{request}/lines/{line}", kept},
        {"/data-requests/{request}/sending-back", once},
        {"/data-requests/{request}/withdrawing", once},
        {"/parent-messages/{message}", once},
        {"/password", own},
        {"/places/{place}/end", once},
        {"/places/{place}/impact-review", once},
        {"/places/{place}/measure", once},
        {"/programmes", adds},
        {"/programmes/{programme}/delivery", adds},
        {"/programmes/{programme}/removal", once},
        {"/pupils/{pupil}/contacts/{contact}/work", kept},
        {"/pupils/{pupil}/data-requests", adds},
        {"/pupils/{pupil}/opening", adds},
        {"/pupils/{pupil}/override", adds},
        {"/pupils/{pupil}/retention/holds", adds},
        {"/pupils/{pupil}/safeguarding", adds},
        {"/questions/{question}", once},
        {"/retention/holds/{hold}/ending", once},
        {"/retention/periods", kept},
        {"/school/closures", adds},
        {"/school/imports", adds},
        {"/school/imports/{import}/done", as_saved},
        {"/school/imports/{import}/matches", own},
        {"/school/measures", adds},
        {"/school/instrument-frames/{frame}", adds},
        {"/school/instruments", adds},
        {"/school/instruments/{instrument}/norms", adds},
        {"/school/instruments/{instrument}/own-norms", adds},
        {"/school/people", adds},
        {"/school/people/{person}/leaving", once},
        {"/school/people/{person}/roles", adds},
        {"/school/people/{person}/roles/{role}/end", once},
        {"/school/people/{person}/training", adds},
        {"/school/people/{person}/training/{training}/correction", kept},
        {"/school/people/{person}/training/{training}/taking-back", undoes},
        {"/school/policy", adds},
        {"/school/rooms", adds},
        {"/school/ethnicity", kept},
        {"/school/second-way", kept},
        {"/school/terms", adds},
        {"/school/terms/forward", adds},
        {"/school/terms/impact-weeks", kept},
        {"/sessions/{session}/absence", once},
        {"/sessions/{session}/absence/undoing", undoes},
        {"/sessions/{session}/check-in/{place}", own},
        {"/sessions/{session}/delivery/undoing", undoes},
        {"/session-plans", adds},
        {"/sign-in", own},
        {"/strategies", adds},
        {"/strategies/areas", adds}};
    auto& busy = BusySchool::once();
    for (auto const& [route, found] : busy.forms()) {
        bool const asks = std::ranges::any_of(found.form.controls, [](Control const& control) {
            return control.kind != Kind::hidden && control.kind != Kind::sent_with_button;
        });
        EXPECT_EQ(asks && !says_what_it_was_shown(found.form), need_not.contains(route)) << route;
    }
}

}  // namespace
}  // namespace journeys
