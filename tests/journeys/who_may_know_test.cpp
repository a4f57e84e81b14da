// Who may know what about a child: the child's agreement, shares, the headteacher's reason and safeguarding's
// override.
#include "journeys/who_may_know.hpp"

#include <algorithm>

#include "sharing/sharing.hpp"

namespace journeys {
namespace {

TEST_F(WhoMayKnow, a_yes_counts_once_the_child_understands_and_until_its_day) {
    confides();
    std::vector<std::string> const open{"progress-class_teacher", "progress-senco", "confidence-senco"};
    says(doors(open, false));
    EXPECT_FALSE(hears_what_was_said(senco));

    auto fields = doors(open);
    fields.add("until_on", calendar::iso(today() + 1));
    says(fields);
    EXPECT_TRUE(hears_what_was_said(senco));
    on(today() + 2);
    EXPECT_FALSE(hears_what_was_said(senco));
}

TEST_F(WhoMayKnow, each_door_closes_after_its_own_day_and_the_child_is_asked_again) {
    confides();
    auto fields = doors(
        {"progress-class_teacher",
         "progress-senco",
         "progress-headteacher",
         "confidence-class_teacher",
         "confidence-senco"}
    );
    fields.add("until_on", calendar::iso(today() + 20));
    fields.add("until-confidence-senco", calendar::iso(today() + 1));
    says(fields);
    EXPECT_TRUE(as(senco).opens(sharing()).sees(calendar::in_words(today() + 1)));
    on(today() + 1);
    EXPECT_TRUE(hears_what_was_said(senco)) << "a last day counts to its end";
    EXPECT_TRUE(as(nurture_assistant).opens("/").sees("Ask who may know (3)")) << "the others of the group";
    on(today() + 1);
    EXPECT_FALSE(hears_what_was_said(senco));
    EXPECT_TRUE(hears_what_was_said(class_teacher)) << "that door has the asking's day";
    EXPECT_TRUE(as(nurture_assistant).opens("/").sees("Ask who may know (4)"));
    EXPECT_TRUE(as(nurture_assistant).opens(sharing()).sees("A day that the child named is over"));
    says(doors({"progress-class_teacher", "progress-senco", "progress-headteacher"}));
    EXPECT_TRUE(as(nurture_assistant).opens("/").sees("Ask who may know (3)"));
}

TEST_F(WhoMayKnow, a_closed_door_takes_no_day) {
    confides();
    auto fields = doors({"progress-senco"});
    fields.add("until-confidence-senco", calendar::iso(today() + 1));
    as(nurture_assistant).opens(sharing() + "/asking").is_refused(sharing() + "/asking", fields);
    EXPECT_TRUE(as(nurture_assistant).sees("what you tell me: A closed door stays closed until you open it"))
        << "it names the door";
}

TEST_F(WhoMayKnow, several_adults_are_named_at_once_each_with_a_day) {
    confides();
    auto fields = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    fields.add("another", text_of(school.support_staff.staff));
    fields.add("another_all", "no");
    fields.add("another_until", calendar::iso(today() + 1));
    fields.add("another2", text_of(school.teacher_of_5a.staff));
    fields.add("another_all2", "yes");
    says(fields);
    EXPECT_TRUE(reads_how_it_goes(school.support_staff));
    EXPECT_FALSE(hears_what_was_said(school.support_staff));
    EXPECT_TRUE(hears_what_was_said(school.teacher_of_5a));
    on(today() + 2);
    EXPECT_FALSE(as(school.support_staff).opens(story_of(sam)).sees("He laughed"));
    EXPECT_TRUE(hears_what_was_said(school.teacher_of_5a));

    auto twice = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    for (auto const* person : {&school.support_staff, &school.teacher_of_5a})
        for (std::string const zone : {"progress-", "confidence-"})
            twice.add(zone + text_of(person->staff), "no");
    for (std::string const nth : {"", "2"}) {
        twice.add("another" + nth, text_of(school.second_nurture_assistant.staff));
        twice.add("another_all" + nth, "no");
    }
    as(nurture_assistant).opens(sharing() + "/asking").is_refused(sharing() + "/asking", twice);
}

// N3: who asks opens to themselves nothing that was said in confidence, so no such door is offered to refuse.
TEST_F(WhoMayKnow, a_senco_who_asks_offers_no_door_to_what_was_said_to_themselves) {
    confides();
    auto const asking = sharing() + "/asking";
    auto const offers = [&](Person const& asker, std::string const& door) {
        auto const form = as(asker).opens(asking).form(asking);
        return std::ranges::find(form.controls, door, &Control::name) != form.controls.end();
    };
    EXPECT_TRUE(offers(nurture_assistant, "confidence-senco"));
    EXPECT_FALSE(offers(senco, "confidence-senco"));
    for (auto const* door : {"progress-senco", "confidence-class_teacher", "confidence-headteacher"})
        EXPECT_TRUE(offers(senco, door)) << door;

    std::vector<std::string> const all{"progress-class_teacher", "progress-senco", "progress-headteacher"};
    auto fields = doors({all[0], all[1], all[2], "confidence-senco"});
    as(senco).opens(asking).is_refused(asking, fields);
    EXPECT_TRUE(as(senco).sees("You can't open to yourself what was said in confidence"))
        << "a yes on a page from before is not lost unsaid: " << as(senco).words();
    EXPECT_FALSE(hears_what_was_said(senco));
    as(senco).opens(asking).sends(asking, doors(all));
    EXPECT_TRUE(as(senco).opens(sharing()).sees("What the child says now"));
    EXPECT_FALSE(hears_what_was_said(senco));
}

TEST_F(WhoMayKnow, a_senco_who_asks_leaves_the_door_that_the_child_opened_to_them_before) {
    confides();
    auto const asking = sharing() + "/asking";
    std::vector<std::string> const all{"progress-class_teacher", "progress-senco", "progress-headteacher"};
    says(doors({all[0], all[1], all[2], "confidence-senco"}));
    EXPECT_TRUE(hears_what_was_said(senco));
    as(senco).opens(asking).sends(asking, doors_that_the_senco_asks_for(all));
    EXPECT_TRUE(hears_what_was_said(senco)) << "they were not asked about it";
    as(senco).opens(asking).sends(asking, doors_that_the_senco_asks_for({all[0], all[2]}));
    EXPECT_FALSE(hears_what_was_said(senco)) << "not even how it goes is open to them";
    as(senco).opens(asking).sends(asking, doors_that_the_senco_asks_for(all));
    EXPECT_FALSE(hears_what_was_said(senco)) << "what was closed meanwhile stays closed";
}

TEST_F(WhoMayKnow, a_child_reads_that_a_door_stays_as_it_was_where_who_asks_may_not_ask_for_it) {
    confides();
    auto const asking = sharing() + "/asking";
    constexpr std::string_view open = "What you tell me: that door stays open, as you left it";
    constexpr std::string_view closed = "What you tell me: that door stays closed.";
    std::vector<std::string> const all{"progress-class_teacher", "progress-senco", "progress-headteacher"};
    EXPECT_FALSE(as(senco).opens(asking).sees("What you tell me: that door")) << "nobody has asked yet";
    auto fields = doors({all[0], all[1], all[2], "confidence-senco"});
    fields.add("until-confidence-senco", calendar::iso(today() + 1));
    says(fields);
    auto const until = ", until " + calendar::weekday_day_month(today() + 1) + ".";
    EXPECT_TRUE(as(senco).opens(asking).sees(std::string(open) + until)) << as(senco).words();
    EXPECT_FALSE(as(nurture_assistant).opens(asking).sees(open)) << "whose page has the door";
    on(today() + 2);
    EXPECT_TRUE(as(senco).opens(asking).sees(closed)) << "its day is over";
    says(doors({all[0], all[1], all[2], "confidence-senco"}, false));
    EXPECT_TRUE(as(senco).opens(asking).sees(closed)) << "the yes waits until the child understands";
    says(doors({all[0], all[1], all[2], "confidence-senco"}));
    EXPECT_TRUE(as(senco).opens(asking).sees(std::string(open) + "."));
}

// As on a page that was opened before the school made them SENCo.
TEST_F(WhoMayKnow, a_no_to_a_door_that_who_asks_may_not_ask_for_any_more_closes_it) {
    confides();
    auto const asking = sharing() + "/asking";
    std::vector<std::string> const all{"progress-class_teacher", "progress-senco", "progress-headteacher"};
    says(doors({all[0], all[1], all[2], "confidence-senco"}));
    EXPECT_TRUE(hears_what_was_said(senco));
    as(senco).opens(asking).sends(asking, doors(all));
    EXPECT_FALSE(hears_what_was_said(senco));
}

TEST_F(WhoMayKnow, a_choice_about_nobody_stands_open_again_and_who_is_named_is_offered_once) {
    confides();
    auto const asking = sharing() + "/asking";
    auto const offers = [&](Person const& person) {
        auto const form = as(nurture_assistant).opens(asking).form(asking);
        auto const who = std::ranges::find(form.controls, "another", &Control::name);
        return who != form.controls.end() && std::ranges::count(who->values, text_of(person.staff)) == 1;
    };
    EXPECT_TRUE(offers(school.support_staff));
    EXPECT_FALSE(offers(school.governor)) << "to whom nothing would open";
    EXPECT_FALSE(offers(nurture_assistant)) << "who asks";
    auto fields = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    auto& asks = as(nurture_assistant).is_refused(asking, with(fields, "another_all", "no"));
    EXPECT_TRUE(asks.sees("Choose who may know"));
    EXPECT_FALSE(asks.form(asking).as_it_stands.has("another_all"));
    fields.add("another", text_of(school.support_staff.staff));
    fields.add("another_all", "no");
    asks.sends(asking, fields);
    EXPECT_FALSE(offers(school.support_staff)) << "the child is asked about them above";
}

TEST_F(WhoMayKnow, everybody_who_raised_a_concern_may_know_where_the_child_says_so) {
    confides();
    EXPECT_FALSE(hears_what_was_said(class_teacher)) << "who raised the concern";
    says(doors_of_circle("concern", "yes"));
    EXPECT_TRUE(hears_what_was_said(class_teacher));
    EXPECT_FALSE(hears_what_was_said(senco)) << "who raised none";
    EXPECT_TRUE(as(senco).opens(sharing()).sees("Everybody who raised a concern"));
    as(nurture_assistant).opens(sharing() + "/asking").is_refused(sharing() + "/asking", doors({}));

    says(doors_of_circle("concern", "no"));
    EXPECT_FALSE(hears_what_was_said(class_teacher));
}

TEST_F(WhoMayKnow, the_child_reads_by_name_who_asked_for_help_for_them_before_and_after_their_yes) {
    confides();
    auto const asking = sharing() + "/asking";
    auto const is_told_of = [&](std::string const& names) {
        return as(nurture_assistant)
            .opens(asking)
            .sees("Everybody who asked for help for you This means " + names + ".");
    };
    EXPECT_TRUE(is_told_of(class_teacher.name)) << as(nurture_assistant).words();
    raises_another_concern(school.support_staff);
    raises_another_concern(school.support_staff);
    std::vector names{class_teacher.name, school.support_staff.name};
    std::ranges::sort(names);
    EXPECT_TRUE(is_told_of(names[0] + " and " + names[1])) << as(nurture_assistant).words();
    says(doors_of_circle("concern", "yes"));
    EXPECT_TRUE(is_told_of(names[0] + " and " + names[1])) << "standing among the others";
    leaves(school.support_staff);
    EXPECT_TRUE(is_told_of(class_teacher.name)) << "who works here";
}

// The circle never opens to them, whatever the child says.
TEST_F(WhoMayKnow, the_child_is_told_of_no_parent_among_who_asked_for_help_nor_offered_one_to_name) {
    confides();
    auto const& parent = school.support_staff;
    raises_another_concern(parent);
    auto const asking = sharing() + "/asking";
    EXPECT_TRUE(as(nurture_assistant).opens(asking).sees(parent.name));
    auto const contact = story_of(sam) + "/contacts/" + text_of(sam.mother);
    as(school.administrator)
        .opens(contact + "/work")
        .sends(contact + "/work", Fields{{{"staff", text_of(parent.staff)}}});
    EXPECT_FALSE(as(nurture_assistant).opens(asking).sees(parent.name)) << as(nurture_assistant).words();
    EXPECT_TRUE(as(nurture_assistant).sees("This means " + class_teacher.name + "."));
}

TEST_F(WhoMayKnow, a_child_who_is_asked_again_reads_what_they_said_last_and_nothing_is_chosen_for_them) {
    confides();
    auto const asking = sharing() + "/asking";
    EXPECT_FALSE(as(nurture_assistant).opens(asking).sees("Last time:")) << "nobody has asked yet";
    auto fields = doors({"progress-class_teacher", "progress-senco", "confidence-senco"});
    fields.add("until-confidence-senco", calendar::iso(today() + 1));
    says(fields);
    auto const until = "Last time: open, until " + calendar::weekday_day_month(today() + 1) + ".";
    auto& asks = as(nurture_assistant).opens(asking);
    for (auto const& words : {until, std::string("Last time: open."), std::string("Last time: closed.")})
        EXPECT_TRUE(asks.sees(words)) << words << asks.words();
    EXPECT_FALSE(asks.sees("That day is over"));
    for (auto const* door : {"progress-senco", "confidence-senco", "progress-headteacher"})
        EXPECT_FALSE(asks.form(asking).as_it_stands.has(door)) << door;
    on(today() + 2);
    EXPECT_TRUE(as(nurture_assistant).opens(asking).sees(until + " That day is over."));
}

TEST_F(
    WhoMayKnow, the_child_is_told_beside_the_door_that_it_opens_what_they_told_before_and_sees_no_one_else
) {
    confides();
    auto& asks = as(nurture_assistant).opens(sharing() + "/asking");
    EXPECT_TRUE(asks.sees("May they know what you tell me? Also what you told before.")) << asks.words();
    EXPECT_TRUE(asks.sees("opens all that was said in confidence since this support began"));
    EXPECT_TRUE(asks.sees("Back to who may know"));
    for (auto const* words : {"Find a pupil", "Sign out", "Programmes"})
        EXPECT_FALSE(asks.sees(words)) << words;
    EXPECT_FALSE(asks.sees("Sam")) << asks.words();
}

TEST_F(WhoMayKnow, the_child_reads_on_a_roles_door_that_it_is_for_whoever_has_the_role_after_them_too) {
    confides();
    auto& asks = as(nurture_assistant).opens(sharing() + "/asking");
    for (auto const& words :
         {class_teacher.name + ", your class teacher now, and whoever is your class teacher after them",
          senco.name + ", who looks after all the support in our school now, and whoever does it after them",
          school.headteacher.name + ", the headteacher now, and whoever is the headteacher after them"})
        EXPECT_TRUE(asks.sees(words)) << words << ": " << asks.words();
    auto fields = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    fields.add("another", text_of(school.support_staff.staff));
    fields.add("another_all", "no");
    says(fields);
    EXPECT_FALSE(as(nurture_assistant).opens(sharing() + "/asking").sees(school.support_staff.name + ", "))
        << "a person by name is that person";
    auto& reads = as(senco).opens(sharing());
    for (std::string const role : {"class teacher", "SENCo", "headteacher"})
        EXPECT_TRUE(reads.sees("Whoever is " + role)) << role << ": " << reads.words();
    EXPECT_FALSE(reads.sees("Whoever is " + school.support_staff.name));
}

// Nearly everybody may raise a concern; it lets nobody into what the child agreed before.
TEST_F(WhoMayKnow, who_raises_a_concern_afterwards_may_know_once_the_child_is_asked_again) {
    confides();
    says(doors_of_circle("concern", "yes"));
    on(today() + 1);
    auto const& helper = school.support_staff;
    raises_another_concern(senco);
    raises_another_concern(helper);
    EXPECT_TRUE(hears_what_was_said(class_teacher)) << "who raised theirs before";
    EXPECT_FALSE(hears_what_was_said(senco));
    EXPECT_FALSE(reads_how_it_goes(helper));
    EXPECT_FALSE(hears_what_was_said(helper));
    EXPECT_FALSE(is_shown_how_it_goes_in_lists(helper));

    on(today() + 1);
    says(doors_of_circle("concern", "yes"));
    EXPECT_TRUE(hears_what_was_said(senco));
    EXPECT_TRUE(reads_how_it_goes(helper));
    EXPECT_TRUE(hears_what_was_said(helper));
    EXPECT_TRUE(is_shown_how_it_goes_in_lists(helper));
}

TEST_F(
    WhoMayKnow, a_door_of_a_circle_that_is_closed_to_a_senco_who_asks_is_closed_to_all_who_raised_a_concern
) {
    confides();
    says(doors_of_circle("concern", "yes"));
    on(today() + 1);
    raises_another_concern(senco);
    raises_another_concern(school.support_staff);
    auto closed = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    closed.add("progress-concern", "yes");
    closed.add("confidence-concern", "no");
    as(senco).opens(sharing() + "/asking").sends(sharing() + "/asking", closed);
    EXPECT_TRUE(reads_how_it_goes(school.support_staff));
    for (auto const* person : std::vector<Person const*>{&senco, &school.support_staff, &class_teacher})
        EXPECT_FALSE(hears_what_was_said(*person)) << person->name;
}

// What the SENCo can't ask about lasts no longer than what the child says to them this time.
TEST_F(WhoMayKnow, a_day_that_the_child_names_ends_the_door_that_a_senco_who_asks_leaves_open_too) {
    confides();
    std::vector<std::string> const all{"progress-class_teacher", "progress-senco", "progress-headteacher"};
    says(doors({all[0], all[1], all[2], "confidence-senco"}));
    auto fields = doors_that_the_senco_asks_for(all);
    fields.add("until_on", calendar::iso(today() + 1));
    as(senco).opens(sharing() + "/asking").sends(sharing() + "/asking", fields);
    EXPECT_TRUE(hears_what_was_said(senco));
    on(today() + 2);
    EXPECT_FALSE(hears_what_was_said(senco));
}

// N3: such a yes waits, and what was closed stays closed until the child understands.
TEST_F(WhoMayKnow, a_yes_that_the_child_does_not_understand_opens_no_door_that_was_closed) {
    confides();
    the_headteacher_opens(sam);
    says(doors({"progress-class_teacher", "progress-senco"}));
    closes_to_the_headteacher();
    std::vector<std::string> const all{"progress-class_teacher", "progress-senco", "progress-headteacher"};
    for (int times = 0; times < 2; ++times) {
        says(doors(all, false));
        EXPECT_FALSE(reads_how_it_goes(school.headteacher)) << "the door stays closed";
        EXPECT_TRUE(as(senco).opens(sharing()).sees("Until then, as answered before"));
    }
    says(doors({"progress-class_teacher", "progress-senco"}));
    EXPECT_FALSE(reads_how_it_goes(school.headteacher)) << "the same no all along";
    EXPECT_FALSE(as(senco).opens("/").sees("Answer Sam's objection"));
    says(doors(all));
    EXPECT_TRUE(reads_how_it_goes(school.headteacher));
}

// Past the pages: what is kept of a yes is what was answered before, while the child doesn't understand.
TEST_F(WhoMayKnow, the_database_keeps_no_answer_for_a_yes_that_was_not_answered_before_or_is_understood) {
    confides();
    std::vector<std::string> const all{"progress-class_teacher", "progress-senco", "progress-headteacher"};
    says(doors(all, false));
    EXPECT_EQ(refused_for_the_head(), "only_objections_are_answered") << "nothing was closed before";
    says(doors({"progress-class_teacher", "progress-senco"}));
    closes_to_the_headteacher();
    says(doors(all));
    EXPECT_EQ(refused_for_the_head(), "only_objections_are_answered") << "the child understands their yes";
    says(doors(all, false));
    EXPECT_EQ(refused_for_the_head(), "") << "as it was answered before";
}

TEST_F(WhoMayKnow, another_adult_reads_what_the_child_agrees_to_and_no_more) {
    confides();
    EXPECT_FALSE(reads_how_it_goes(school.support_staff));
    auto fields = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    fields.add("another", text_of(school.support_staff.staff));
    fields.add("another_all", "no");
    says(fields);
    EXPECT_TRUE(reads_how_it_goes(school.support_staff));
    EXPECT_TRUE(as(school.support_staff).sees("You see this because Sam agreed that you may."));
    EXPECT_FALSE(hears_what_was_said(school.support_staff));
    EXPECT_TRUE(as(school.support_staff).finds_nothing_at(case_of(sam) + "/consent"));
}

TEST_F(WhoMayKnow, an_objection_is_weighed_by_the_senco_and_answered_with_a_reason) {
    confides();
    says(doors({"progress-senco"}));
    EXPECT_TRUE(as(nurture_assistant).sees("Where they objected, the SENCo weighs it first"))
        << as(nurture_assistant).words();
    auto& coordinator = as(senco).opens("/");
    EXPECT_TRUE(coordinator.sees("Answer Sam's objection")) << coordinator.words();
    for (std::string const role : {"class teacher", "headteacher"})
        EXPECT_TRUE(coordinator.sees("rather the " + role + " didn't know how it goes"))
            << "each says to whom: " << coordinator.words();
    EXPECT_TRUE(reads_how_it_goes(class_teacher)) << "a duty holds until it is weighed";
    the_headteacher_opens(sam);
    EXPECT_TRUE(reads_how_it_goes(school.headteacher)) << "so does a reason";

    auto const answers = sharing() + "/objections";
    as(senco).opens(sharing()).browser().send(
        answers,
        Fields(
            {{"answer", answer_to("class_teacher")}, {"outcome", "closes"}, {"objection_reason", "Sam asks"}}
        )
    );
    EXPECT_EQ(as(senco).browser().status(), 422) << "the class teacher's duties need it";
    as(senco).opens(sharing()).browser().send(
        answers,
        Fields(
            {{"answer", answer_to("class_teacher")},
             {"outcome", "changes"},
             {"objection_reason", "Sam tells her"}}
        )
    );
    as(senco).opens(sharing()).browser().send(
        answers,
        Fields(
            {{"answer", answer_to("headteacher")},
             {"outcome", "closes"},
             {"objection_reason", "There is no need"}}
        )
    );
    EXPECT_TRUE(as(senco).opens(sharing()).sees("There is no need"));
    EXPECT_FALSE(as(senco).opens("/").sees("Answer Sam's objection"));

    EXPECT_FALSE(reads_how_it_goes(school.headteacher));
    EXPECT_TRUE(reads_how_it_goes(class_teacher));
}

TEST_F(WhoMayKnow, the_same_no_again_keeps_its_answer_and_a_yes_takes_it_away) {
    confides();
    auto const without_the_head = doors({"progress-class_teacher", "progress-senco"});
    the_headteacher_opens(sam);
    says(without_the_head);
    closes_to_the_headteacher();
    EXPECT_FALSE(reads_how_it_goes(school.headteacher));

    says(without_the_head);
    EXPECT_TRUE(as(nurture_assistant).sees("holds from now on")) << as(nurture_assistant).words();
    EXPECT_FALSE(reads_how_it_goes(school.headteacher)) << "the door stays closed";
    EXPECT_FALSE(as(senco).opens("/").sees("Answer Sam's objection")) << "it is weighed already";
    EXPECT_EQ(
        stands<std::string>(
            "SELECT answered_by FROM objection_answer WHERE school_id = $1 AND share_id = $2",
            school.school,
            answer_to("headteacher")
        ),
        text_of(senco.staff)
    ) << "as it was answered";

    says(doors({"progress-class_teacher", "progress-senco", "progress-headteacher"}));
    EXPECT_TRUE(reads_how_it_goes(school.headteacher));
    says(without_the_head);
    EXPECT_TRUE(as(senco).opens("/").sees("Answer Sam's objection")) << "a no after a yes is another";
    EXPECT_TRUE(reads_how_it_goes(school.headteacher)) << "until it is weighed";
}

// Another teacher may need another answer.
TEST_F(WhoMayKnow, a_no_to_the_class_teacher_is_weighed_anew_once_the_child_is_in_another_class) {
    confides();
    auto const without_the_teacher = doors({"progress-senco", "progress-headteacher"});
    says(without_the_teacher);
    as(senco).opens(sharing()).browser().send(
        sharing() + "/objections",
        Fields(
            {{"answer", answer_to("class_teacher")},
             {"outcome", "changes"},
             {"objection_reason", "Sam tells her"}}
        )
    );
    says(without_the_teacher);
    EXPECT_FALSE(as(senco).opens("/").sees("Answer Sam's objection"));
    on(today() + 1);
    comes_into(school.class_5a, sam);
    says(without_the_teacher);
    EXPECT_TRUE(as(senco).opens("/").sees("Answer Sam's objection"));
}

// Sam goes to 5A and comes back to 4B, whose teacher raised the concern.
TEST_F(WhoMayKnow, what_is_answered_to_class_teachers_goes_with_the_child_and_stays_with_no_former_one) {
    confides();
    says(doors({"progress-class_teacher", "progress-senco", "confidence-class_teacher"}));
    auto const& other = school.teacher_of_5a;
    auto const confidence = need_to_know::Zone::confidence;
    on(today() + 1);
    comes_into(school.class_5a, sam);
    EXPECT_TRUE(hears_what_was_said(other));
    EXPECT_TRUE(is_shown_in_lists(other, confidence));
    EXPECT_EQ(answers_to_class_teachers_found_by(other), 2) << "of each zone one";
    EXPECT_FALSE(hears_what_was_said(class_teacher));
    EXPECT_FALSE(reads_how_it_goes(class_teacher));
    EXPECT_FALSE(is_shown_how_it_goes_in_lists(class_teacher));
    EXPECT_EQ(answers_to_class_teachers_found_by(class_teacher), 0);

    on(today() + 1);
    comes_into(school.class_4b, sam);
    EXPECT_TRUE(hears_what_was_said(class_teacher));
    EXPECT_TRUE(is_shown_in_lists(class_teacher, confidence));
    EXPECT_FALSE(hears_what_was_said(other));
    EXPECT_FALSE(as(other).sees("You see this because")) << as(other).words();
    EXPECT_FALSE(is_shown_in_lists(other, need_to_know::Zone::headline));
    EXPECT_EQ(answers_to_class_teachers_found_by(other), 0);
    for (auto const& list : {std::string("/pupils?q=Sam"), "/classes/" + text_of(school.class_4b)}) {
        EXPECT_TRUE(as(class_teacher).opens(list).sees("In a programme")) << as(class_teacher).words();
        EXPECT_TRUE(as(other).opens(list).sees("Sam Okafor")) << list;
        for (auto const* words : {"In a programme", "Open case"})
            EXPECT_FALSE(as(other).sees(words)) << words << " on " << list;
    }
    EXPECT_FALSE(as(other).opens("/classes/" + text_of(school.class_5a)).sees("Sam Okafor"));
}

// To the child it is no news that the adult who asks them knows.
TEST_F(WhoMayKnow, the_child_is_not_told_that_whoever_asks_them_knows_already) {
    confides();
    for (auto const* const to : {&school.nurture_assistant, &school.support_staff})
        as(senco).opens(sharing()).sends(
            sharing() + "/shares",
            Fields{
                {{"staff", text_of(to->staff)},
                 {"share_reason", "Sits beside Sam at lunch"},
                 {"until_on", calendar::iso(today() + 7)}}}
        );
    std::string const told = "the school had to tell already to ";
    auto const both = school.nurture_assistant.name + " and " + school.support_staff.name;
    EXPECT_TRUE(
        as(nurture_assistant).opens(sharing() + "/asking").sees(told + school.support_staff.name + ", so")
    ) << as(nurture_assistant).words();
    EXPECT_TRUE(as(senco).opens(sharing() + "/asking").sees(told + both + ", so")) << as(senco).words();
}

TEST_F(WhoMayKnow, the_senco_shares_by_name_with_a_reason_until_a_day_and_ends_it) {
    confides();
    auto const shares = sharing() + "/shares";
    Fields const said{
        {{"staff", text_of(school.support_staff.staff)},
         {"share_reason", "Sits beside Sam at lunch"},
         {"until_on", calendar::iso(today() + 7)}}};
    as(senco).opens(sharing()).sends(shares, said);
    EXPECT_TRUE(reads_how_it_goes(school.support_staff));
    EXPECT_TRUE(as(school.support_staff).sees("the SENCo shares it with you until"));
    EXPECT_FALSE(hears_what_was_said(school.support_staff));
    auto const the_child_reads_it = [&] {
        auto const words = "the school had to tell already to " + school.support_staff.name + ", so that";
        return as(nurture_assistant).opens(sharing() + "/asking").sees(words);
    };
    EXPECT_TRUE(the_child_reads_it()) << as(nurture_assistant).words();
    EXPECT_FALSE(as(nurture_assistant).sees("Sits beside Sam at lunch")) << "why is for adults";
    as(senco).opens(sharing()).is_refused(shares, said);

    auto const share = stands<std::string>("SELECT id FROM named_share WHERE school_id = $1", school.school);
    as(senco).opens(sharing()).sends(shares + "/" + share + "/end");
    EXPECT_FALSE(reads_how_it_goes(school.support_staff));
    EXPECT_FALSE(the_child_reads_it());
    EXPECT_EQ(as(senco).forces(shares + "/" + share + "/end"), 404);
    as(senco).opens(sharing()).sends(shares, said);
    on(today() + 8);
    EXPECT_FALSE(reads_how_it_goes(school.support_staff));
}

TEST_F(WhoMayKnow, only_who_supports_the_child_and_the_senco_ask_and_only_the_senco_shares) {
    confides();
    EXPECT_TRUE(as(class_teacher).opens(sharing()).sees("Nobody has asked Sam yet"));
    EXPECT_TRUE(as(class_teacher).finds_nothing_at(sharing() + "/asking"));
    EXPECT_TRUE(as(school.second_nurture_assistant).finds_nothing_at(sharing() + "/asking"));
    for (auto const* person : People{&class_teacher, &nurture_assistant, &school.headteacher}) {
        EXPECT_EQ(as(*person).forces(sharing() + "/shares"), 404) << person->name;
        EXPECT_EQ(as(*person).forces(sharing() + "/objections"), 404) << person->name;
    }
    EXPECT_TRUE(as(school.teacher_of_5a).finds_nothing_at(sharing()));
    as(nurture_assistant).opens(sharing() + "/asking").is_refused(sharing() + "/asking");
}

TEST_F(WhoMayKnow, the_headteacher_gives_a_reason_before_a_case_opens_and_is_led_on) {
    confides();
    auto const opening = story_of(sam) + "/opening";
    auto& head = as(school.headteacher).opens(story_of(sam));
    EXPECT_FALSE(head.sees("He laughed"));
    EXPECT_TRUE(head.sees("Open Sam's case"));
    EXPECT_TRUE(head.finds_nothing_at(case_of(sam) + "/consent"));

    head.opens(opening).is_refused(opening, Fields{{{"reason", " "}}});
    head.opens(opening + "?then=" + case_of(sam) + "/consent");
    head.sends(opening, Fields{{{"reason", "To see why it takes so long"}}});
    EXPECT_EQ(head.path(), case_of(sam) + "/consent");
    EXPECT_TRUE(reads_how_it_goes(school.headteacher));
    EXPECT_FALSE(hears_what_was_said(school.headteacher));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("To see why it takes so long"));
    EXPECT_FALSE(as(school.headteacher).opens(story_of(amira)).sees("because you are the headteacher and"));

