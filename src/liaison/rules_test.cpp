#include "liaison/rules.hpp"

#include <gtest/gtest.h>

namespace liaison {
namespace {

using need_to_know::Relationship;

TEST(Relationships, let_senco_and_deliverer_ask_and_only_the_deliverer_write_to_parents) {
    for (auto const relationship : all_of<Relationship>()) {
        bool const senco = relationship == Relationship::senco;
        bool const deliverer = relationship == Relationship::deliverer;
        bool const teacher = relationship == Relationship::class_teacher;
        EXPECT_EQ(may_ask(relationship), senco || deliverer) << word(relationship);
        EXPECT_EQ(may_write_to_parents(relationship), deliverer) << word(relationship);
        EXPECT_EQ(may_note(relationship), senco || deliverer || teacher) << word(relationship);
    }
}

TEST(Question, is_answered_once_by_the_childs_class_teacher) {
    Question question;
    EXPECT_EQ(objection_to_answering(true, question), std::nullopt);
    EXPECT_EQ(objection_to_answering(false, question), Refusal::not_the_class_teacher);
    question.answered_at = Instant{1};
    EXPECT_EQ(objection_to_answering(true, question), Refusal::already_answered);
}

TEST(Question, is_to_be_answered_before_the_next_weekly_session_and_on_a_school_day) {
    auto const tuesday = *calendar::parse_iso("2026-05-12");
    auto const asked_at = [](Date day) { return calendar::start_of(day) + 15 * hours; };
    EXPECT_EQ(answered_by(asked_at(tuesday + 2), {}), tuesday + 7);
    EXPECT_EQ(answered_by(asked_at(tuesday), {}), tuesday + 6) << "a Sunday becomes the Monday after";
    EXPECT_LT(answered_by(asked_at(tuesday), {}), tuesday + calendar::days_in_week);
}

TEST(ParentMessage, is_to_be_seen_to_before_the_next_weekly_session_and_on_a_school_day) {
    auto const tuesday = *calendar::parse_iso("2026-05-12");
    auto const written_at = [](Date day) { return calendar::start_of(day) + 15 * hours; };
    EXPECT_EQ(seen_to_by(written_at(tuesday + 2), {}), tuesday + 7);
    EXPECT_EQ(seen_to_by(written_at(tuesday), {}), tuesday + 6) << "a Sunday becomes the Monday after";
}

// Every state a message can be in, every way to deal with it, with and without address, words and note.
TEST(ParentMessage, is_sent_spoken_or_put_aside_once_by_the_class_teacher) {
    for (auto const state : all_of<State>())
        for (auto const way : all_of<State>())
            for (unsigned given = 0; given < 16; ++given) {
                bool const teaches = given & 1U, address = given & 2U, words = given & 4U, note = given & 8U;
                ParentMessage message;
                message.state = state;
                message.contact_address = address ? "mum@home.example" : "";
                Handling const handling{way, words ? "Dear Ms Okafor" : "", note ? "Not now" : ""};
                bool const enough = way == State::spoken || (way == State::sent && address && words) ||
                                    (way == State::put_aside && note);
                EXPECT_EQ(
                    !objection_to_handling(teaches, message, handling),
                    teaches && state == State::waiting && enough
                ) << word(state)
                  << ' ' << word(way) << ' ' << given;
            }
}

TEST(ParentMessage, goes_to_parents_alone_and_to_none_whom_a_court_order_holds_off) {
    pupils::Contact contact;
    EXPECT_FALSE(may_be_written_to(contact));
    contact.is_parent = true;
    EXPECT_TRUE(may_be_written_to(contact));
    contact.is_parent = false;
    contact.responsibility = true;
    EXPECT_TRUE(may_be_written_to(contact));
    contact.restriction = "No contact, order of 2 March";
    EXPECT_FALSE(may_be_written_to(contact));
}

}  // namespace
}  // namespace liaison
