#include "impact/actions.hpp"
#include "impact/store.hpp"
#include "letters/actions.hpp"
#include "letters/answer_actions.hpp"
#include "programmes/nurture_test.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/discussion_actions.hpp"
#include "referrals/waiting_actions.hpp"
#include "story/move_rules.hpp"
#include "story/undoing_actions.hpp"

// Each step of a child's way is undone while it is the furthest, and taken again as people take it (R1).
namespace story {
namespace {

using cases::Step;
using programmes::same;

class Undoing : public programmes::NurtureTest {
protected:
    cases::Status status() {
        return cases::status_of(cases::store::find(read(), school.school, the_case_, day)->facts, day);
    }
    std::optional<Step> furthest() {
        auto const steps = cases::store::steps(read(), school.school, the_case_);
        auto const* last = cases::furthest(steps);
        return last ? std::optional(last->step) : std::nullopt;
    }

    Expected<void, cases::Refusal> undo(Step step) {
        return as(school.senco, [&](Visit& visit) {
            return story::undo(visit, the_case_, step, "Entered for the wrong child");
        });
    }

    Expected<void, cases::Refusal> reopen() {
        return as(school.senco, [&](Visit& visit) {
            return story::reopen(visit, the_case_, "Closed too soon");
        });
    }

    // As a person of the school takes the step, through the action behind the form.
    bool take(Step step) {
        switch (step) {
            case Step::concern: return raise();
            case Step::referral:
                return as_senco([&](Visit& visit) {
                    return referrals::refer(visit, the_case_, need_to_know::Relationship::senco, {})
                        .has_value();
                });
            case Step::discussion: return as_senco([&](Visit& visit) { return discuss(visit); });
            case Step::prioritisation:
                return as_senco([&](Visit& visit) {
                    return referrals::prioritise(
                               visit,
                               the_case_,
                               {referrals::FormOfSupport::group, 2, 1, false, "Needs company"}
                    )
                        .has_value();
                });
            case Step::waiting_list:
                return as_senco([&](Visit& visit) {
                    return referrals::put_on_list(visit, the_case_, {day + 30, "A daily check-in"})
                        .has_value();
                });
            case Step::letter: return as_senco([&](Visit& visit) { return write(visit); });
            case Step::consent: return as_senco([&](Visit& visit) { return agree(visit); });
            case Step::allocation: return allocate();
            case Step::start: return start();
            case Step::completion: return complete();
            case Step::impact_review: return review();
            case Step::next_step:
                return as_senco([&](Visit& visit) {
                    return impact::decide_next(visit, the_case_, impact::Next::nothing, "All is well")
                        .has_value();
                });
        }
        return false;
    }

    std::size_t children_waiting() {
        return as(school.senco, [](Visit& visit) { return referrals::waiting_list(visit).size(); });
    }

    // As if each had been recorded by mistake.
    void take_the_sessions_back() {
        as(school.nurture_assistant, [&](Visit& visit) {
            return visit.db.run(
                R"(UPDATE session SET outcome = 'planned', held_on = NULL, delivered_by = NULL
                    WHERE school_id = $1 AND outcome = 'delivered')",
                visit.school
            );
        });
    }

    CaseId the_case_;
    std::optional<ProgrammeId> programme_;

private:
    template <class Act>
    bool as_senco(Act const& act) {
        return as(school.senco, act);
    }

