#include "liaison/actions.hpp"

#include <gtest/gtest.h>

#include "cases/actions.hpp"
#include "liaison/message_store.hpp"
#include "liaison/pages.hpp"
#include "liaison/routes.hpp"
#include "liaison/store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/class_store.hpp"
#include "support/answered.hpp"
#include "support/logged.hpp"
#include "support/small_school.hpp"

namespace liaison {
namespace {

template <class To, class From>
To same(From const& id) {
    return *To::parse(id.text());
}

class Liaison : public testing::Test {
protected:
    Visit as(support::Person const& person) {
        auto visit = school.visit(db, person);
        visit.sends_mail = true;
        return visit;
    }
    PupilId sam() const { return same<PupilId>(school.sam.id); }
    ContactId mother() const { return same<ContactId>(school.sam.mother); }
    CaseId sams_case() {
        auto visit = as(school.senco);
        return cases::open_for(visit, sam());
    }
    void run(db::Sql sql, ContactId const& contact) { db.run(sql, school.school, contact); }

    ParentMessageId written(std::string const& words = "Sam had a good week") {
        auto const the_case = sams_case();
        auto visit = as(school.nurture_assistant);
        run("UPDATE contact SET address = 'mum@home.example' WHERE school_id = $1 AND id = $2", mother());
        return *write_to_parent(visit, the_case, sam(), {mother(), words});
    }
    ParentMessage reread(ParentMessageId const& id) { return *message_store::find(db, school.school, id); }
    std::vector<std::string> outbox() {
        return db.all<std::string>(
            "SELECT address || ': ' || words FROM outbox WHERE school_id = $1 ORDER BY id", school.school
        );
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    db::Transaction transaction{db, db::Mode::write};
};

TEST_F(Liaison, a_question_stands_on_the_todays_of_the_childs_class_teacher_alone_until_it_is_answered) {
    auto const the_case = sams_case();
    auto asker = as(school.nurture_assistant);
    auto const id = *ask(asker, the_case, sam(), "How are playtimes going?");

    auto const for_teacher = [&](support::Person const& person) {
        return store::questions_for(db, school.school, person.staff, school.today).size();
    };
    EXPECT_EQ(for_teacher(school.teacher_of_4b), 1U);
    EXPECT_EQ(for_teacher(school.teacher_of_5a), 0U);
    EXPECT_EQ(for_teacher(school.senco), 0U);

    auto visit = as(school.teacher_of_4b);
    EXPECT_TRUE(answer(visit, *store::question(db, school.school, id), true, "Calmer than before"));
    EXPECT_EQ(for_teacher(school.teacher_of_4b), 0U);
    auto const answered = *store::question(db, school.school, id);
    EXPECT_EQ(answered.answer, "Calmer than before");
    EXPECT_EQ(answered.answered_by_name, "Rob Ellis");
    EXPECT_EQ(
        answer(visit, *store::question(db, school.school, id), true, "Again").error(),
        Refusal::already_answered
    );
}

TEST_F(Liaison, an_answer_is_seen_once_and_the_log_says_so) {
    auto asker = as(school.nurture_assistant);
    auto const id = *ask(asker, sams_case(), sam(), "How are playtimes going?");
    auto const question = [&] { return *store::question(db, school.school, id); };
    see_answer(asker, question());
    EXPECT_FALSE(question().answer_seen_at) << "there is none yet";
    auto teacher = as(school.teacher_of_4b);
    ASSERT_TRUE(answer(teacher, question(), true, "Calmer than before"));
    see_answer(teacher, question());
    EXPECT_FALSE(question().answer_seen_at) << "who asked has seen nothing yet";
    see_answer(asker, question());
    EXPECT_EQ(question().answer_seen_at, asker.now);
    auto const logged = [&] { return support::logged(db, school.school, "answer_seen"); };
    EXPECT_EQ(logged(), 1);
    see_answer(asker, question());
    EXPECT_EQ(logged(), 1);
}

TEST_F(Liaison, a_question_follows_the_child_to_another_class) {
    auto const the_case = sams_case();
    auto asker = as(school.senco);
    ASSERT_TRUE(ask(asker, the_case, sam(), "How is Sam?"));
    pupils::class_store::join(db, school.school, sam(), school.class_5a, school.today, school.now);
    EXPECT_EQ(store::questions_for(db, school.school, school.teacher_of_4b.staff, school.today).size(), 0U);
    EXPECT_EQ(store::questions_for(db, school.school, school.teacher_of_5a.staff, school.today).size(), 1U);
}

TEST_F(Liaison, a_message_to_a_parent_leaves_only_when_the_class_teacher_sends_it) {
    auto const id = written();
    EXPECT_TRUE(outbox().empty());
    EXPECT_EQ(
        message_store::waiting_for(db, school.school, school.teacher_of_4b.staff, school.today).size(), 1U
    );

    auto visit = as(school.teacher_of_4b);
    EXPECT_TRUE(handle(visit, reread(id), true, {State::sent, "Sam smiled a lot this week", ""}));
    EXPECT_EQ(outbox(), std::vector<std::string>{"mum@home.example: Sam smiled a lot this week"});
    EXPECT_EQ(
        db.the<std::int64_t>(
            "SELECT count(*) FROM outbox WHERE school_id = $1 AND words LIKE '%smiled%'", school.school
        ),
        0
    ) << "it waits sealed (V4)";
    EXPECT_EQ(reread(id).words, "Sam had a good week");
    EXPECT_EQ(reread(id).words_sent, "Sam smiled a lot this week");
    EXPECT_EQ(handle(visit, reread(id), true, {State::sent, "Again", ""}).error(), Refusal::already_handled);
    EXPECT_EQ(outbox().size(), 1U);
    EXPECT_TRUE(
        message_store::waiting_for(db, school.school, school.teacher_of_4b.staff, school.today).empty()
    );
}

// Where there is no mail server, the class teacher hands over a print of the message's page.
TEST_F(Liaison, a_message_on_paper_holds_what_is_for_the_parent_and_nothing_of_the_schools_side) {
    auto const message = reread(written());
    auto visit = as(school.teacher_of_4b);
    pages::About about{
        .child = *need_to_know::see_progress_of(visit, message.the_case), .the_case = message.the_case};
    about.may_write = true;
    auto const page = pages::message({}, about, message, design::blank()).main.markup();

    auto const paper = page.find("<div class=\"on-paper\">");
    auto const screen = page.find("<div class=\"on-screen\">", paper);
    ASSERT_NE(screen, page.npos);
    auto const for_the_parent = page.substr(paper, screen - paper);
    for (auto const* words : {"About Sam", "Sam had a good week", "From "})
        EXPECT_NE(for_the_parent.find(words), page.npos) << words << " in " << for_the_parent;
    EXPECT_EQ(page.find("<div class=\"on-screen\"><header class=\"pupil\""), 0U) << page;
    for (auto const* words : {"Where it stands", "What do you want to do?"})
        EXPECT_GT(page.find(words), screen) << words;
}

TEST_F(Liaison, a_message_is_not_recorded_as_sent_where_there_is_no_mail_server) {
    auto const id = written();
    auto visit = as(school.teacher_of_4b);
    visit.sends_mail = false;
    EXPECT_EQ(
        handle(visit, reread(id), true, {State::sent, "Sam had a good week", ""}).error(),
        Refusal::no_mail_server
    );
    EXPECT_EQ(reread(id).state, State::waiting);
    EXPECT_TRUE(outbox().empty());
    EXPECT_TRUE(handle(visit, reread(id), true, {State::spoken, "", "At the gate"}));
}

TEST_F(Liaison, a_message_that_is_spoken_or_put_aside_sends_nothing) {
    auto visit = as(school.teacher_of_4b);
    auto const spoken = written();
    EXPECT_TRUE(handle(visit, reread(spoken), true, {State::spoken, "", "At the gate"}));
    auto const aside = written();
    EXPECT_EQ(handle(visit, reread(aside), true, {State::put_aside, "", ""}).error(), Refusal::note_missing);
    EXPECT_TRUE(handle(visit, reread(aside), true, {State::put_aside, "", "They know already"}));
    EXPECT_EQ(reread(aside).state, State::put_aside);
    EXPECT_TRUE(outbox().empty());
}

TEST_F(Liaison, a_parent_held_off_by_a_court_order_is_neither_written_nor_sent_to) {
    auto const id = written();
    run("UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND contact_id = $2",
        mother());
    auto teacher = as(school.teacher_of_4b);
    EXPECT_EQ(
        handle(teacher, reread(id), true, {State::sent, "Hello", ""}).error(), Refusal::not_to_be_written_to
    );
    EXPECT_TRUE(outbox().empty());
    auto assistant = as(school.nurture_assistant);
    EXPECT_EQ(
        write_to_parent(assistant, sams_case(), sam(), {mother(), "Hello"}).error(), Refusal::no_such_contact
    );
    auto const stranger = same<ContactId>(school.grace.mother);
    EXPECT_EQ(
        write_to_parent(assistant, sams_case(), sam(), {stranger, "Hello"}).error(), Refusal::no_such_contact
    );
}

// C7, S4: whoever is to ring somebody needs the number and the language; and nobody rings whom a court order
// keeps away.
TEST_F(Liaison, a_message_that_waits_says_to_the_class_teacher_alone_how_the_parent_is_reached) {
    auto const id = written();
    run("UPDATE contact SET telephone = '01234 567890', language = 'pl' WHERE school_id = $1 AND id = $2",
        mother());
    auto const page_for = [&](support::Person const& person) {
        auto visit = as(person);
        visit.sends_mail = true;
        auto request = school.get(person, "/parent-messages/" + std::string(id.text()));
        request.segments = {{"message", std::string(id.text())}};
        for (auto const& route : routes())
            if (route.method == "GET" && route.path == "/parent-messages/{message}")
                return support::answered(route, visit, request).body;
        return std::string();
    };
    auto const says = [&](support::Person const& person, std::string_view words) {
        return page_for(person).find(words) != std::string::npos;
    };
    for (auto const* words : {"01234 567890", "Polish"}) {
        EXPECT_TRUE(says(school.teacher_of_4b, words)) << words;
        EXPECT_FALSE(says(school.senco, words)) << "who has it among the contacts";
    }
    EXPECT_TRUE(says(school.teacher_of_4b, "Send it"));
    run("UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND contact_id = $2",
        mother());
    for (auto const* words : {"01234 567890", "Polish", "No contact"})
        EXPECT_FALSE(says(school.teacher_of_4b, words)) << words;
    EXPECT_TRUE(says(school.teacher_of_4b, "Ask the SENCo first"));
    EXPECT_FALSE(says(school.teacher_of_4b, "Send it"));
}

TEST_F(Liaison, a_talk_is_noted_in_a_line_the_latest_first) {
    auto const the_case = sams_case();
    auto visit = as(school.teacher_of_4b);
    EXPECT_TRUE(note(visit, the_case, {"Joan Barker", school.today - 3, "Settles after lunch"}));
    EXPECT_TRUE(note(visit, the_case, {"Kit Moss", school.today, "Sits with Tom now"}));
    EXPECT_EQ(
        note(visit, the_case, {"Kit Moss", school.today + 1, "Tomorrow"}).error(), Refusal::held_in_the_future
    );
    auto const lines = store::lines_of(db, school.school, the_case);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines.front().said.with_whom, "Kit Moss");
    EXPECT_EQ(lines.front().written_by_name, "Rob Ellis");
}

TEST_F(Liaison, nothing_new_is_asked_noted_or_written_once_the_case_is_closed) {
    auto const the_case = sams_case();
    auto assistant = as(school.nurture_assistant);
    auto const asked = *ask(assistant, the_case, sam(), "How are playtimes going?");
    auto coordinator = as(school.senco);
    cases::close(coordinator, the_case, "All is well");

    EXPECT_EQ(ask(assistant, the_case, sam(), "And now?").error(), Refusal::case_closed);
    EXPECT_EQ(
        note(assistant, the_case, {"Kit Moss", school.today, "Sits with Tom"}).error(), Refusal::case_closed
    );
    EXPECT_EQ(write_to_parent(assistant, the_case, sam(), {mother(), "Hello"}).error(), Refusal::case_closed);
    auto const teacher = school.teacher_of_4b.staff;
    EXPECT_TRUE(store::questions_for(db, school.school, teacher, school.today).empty());
    auto visit = as(school.teacher_of_4b);
    EXPECT_TRUE(answer(visit, *store::question(db, school.school, asked), true, "Calm"));
}

}  // namespace
}  // namespace liaison