    on(today() + 1);
    EXPECT_FALSE(reads_how_it_goes(school.headteacher));
}

TEST_F(WhoMayKnow, a_headteacher_whose_door_was_closed_is_told_whom_to_speak_to_and_asked_for_no_reason) {
    confides();
    says(doors({"progress-class_teacher", "progress-senco"}));
    auto const opening = story_of(sam) + "/opening";
    EXPECT_TRUE(as(school.headteacher).opens(opening).sees("Your reason")) << "the SENCo has not weighed it";
    closes_to_the_headteacher();

    auto& head = as(school.headteacher);
    for (auto const& path : {story_of(sam), opening}) {
        head.opens(path);
        for (auto const* words :
             {"stays closed to you", "Speak to the SENCo", "speak to the safeguarding lead at once"})
            EXPECT_TRUE(head.sees(words)) << words << " on " << path << ": " << head.words();
        for (auto const* words : {"Your reason", "Open Sam's case", "There is no need", "objection"})
            EXPECT_FALSE(head.sees(words)) << words << " on " << path;
    }
    EXPECT_EQ(head.forces(opening, Fields{{{"reason", "To see how it goes"}}}), 422);
    EXPECT_TRUE(head.sees("stays closed to you"));
    EXPECT_EQ(stands<std::int64_t>("SELECT count(*) FROM opening WHERE school_id = $1", school.school), 0);

    says(doors({"progress-class_teacher", "progress-senco", "progress-headteacher"}));
    the_headteacher_opens(sam);
    EXPECT_TRUE(reads_how_it_goes(school.headteacher)) << "the child's yes lets a reason open it again";
}

TEST_F(WhoMayKnow, the_reason_leads_nowhere_outside) {
    confides();
    auto const opening = story_of(sam) + "/opening";
    auto& head = as(school.headteacher).opens(opening + "?then=//evil.example/x");
    head.sends(opening, Fields{{{"reason", "To see"}}});
    EXPECT_EQ(head.path().find("evil"), std::string::npos);
}

// Never skipped: whoever breaks the glass is seen to.
TEST_F(WhoMayKnow, safeguarding_overrides_for_three_hours_and_the_lead_is_told_at_once) {
    confides();
    says(doors({}));
    auto const override_ = story_of(sam) + "/override";
    auto const mail_before =
        stands<std::int64_t>("SELECT count(*) FROM outbox WHERE school_id = $1", school.school);
    as(senco).opens(override_).is_refused(override_, Fields{{{"reason", "A disclosure"}}});
    as(senco).sends(override_, overriding());
    EXPECT_TRUE(hears_what_was_said(senco));
    EXPECT_TRUE(as(senco).sees("You see this because you opened it for safeguarding until 13:00."));
    EXPECT_TRUE(as(senco).opens("/").sees("What you opened")) << as(senco).words();
    EXPECT_FALSE(as(class_teacher).opens("/").sees("What you opened"));
    EXPECT_FALSE(hears_what_was_said(class_teacher)) << "it opens to nobody else";

    auto& lead = as(school.safeguarding_lead).opens("/");
    EXPECT_TRUE(lead.sees("opened Sam Okafor's case for safeguarding")) << lead.words();
    auto const id = stands<std::string>("SELECT id FROM override WHERE school_id = $1", school.school);
    lead.opens("/overrides/" + id);
    for (auto const* words : {"A disclosure this morning", "The duty social worker", "It is not safe yet"})
        EXPECT_TRUE(lead.sees(words)) << words;
    lead.sends("/overrides/" + id);
    EXPECT_FALSE(as(school.safeguarding_lead).opens("/").sees("for safeguarding"));
    EXPECT_GT(
        stands<std::int64_t>("SELECT count(*) FROM outbox WHERE school_id = $1", school.school), mail_before
    );
    EXPECT_EQ(
        stands<std::int64_t>(
            "SELECT count(*) FROM outbox WHERE school_id = $1 AND (words LIKE '%Sam%' OR subject LIKE "
            "'%Sam%')",
            school.school
        ),
        0
    ) << "a message names no child";

    on(calendar::iso(today()), "13:01");
    EXPECT_FALSE(as(senco).opens("/").sees("What you opened")) << "it is over";
    EXPECT_FALSE(hears_what_was_said(senco));
    EXPECT_TRUE(as(senco).sees("Opened for safeguarding")) << "it is shown for ever";
    EXPECT_TRUE(as(school.teacher_of_5a).finds_nothing_at("/overrides/" + id));
    EXPECT_TRUE(as(class_teacher).finds_nothing_at("/overrides"));
}

// N4: it is on the case for ever, for who sees no more than the headline too.
TEST_F(WhoMayKnow, an_override_stands_on_the_childs_page_and_leads_whoever_may_read_it_to_why) {
    confides();
    auto const override_ = story_of(sam) + "/override";
    as(senco).opens(override_).sends(override_, overriding());
    auto const link =
        "/overrides/" + stands<std::string>("SELECT id FROM override WHERE school_id = $1", school.school);
    struct Reader {
        Person const* person;
        bool may_read;
    };
    for (auto const& [person, may_read] : std::vector<Reader>{
             {&senco, true},
             {&school.safeguarding_lead, true},
             {&school.headteacher, true},
             {&class_teacher, false}}) {
        auto& reader = as(*person).opens(story_of(sam));
        EXPECT_TRUE(reader.sees("Opened for safeguarding")) << person->name;
        EXPECT_EQ(reader.browser().shows(link), may_read) << person->name;
        EXPECT_EQ(as(*person).finds_nothing_at(link), !may_read) << person->name;
    }
}

TEST_F(WhoMayKnow, an_override_by_the_lead_tells_the_headteacher) {
    confides();
    auto const override_ = story_of(sam) + "/override";
    as(school.safeguarding_lead).opens(override_).sends(override_, overriding());
    EXPECT_TRUE(hears_what_was_said(school.safeguarding_lead));
    EXPECT_TRUE(as(school.headteacher).opens("/").sees("for safeguarding"));
    EXPECT_TRUE(as(school.headteacher).opens("/overrides").sees("A disclosure this morning"));
}

TEST_F(WhoMayKnow, who_sees_nothing_of_a_child_overrides_nothing) {
    confides();
    auto const override_ = story_of(sam) + "/override";
    for (auto const* person : People{
             &school.teacher_of_5a,
             &school.second_nurture_assistant,
             &school.support_staff,
             &school.administrator,
             &school.governor})
        EXPECT_TRUE(as(*person).finds_nothing_at(override_)) << person->name;
}

TEST_F(WhoMayKnow, a_parent_at_work_sees_nothing_of_their_own_childs_case) {
    confides();
    auto const contact = story_of(sam) + "/contacts/" + text_of(sam.mother);
    as(school.administrator)
        .opens(contact + "/work")
        .sends(contact + "/work", Fields{{{"staff", text_of(class_teacher.staff)}}});
    EXPECT_FALSE(reads_how_it_goes(class_teacher));
    EXPECT_TRUE(as(class_teacher).finds_nothing_at(sharing()));
    EXPECT_TRUE(as(class_teacher).finds_nothing_at(story_of(sam) + "/override"));
    EXPECT_TRUE(as(class_teacher).finds_nothing_at(story_of(sam) + "/contacts"));
    EXPECT_FALSE(as(class_teacher).opens("/classes/" + text_of(sam.class_id)).sees("Programme"))
        << "nor in a list";
    EXPECT_FALSE(as(class_teacher).opens("/").sees("Sam")) << "nor on Today";
    as(school.administrator).opens(contact + "/work").sends(contact + "/work", Fields{{{"staff", ""}}});
    EXPECT_TRUE(reads_how_it_goes(class_teacher));
}

// Beside class teacher, headteacher and lead: whoever supports the child, and whoever coordinates.
TEST_F(WhoMayKnow, a_parent_who_supports_or_coordinates_hears_nothing_of_their_own_child_on_today) {
    confides();
    auto const contact = story_of(sam) + "/contacts/" + text_of(sam.mother);
    auto const hears_nothing_once_a_parent = [&](Person const& person, std::string const& words) {
        EXPECT_TRUE(as(person).opens("/").sees(words)) << person.name << ": " << as(person).words();
        as(school.administrator)
            .opens(contact + "/work")
            .sends(contact + "/work", Fields{{{"staff", text_of(person.staff)}}});
        EXPECT_FALSE(as(person).opens("/").sees("Sam")) << person.name << ": " << as(person).words();
        as(school.administrator).opens(contact + "/work").sends(contact + "/work", Fields{{{"staff", ""}}});
    };
    hears_nothing_once_a_parent(nurture_assistant, "Sam");  // to be asked, with the others of the group
    says(doors({"progress-class_teacher", "progress-senco"}));
    hears_nothing_once_a_parent(senco, "Answer Sam's objection");
}

// Whoever answers for the school's safeguarding, its records and its cases may be a parent there too.
TEST_F(WhoMayKnow, a_parent_who_leads_sees_nothing_of_their_own_child_in_any_list) {
    confides();
    auto const contact = story_of(sam) + "/contacts/" + text_of(sam.mother);
    auto const requests = story_of(sam) + "/data-requests";
    as(senco).opens(requests).sends(
        requests,
        Fields(
            {{"whom", "child"},
             {"asked_by", "Mr Okafor"},
             {"asked_as", "parent"},
             {"kind", "all_that_is_held"},
             {"identity_check", "Known to the office"}}
        )
    );
    auto const request = as(senco).path();
    auto const retention = story_of(sam) + "/retention";
    as(senco).opens(retention).sends(retention + "/holds", Fields{{{"reason", "A complaint of home"}}});
    auto const hold =
        "/retention/holds/" +
        stands<std::string>("SELECT id FROM retention_hold WHERE school_id = $1", school.school);
    for (auto const* leader : People{&school.safeguarding_lead, &school.headteacher}) {
        as(school.administrator)
            .opens(contact + "/work")
            .sends(contact + "/work", Fields{{{"staff", text_of(leader->staff)}}});
        auto const override_ = story_of(sam) + "/override";
        as(senco).opens(override_).sends(override_, overriding());
        auto const id = stands<std::string>(
            "SELECT max(id) FROM override WHERE school_id = $1 AND pupil_id = $2", school.school, sam.id
        );
        EXPECT_TRUE(as(*leader).finds_nothing_at("/overrides/" + id)) << leader->name;
        EXPECT_FALSE(as(*leader).opens("/").sees("Sam")) << leader->name << ": " << as(*leader).words();
        EXPECT_FALSE(as(*leader).opens("/overrides").sees("Sam")) << leader->name;
    }
    auto& head = as(school.headteacher);
    for (auto const* list : {"/retention", "/data-requests"})
        EXPECT_FALSE(head.opens(list).sees("Sam Okafor")) << list;
    for (auto const& page : {request, hold, retention}) EXPECT_TRUE(head.finds_nothing_at(page)) << page;
}

// The set moments at which a child is asked again (N3), told to who supports them.
class AskedAgain : public WhoMayKnow {
protected:
    std::string const programme = runs({sam}, {.form = "one_to_one", .places = "1"});