    bool raise() {
        if (!programme_) programme_ = make_small_programme();
        return as(school.teacher_of_4b, [&](Visit& visit) {
            referrals::ConcernInput said;
            said.source = referrals::Source::staff;
            said.seen = "Alone at every playtime";
            said.parents_spoken_to = referrals::ParentsSpokenTo::yes;
            said.noticed_on = school.today;
            auto const pupil = same<PupilId>(school.sam.id);
            bool const raised = referrals::raise(visit, pupil, said).has_value();
            the_case_ = cases::open_for(visit, pupil);
            return raised;
        });
    }
    bool discuss(Visit& visit) {
        auto const found = cases::store::find(visit.db, visit.school, the_case_, visit.today);
        referrals::DiscussionInput said;
        said.held_on = day;
        said.outcome = cases::DiscussionOutcome::go_on;
        said.reason = "Talked it through";
        said.areas = {same<AreaId>(school.friendships)};
        return referrals::discuss(visit, *found, said).has_value();
    }
    bool write(Visit& visit) {
        auto const about = letters::correspondence(visit, the_case_);
        auto const made = letters::drafts(visit, *about, {same<ContactId>(school.sam.mother)});
        return letters::send(visit, *about, made, {}).has_value();
    }
    // The mother's answer; where it stands already, the SENCo notes it again.
    bool agree(Visit& visit) {
        letters::Answering answering;
        answering.contact = same<ContactId>(school.sam.mother);
        answering.answer = consent::Answer::given;
        answering.route = consent::Route::paper;
        answering.answered_on = day;
        if (letters::record_answer(visit, the_case_, answering)) return true;
        return letters::note_consent(visit, the_case_).has_value();
    }
    // Who comes again after the whole way was undone finds few weeks of the programme left.
    bool allocate() {
        return as_senco([&](Visit& visit) {
            return programmes::allocate(visit, *programme_, the_case_, "Undone by mistake, and gone again")
                .has_value();
        });
    }
    programmes::Place place() {
        return *programmes::store::latest_place_of(read(), school.school, the_case_, day);
    }
    bool start() {
        auto const targets = programmes::store::targets(read(), school.school, place().id);
        for (auto const& target : targets)
            EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
                return programmes::word_target(visit, place(), target.id, "I join in at playtime");
            }));
        return as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::start(visit, *programme_).has_value();
        });
    }
    bool complete() {
        for (auto const& session : sessions_of(*programme_)) hold(session);
        return as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::complete(visit, *programme_).has_value();
        });
    }
    bool review() {
        auto const due =
            as(school.teacher_of_4b, [&](Visit& visit) { return impact::due_for(visit, place().id); });
        if (!due) return false;
        day = std::max(day, due->opens_on);
        impact::Review review;
        for (auto const& target : programmes::store::targets(read(), school.school, place().id))
            review.ratings.push_back({target.id, 7});
        review.words = "Joins in on most days";
        return as(school.teacher_of_4b, [&](Visit& visit) {
            return impact::review(visit, place(), review).has_value();
        });
    }
};

TEST_F(Undoing, every_step_is_undone_and_taken_again_and_the_case_stands_where_it_stood) {
    for (auto const step : all_of<Step>()) {
        SCOPED_TRACE(word(step));
        ASSERT_TRUE(take(step));
        ASSERT_EQ(furthest(), step);
        auto const stood = status();

        day = day + 1;
        auto const undone = undo(step);
        ASSERT_TRUE(undone) << cases::in_words(undone.error());
        ASSERT_NE(furthest(), step);
        auto const between = status();
        ASSERT_EQ(between.next.value_or(step) == step || step == Step::waiting_list, true);
        ASSERT_NE(word(between.stage), "closed");
        EXPECT_TRUE(move_in(between, {.the_case = the_case_, .pupil = {}, .forename = "Sam"}));

        day = day + 1;
        ASSERT_TRUE(take(step));
        EXPECT_EQ(furthest(), step);
        EXPECT_EQ(word(status().stage), word(stood.stage));
        EXPECT_EQ(status().next, stood.next);
        EXPECT_EQ(status().owner, stood.owner);
    }
}

TEST_F(Undoing, the_whole_way_is_undone_to_its_beginning_and_gone_again) {
    auto const go = [&] {
        for (auto const step : all_of<Step>()) EXPECT_TRUE(take(step)) << word(step);
    };
    go();
    auto const stood = status();
    for (auto step = furthest(); step; step = furthest()) {
        day = day + 1;
        if (step == Step::start) {
            EXPECT_EQ(undo(Step::start).error(), cases::Refusal::session_recorded);
            take_the_sessions_back();
        }
        auto const undone = undo(*step);
        ASSERT_TRUE(undone) << word(*step) << cases::in_words(undone.error());
        if (furthest() == Step::waiting_list) {
            EXPECT_EQ(children_waiting(), 1U);
        }
    }
    EXPECT_EQ(word(status().stage), "concern_raised");

    day = day + 1;
    go();
    EXPECT_EQ(word(status().stage), word(stood.stage));
}

