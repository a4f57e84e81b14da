// Every day of a child's way reads afterwards as it read on that day (V3): what each page said is kept here
// as it was shown, and nothing of how it is looked back to.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

// What stands between the two texts, from a place on; empty where they do not.
std::string between(std::string const& body, std::string_view before, std::string_view after) {
    auto const from = body.find(before);
    if (from == std::string::npos) return {};
    auto const to = body.find(after, from + before.size());
    return to == std::string::npos ? std::string()
                                   : body.substr(from + before.size(), to - from - before.size());
}

// Where the case stands, whose move it is, the way, programmes and sessions, what is known, what happened.
std::vector<std::string> told_in(std::string const& body) {
    auto const standing = body.substr(std::min(body.size(), body.find("class=\"standing\"")));
    std::vector<std::string> told{
        words_in(between(standing, "<h1", "</h1>")),
        words_in(between(standing, "</h1>", "</p>")),
        words_in(between(standing, "</section>", "<h2>What is known</h2>")),
        words_in(between(standing, "<h2>What is known</h2>", "</section>")),
        words_in(between(standing, "<h2>Impact</h2>", "</section>")),
        words_in(between(standing, "<h2>What happened</h2>", "</section>"))};
    return told;
}

class LookingBack : public Journey {
protected:
    std::vector<Person const*> readers() const { return {&senco, &class_teacher}; }

    // Keeps what the child's story tells today; what is noted later on the day counts.
    void notes() {
        for (auto const* person : readers()) {
            auto told = told_in(as(*person).opens(story_of(sam)).browser().body());
            for (std::size_t const part : {0U, 2U, 3U, 5U}) EXPECT_NE(told[part], "") << part;
            noted_[{calendar::iso(today()), person->name}] = std::move(told);
        }
    }
    void undoes(std::string const& step) {
        auto const path = case_of(sam) + "/steps/" + step + "/undoing";
        as(senco).opens(path).sends(path, Fields{{{"reason", "Entered for another child"}}});
    }
    std::string of_day(std::string const& day) { return case_of(sam) + "/on/" + day; }

    // Today too: on the day itself the case as it stood is the case as it stands.
    void expect_every_day_to_read_as_it_read() {
        notes();
        EXPECT_GT(noted_.size(), 10U);
        for (auto const* person : readers())
            for (auto const& [when, told] : noted_) {
                auto const& [day, name] = when;
                if (name != person->name) continue;
                auto const body = as(*person).opens(of_day(day)).browser().body();
                auto const looked_back = told_in(body);
                for (std::size_t part = 0; part < told.size(); ++part)
                    EXPECT_EQ(looked_back[part], told[part]) << day << " for " << name << ", part " << part;
            }
    }

    // From concern to a running programme of Sam's, noted day by day.
    std::string is_under_way() {
        on("2026-04-20");
        raises_a_concern(sam);
        notes();
        on("2026-04-21");
        refers(sam);
        undoes("referral");
        notes();
        on("2026-04-22");
        refers(sam);
        discusses(sam);
        notes();
        on("2026-04-23");
        prioritises(sam);
        waits(sam);
        notes();
        on("2026-04-24");
        writes_to_parents(sam);
        notes();
        on("2026-04-27");
        agrees(sam.mother, sam);
        auto programme = makes_a_programme({.places = "4", .starts_on = "2026-05-05"});
        allocates(sam, programme);
        notes();
        on("2026-04-28");
        words_the_targets(sam);
        measures_before(sam);
        notes();
        on("2026-05-05");
        starts(programme);
        holds_session(programme, 1);
        notes();
        on("2026-05-06");
        evaluates(programme, 1, sam, Fields{{{"noticed", "Asked a friend to play"}}});
        notes();
        return programme;
    }

private:
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> noted_;
};

TEST_F(LookingBack, shows_a_running_case_on_every_day_as_it_read_on_that_day) {
    auto const programme = is_under_way();
    on("2026-05-07");
    evaluates(programme, 1, sam, Fields{{{"noticed", "Joined a game of four"}}});
    notes();
    on("2026-05-12");
    records_not_held(programme, 2, "trip");
    notes();
    on("2026-05-19");
    holds_session(programme, 3);
    evaluates(programme, 3, sam);
    notes();
    on("2026-05-20");
    withdraws(sam.mother, sam);
    notes();
    on("2026-05-21");
    auto const closing = case_of(sam) + "/closing";
    as(senco).opens(closing).sends(closing, Fields{{{"reason", "The family prefers to wait"}}});
    notes();
    on("2026-05-22");
    auto const reopening = closing + "/undoing";
    as(senco).opens(reopening).sends(reopening, Fields{{{"reason", "They have thought again"}}});
    notes();
    on("2026-06-08");
    expect_every_day_to_read_as_it_read();
    auto& coordinator = as(senco).opens(of_day("2026-05-06"));
    EXPECT_TRUE(coordinator.sees("Asked a friend to play"));
    EXPECT_FALSE(coordinator.sees("Joined a game of four")) << "written the day after";
}

TEST_F(LookingBack, shows_what_was_undone_and_taken_again_as_it_stood_before_and_after) {
    auto const programme = is_under_way();
    for (int number = 2; number <= sessions_of(programme); ++number) {
        on(day_of_session(programme, number));
        holds_session(programme, number);
        evaluates(programme, number, sam);
        notes();
    }
    completes(programme);
    notes();
    on("2026-06-17");
    undoes("completion");
    notes();
    on("2026-06-18");
    completes(programme);
    notes();
    on("2026-07-14");
    measures_impact(sam);
    notes();
    on("2026-07-15");
    undoes("impact_review");
    notes();
    on("2026-07-16");
    measures_impact(sam);
    notes();
    on("2026-07-17");
    decides_next_step(sam);
    notes();
    on("2026-07-20");
    undoes("next_step");
    notes();
    on("2026-07-21");
    expect_every_day_to_read_as_it_read();
}