    void says_to(Person const& person) {
        auto const fields = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
        as(person).opens(sharing() + "/asking").sends(sharing() + "/asking", fields);
    }
    // On Today and on the page of who may know, with why.
    bool is_told_to_ask(Person const& person, ::sharing::Moment moment) {
        auto const why = ::sharing::in_words(moment);
        auto& somebody = as(person).opens("/");
        if (!somebody.sees("Ask Sam who may know") || !somebody.sees(why)) return false;
        return somebody.opens(sharing()).sees(why);
    }
    bool is_told_to_ask(Person const& person) {
        auto& somebody = as(person).opens("/");
        if (somebody.sees("Ask Sam who may know")) return true;
        somebody.opens(sharing());
        return std::ranges::any_of(all_of<::sharing::Moment>(), [&](auto moment) {
            return somebody.sees(::sharing::in_words(moment));
        });
    }
};

TEST_F(AskedAgain, a_child_is_asked_once_support_has_started_and_again_after_the_fourth_session) {
    EXPECT_TRUE(is_told_to_ask(nurture_assistant, ::sharing::Moment::start));
    says_to(nurture_assistant);
    for (int number = 1; number <= 4; ++number) {
        EXPECT_FALSE(is_told_to_ask(nurture_assistant)) << "before session " << number;
        on(day_of_session(programme, number));
        holds_session(programme, number);
        evaluates(programme, number, sam);
    }
    EXPECT_TRUE(is_told_to_ask(nurture_assistant, ::sharing::Moment::fourth_session))
        << as(nurture_assistant).words();
    says_to(nurture_assistant);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant));
    on(day_of_session(programme, 5));
    holds_session(programme, 5);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant)) << "the fourth alone is a moment";
}