TEST_F(Undoing, a_closing_is_undone_with_a_reason_and_the_case_stands_where_it_stood) {
    for (auto const step : {Step::concern, Step::referral, Step::discussion}) ASSERT_TRUE(take(step));
    auto const stood = status();
    as(school.senco,
       [&](Visit& visit) { return referrals::close(visit, the_case_, "Moves away").has_value(); });
    EXPECT_EQ(undo(Step::discussion).error(), cases::Refusal::closing_stands);
    ASSERT_TRUE(reopen());
    EXPECT_EQ(word(status().stage), word(stood.stage));
    EXPECT_EQ(reopen().error(), cases::Refusal::not_closed);
    EXPECT_EQ(
        read().all<std::string>("SELECT closed_why FROM undone_closing WHERE school_id = $1", school.school),
        std::vector<std::string>{"Moves away"}
    );
}

TEST_F(Undoing, no_closing_goes_without_a_word_of_what_stood) {
    ASSERT_TRUE(take(Step::concern));
    as(school.senco,
       [&](Visit& visit) { return referrals::close(visit, the_case_, "Moves away").has_value(); });
    auto const refused = [&](db::Sql const& sql) {
        try {
            as(school.senco, [&](Visit& visit) { return visit.db.run(sql, visit.school); });
            return std::string();
        } catch (db::Refused const& refusal) {
            return refusal.gate;
        }
    };
    EXPECT_EQ(refused("UPDATE nurture_case SET closed_at = NULL WHERE school_id = $1"), "closing_stands");
    EXPECT_EQ(refused("UPDATE nurture_case SET closed_why = 'Other' WHERE school_id = $1"), "closing_stands");
    ASSERT_TRUE(reopen());
    EXPECT_EQ(refused("UPDATE undone_closing SET reason = 'Other' WHERE school_id = $1"), "closing_stands");
    EXPECT_EQ(refused("DELETE FROM undone_closing WHERE school_id = $1"), "closing_stands");
}

TEST_F(Undoing, what_was_decided_is_kept_and_a_later_case_is_undone_first) {
    for (auto const step : all_of<Step>()) ASSERT_TRUE(take(step)) << word(step);
    auto const first = the_case_;
    day = day + 1;
    ASSERT_TRUE(take(Step::concern));
    auto const later = the_case_;
    ASSERT_NE(first, later);
    the_case_ = first;
    EXPECT_EQ(undo(Step::next_step).error(), cases::Refusal::later_case_stands);
    EXPECT_EQ(reopen().error(), cases::Refusal::later_case_stands);

    the_case_ = later;
    ASSERT_TRUE(take(Step::referral));
    as(school.senco, [&](Visit& visit) { return referrals::close(visit, later, "A mistake").has_value(); });
    the_case_ = first;
    EXPECT_EQ(undo(Step::next_step).error(), cases::Refusal::later_case_stands) << "it was referred";
    the_case_ = later;
    ASSERT_TRUE(reopen());
    ASSERT_TRUE(undo(Step::referral));
    as(school.senco, [&](Visit& visit) { return referrals::close(visit, later, "A mistake").has_value(); });
    the_case_ = first;
    ASSERT_TRUE(undo(Step::next_step));
    EXPECT_EQ(word(status().stage), "next_step_due");
    EXPECT_FALSE(impact::store::next_step_of(read(), school.school, first));
    ASSERT_TRUE(take(Step::next_step));
    EXPECT_EQ(read().the<std::int64_t>("SELECT count(*) FROM next_step"), 2);
}

}  // namespace
}  // namespace story