TEST_F(LookingBack, follows_sessions_that_move_to_other_days_and_another_person) {
    auto const programme = is_under_way();
    on("2026-05-07");
    auto const delivery = programme + "/delivery";
    as(senco).opens(delivery).sends(
        delivery,
        Fields{
            {{"deliverer", std::string(school.second_nurture_assistant.staff.text())},
             {"weekday", "thursday"},
             {"reason", "Another day suits the class"}}}
    );
    notes();
    on("2026-05-08");
    expect_every_day_to_read_as_it_read();
    EXPECT_TRUE(as(senco).opens(of_day("2026-05-06")).sees("with Joan Barker"));
}

TEST_F(LookingBack, starts_from_a_day_that_is_chosen_and_says_what_to_mend) {
    is_under_way();
    auto const choice = case_of(sam) + "/on";
    auto& coordinator = as(senco);
    EXPECT_TRUE(coordinator.opens(story_of(sam)).sees("See the case as it stood on another day"));
    auto const typed = [&](std::string const& day, std::string const& month) {
        return choice + "?day-day=" + day + "&day-month=" + month + "&day-year=2026";
    };
    EXPECT_EQ(coordinator.browser().open(typed("22", "4")).path(), of_day("2026-04-22"));
    EXPECT_TRUE(coordinator.sees("As it stood on Wednesday 22 April 2026"));
    EXPECT_TRUE(coordinator.sees("is decided by your part in it today"));
    EXPECT_EQ(coordinator.browser().open(typed("19", "4")).status(), 422);
    EXPECT_TRUE(coordinator.sees("Enter a day from 20 April 2026 on, when the case began"));
    EXPECT_EQ(coordinator.browser().open(typed("7", "5")).status(), 422);
    EXPECT_TRUE(coordinator.sees("Enter today or a day before it"));
    EXPECT_EQ(coordinator.browser().open(choice + "?day-day=&day-month=&day-year=").status(), 422);
    EXPECT_TRUE(coordinator.sees("Enter the day to look back to"));
    for (auto const* day : {"2026-04-19", "2026-05-07", "2026-04-31", "yesterday"})
        EXPECT_TRUE(coordinator.finds_nothing_at(of_day(day))) << day;
}

TEST_F(LookingBack, shows_nobody_more_of_the_past_than_of_today) {
    auto const programme = is_under_way();
    evaluates(programme, 1, sam, Fields{{{"confidence", "ZEBRAFISH"}}});
    auto const day = of_day(calendar::iso(today()));
    EXPECT_TRUE(as(nurture_assistant).opens(day).sees("ZEBRAFISH"));
    EXPECT_FALSE(as(senco).opens(day).sees("ZEBRAFISH"));
    for (auto const* person : {&school.support_staff, &school.teacher_of_5a, &school.administrator})
        EXPECT_TRUE(as(*person).finds_nothing_at(day)) << person->name;
    auto& lead = as(school.safeguarding_lead).opens(day);
    EXPECT_TRUE(lead.sees("Sam had support with Joan Barker"));
    EXPECT_FALSE(lead.sees("Asked a friend to play"));
    on("2026-05-07");
    evaluates(programme, 1, sam, Fields{{{"confidence", "Nothing more"}}});
    auto& assistant = as(nurture_assistant).opens(of_day("2026-05-06"));
    EXPECT_FALSE(assistant.sees("ZEBRAFISH")) << "no copy of these words is kept";
    EXPECT_FALSE(assistant.sees("Nothing more")) << "said the day after";
}

// N3: the child says otherwise by another day, and who looks back sees with today's eyes.
TEST_F(LookingBack, shows_how_a_child_said_it_was_as_far_as_the_child_lets_those_who_help_see_it_today) {
    auto const programme = is_under_way();
    auto const says = [&](std::string const& words, std::string const& may_see) {
        evaluates(
            programme, 1, sam, Fields{{{"feeling", "great"}, {"own_words", words}, {"may_see", may_see}}}
        );
    };
    says("I liked the QUAGGA", "yes");
    auto const first = of_day(calendar::iso(today()));
    EXPECT_TRUE(as(senco).opens(first).sees("I liked the QUAGGA"));
    on("2026-05-07");
    says("I liked the ZEBRAFISH", "yes");
    EXPECT_TRUE(as(senco).opens(first).sees("I liked the QUAGGA")) << "as it stood";
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("I liked the ZEBRAFISH"));
    on("2026-05-08");
    says("I liked the OKAPI", "no");
    for (auto const& page : {first, of_day("2026-05-07"), story_of(sam)}) {
        EXPECT_FALSE(as(senco).opens(page).sees("I liked the")) << page;
        EXPECT_EQ(as(senco).browser().body().find("face--great"), std::string::npos) << page;
    }
    EXPECT_TRUE(as(nurture_assistant).opens(story_of(sam)).sees("I liked the OKAPI"));
    EXPECT_FALSE(as(nurture_assistant).opens(first).sees("I liked the")) << "no copy of these words is kept";
}

}  // namespace
}  // namespace journeys