TEST_F(AskedAgain, a_child_is_asked_again_who_has_changed_class) {
    says_to(nurture_assistant);
    on(today() + 1);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant));
    comes_into(school.class_5a, sam);
    EXPECT_TRUE(is_told_to_ask(nurture_assistant, ::sharing::Moment::class_))
        << as(nurture_assistant).words();
    auto& asks = as(nurture_assistant).opens(sharing() + "/asking");
    EXPECT_TRUE(asks.sees(school.teacher_of_5a.name + ", your class teacher now")) << asks.words();
    says_to(nurture_assistant);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant));
}

// What they told in confidence is told to somebody whom they did not mean: as long as that is so.
TEST_F(AskedAgain, a_child_is_asked_again_whose_confidence_passes_to_another_teacher_of_the_class) {
    auto const teaches = [&](Person const& person, Date from_on, std::optional<Date> last) {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            R"(INSERT INTO role_held (school_id, id, staff_id, role, class_id, starts_on, ends_on)
               VALUES ($1, $2, $3, 'class_teacher', $4, $5, $6))",
            school.school,
            Id<struct RoleTag>::make(Instant{now.load()}),
            person.staff,
            school.class_4b,
            from_on,
            last
        );
        transaction.commit();
    };
    says_to(nurture_assistant);
    on(today() + 1);
    teaches(school.teacher_of_5a, today(), today());
    EXPECT_FALSE(is_told_to_ask(nurture_assistant)) << "nothing was told in confidence";
    auto const told_the_teacher =
        doors({"progress-class_teacher", "progress-senco", "progress-headteacher", "confidence-class_teacher"}
        );
    as(nurture_assistant).opens(sharing() + "/asking").sends(sharing() + "/asking", told_the_teacher);
    on(today() + 1);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant));
    teaches(school.support_staff, today() + 1, today() + 2);
    teaches(class_teacher, today() + 1, std::nullopt);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant)) << "not yet";
    on(today() + 1);
    EXPECT_TRUE(is_told_to_ask(nurture_assistant, ::sharing::Moment::class_))
        << as(nurture_assistant).words();
    on(today() + 2);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant))
        << "somebody stood in, and the child's own teacher is back";
    teaches(school.support_staff, today() + 1, std::nullopt);
    on(today() + 1);
    EXPECT_TRUE(is_told_to_ask(nurture_assistant, ::sharing::Moment::class_));
    as(nurture_assistant).opens(sharing() + "/asking").sends(sharing() + "/asking", told_the_teacher);
    EXPECT_FALSE(is_told_to_ask(nurture_assistant)) << "the child said so of them";
}

TEST_F(AskedAgain, a_child_is_asked_again_by_whoever_takes_their_sessions_over) {
    holds_session(programme, 1);
    evaluates(programme, 1, sam);
    says_to(nurture_assistant);
    on(today() + 1);
    auto const& next = school.second_nurture_assistant;
    as(senco)
        .opens(programme + "/delivery")
        .sends(
            programme + "/delivery",
            Fields(
                {{"deliverer", text_of(next.staff)},
                 {"from_on", calendar::iso(today())},
                 {"reason", "The other moves to mornings"},
                 {"all_the_same", "yes"}}
            )
        );
    EXPECT_TRUE(is_told_to_ask(next, ::sharing::Moment::deliverer)) << as(next).words();
    EXPECT_FALSE(as(nurture_assistant).opens("/").sees("Ask Sam who may know"));
    says_to(next);
    EXPECT_FALSE(is_told_to_ask(next));
}

}  // namespace
}  // namespace journeys
