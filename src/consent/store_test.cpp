#include "consent/store.hpp"

#include <gtest/gtest.h>

#include "consent/rules.hpp"
#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace consent {
namespace {

struct Saying {
    enum class Who { mother, father, school } who;
    Answer answer;
    bool over = false;  // agreed for a time that ends the next day
};

std::vector<Saying> everything_that_can_be_said() {
    std::vector<Saying> all{
        {Saying::Who::school, Answer::decided_to_go_ahead}, {Saying::Who::school, Answer::decided_not_to}};
    for (auto who : {Saying::Who::mother, Saying::Who::father}) {
        all.push_back({who, Answer::given, true});
        for (auto answer : {Answer::given, Answer::refused, Answer::withdrawn}) all.push_back({who, answer});
    }
    return all;
}

// Every history of so many sayings and fewer.
std::vector<std::vector<Saying>> histories_up_to(std::size_t most) {
    std::vector<std::vector<Saying>> histories{{}};
    for (std::size_t at = 0; at < histories.size(); ++at) {
        if (histories[at].size() == most) continue;
        for (auto const& saying : everything_that_can_be_said()) {
            auto longer = histories[at];
            longer.push_back(saying);
            histories.push_back(std::move(longer));
        }
    }
    return histories;
}

class ConsentGate : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }
    CaseId id(std::string const& text) { return *CaseId::parse(text); }

    // Tries to write and says whether a gate refused for want of consent.
    template <class Write>
    bool refuses(Write write) {
        db().savepoint();
        bool refused = false;
        try {
            write();
        } catch (db::Refused const& refusal) {
            EXPECT_EQ(refusal.gate, "no_consent_in_force");
            refused = true;
        }
        db().rollback_to_savepoint();
        db().release_savepoint();  // PostgreSQL looks through all that are open, with every row
        return refused;
    }

    // The sayings of the history are answered one after the other, each on its day of these.
    void answer_all(
        std::string const& the_case,
        std::string const& pupil,
        std::vector<Saying> const& history,
        std::vector<int> const& days = {1, 2, 3}
    ) {
        auto const mother = rows_.contact_of(pupil, "Ms Reed");
        auto const father = rows_.contact_of(pupil, "Mr Reed");
        for (std::size_t at = 0; at < history.size(); ++at) {
            auto const& saying = history[at];
            auto const on = day(days[at]);
            auto const who = saying.who == Saying::Who::school
                                 ? std::nullopt
                                 : std::optional(saying.who == Saying::Who::mother ? mother : father);
            rows_.answer(
                the_case,
                who,
                std::string(word(saying.answer)),
                on,
                saying.over ? std::optional(on + 1) : std::nullopt
            );
        }
    }

    Date day(int number) const { return rows_.today() + number; }

    support::TestDatabase database_;
    db::Transaction transaction_{db(), db::Mode::write};
    support::SchoolRows rows_{db()};
    std::string deliverer_ = rows_.staff("Mrs Ward");
    std::string programme_ = rows_.programme(deliverer_);
};

// The days of so many answers, in the order of their recording: as they came, with the earliest recorded
// last, and on one day.
std::vector<std::vector<int>> days_of(std::size_t answers) {
    if (answers == 3) return {{1, 2, 3}, {2, 3, 1}};
    if (answers == 2) return {{1, 2}, {2, 1}, {2, 2}};
    return {{1}};
}

// Every history of up to three answers and decisions, recorded in the order of their days and in others.
TEST_F(ConsentGate, of_a_place_agrees_with_the_rule_in_every_small_history) {
    for (auto const& history : histories_up_to(3))
        for (auto const& days : days_of(history.size())) {
            auto const pupil = rows_.pupil("Sam");
            auto const the_case = rows_.case_of(pupil);
            answer_all(the_case, pupil, history, days);
            auto const answers = store::history(db(), rows_.school(), id(the_case));
            for (int number : {2, 4})
                ASSERT_EQ(
                    refuses([&] { rows_.place(programme_, the_case, pupil, day(number)); }),
                    !in_force_on(answers, day(number))
                ) << "case "
                  << the_case << " on day " << number;
        }
}

// A grandmother's agreement of one day lets the place be made; from then on the parents' answers count alone.
TEST_F(ConsentGate, of_an_evaluation_agrees_with_the_rule_in_every_small_history) {
    auto const ali = rows_.pupil("Ali");
    auto const of_ali = rows_.case_of(ali);
    rows_.answer(of_ali, rows_.contact_of(ali, "Mr Khan"), "given", day(0));
    rows_.place(programme_, of_ali, ali, day(0));
    auto const session = rows_.session(programme_, 1, day(4), day(4));
    for (auto const& history : histories_up_to(2)) {
        auto const pupil = rows_.pupil("Sam");
        auto const the_case = rows_.case_of(pupil);
        rows_.answer(the_case, rows_.contact_of(pupil, "Mrs Hill"), "given", day(0), day(0));
        auto const place = rows_.place(programme_, the_case, pupil, day(0));
        rows_.step(the_case, "start", day(0));
        answer_all(the_case, pupil, history);
        auto const answers = store::history(db(), rows_.school(), id(the_case));
        ASSERT_EQ(refuses([&] { rows_.evaluation(session, place, pupil); }), !in_force_on(answers, day(4)))
            << "case " << the_case;
    }
}

// The same of a session with this one child, laid as delivered and recorded as delivered afterwards.
TEST_F(ConsentGate, of_a_delivery_agrees_with_the_rule_in_every_small_history) {
    for (auto const& history : histories_up_to(2)) {
        auto const programme = rows_.programme(deliverer_);
        auto const pupil = rows_.pupil("Sam");
        auto const the_case = rows_.case_of(pupil);
        rows_.answer(the_case, rows_.contact_of(pupil, "Mrs Hill"), "given", day(0), day(0));
        rows_.place(programme, the_case, pupil, day(0));
        answer_all(the_case, pupil, history);
        auto const planned = rows_.session(programme, 1, day(2));
        auto const answers = store::history(db(), rows_.school(), id(the_case));
        for (int number : {2, 4}) {
            bool const in_force = in_force_on(answers, day(number));
            ASSERT_EQ(refuses([&] { rows_.session(programme, 2, day(number), day(number)); }), !in_force)
                << "case " << the_case << " on day " << number;
            ASSERT_EQ(refuses([&] { rows_.hold(planned, day(number)); }), !in_force)
                << "case " << the_case << " on day " << number;
        }
    }
}

// Who has a say today: nobody but who holds responsibility and stands under no court order, or answered
// although the same was known.
TEST_F(ConsentGate, of_a_place_asks_who_has_a_say_today) {
    std::array<std::optional<std::string>, 3> const known{std::nullopt, "no_responsibility", "restricted"};
    for (int responsibility : {0, 1})
        for (std::string const restriction : {"", "No contact"})
            for (auto const& although : known)
                for (std::string const said : {"given", "refused"}) {
                    auto const pupil = rows_.pupil("Sam");
                    auto const the_case = rows_.case_of(pupil);
                    auto const father = rows_.contact_of(pupil, "Mr Reed");
                    if (said == "refused")
                        rows_.answer(the_case, rows_.contact_of(pupil, "Ms Reed"), "given", day(1));
                    rows_.answer(the_case, father, said, day(1), std::nullopt, although);
                    rows_.is_to_the_child(pupil, father, responsibility == 1, restriction);
                    auto const answers = store::history(db(), rows_.school(), id(the_case));
                    bool const has_a_say = although
                                               ? restriction.empty()
                                                     ? responsibility == 1 || although == "no_responsibility"
                                                     : although == "restricted"
                                               : responsibility == 1 && restriction.empty();
                    EXPECT_EQ(answers.back().has_a_say, has_a_say);
                    ASSERT_EQ(in_force_on(answers, day(1)), said == "given" && has_a_say);
                    ASSERT_EQ(
                        refuses([&] { rows_.place(programme_, the_case, pupil, day(1)); }),
                        !in_force_on(answers, day(1))
                    ) << responsibility
                      << restriction << although.value_or("") << said;
                }
}

TEST_F(ConsentGate, has_no_word_of_who_is_no_contact_of_the_child) {
    auto const pupil = rows_.pupil("Sam");
    auto const the_case = rows_.case_of(pupil);
    rows_.answer(the_case, rows_.contact_of(rows_.pupil("Ali"), "Mr Khan"), "given", day(1));
    EXPECT_FALSE(in_force_on(store::history(db(), rows_.school(), id(the_case)), day(1)));
    EXPECT_TRUE(refuses([&] { rows_.place(programme_, the_case, pupil, day(1)); }));
}

TEST_F(ConsentGate, of_a_start_agrees_with_the_rule_in_every_small_history) {
    for (auto const& history : histories_up_to(2))
        for (auto const& days : days_of(history.size())) {
            auto const pupil = rows_.pupil("Sam");
            auto const the_case = rows_.case_of(pupil);
            rows_.step(the_case, "allocation", day(0));
            answer_all(the_case, pupil, history, days);
            auto const answers = store::history(db(), rows_.school(), id(the_case));
            for (int number : {2, 4})
                ASSERT_EQ(
                    refuses([&] { rows_.step(the_case, "start", day(number)); }),
                    !in_force_on(answers, day(number))
                ) << "case "
                  << the_case << " on day " << number;
        }
}

class ConsentStore : public ConsentGate {
protected:
    std::string pupil_ = rows_.pupil("Sam");
    CaseId case_ = id(rows_.case_of(pupil_));
};

TEST_F(ConsentStore, numbers_answers_in_the_order_they_come) {
    Received given;
    given.by = ContactId::parse(rows_.contact_of(pupil_, "Ms Reed"));
    given.answer = Answer::given;
    given.route = Route::telephone;
    given.witness = "Mr Hall";
    given.answered_on = rows_.today();
    given.received_at = rows_.now();
    given.recorded_by = StaffId::parse(deliverer_);
    given.expires_on = rows_.today() + 90;
    auto withdrawn = given;
    withdrawn.answer = Answer::withdrawn;
    withdrawn.expires_on.reset();

    EXPECT_EQ(store::add(db(), rows_.school(), case_, given), 1);
    EXPECT_EQ(store::add(db(), rows_.school(), case_, withdrawn), 2);

    auto const history = store::history(db(), rows_.school(), case_);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].by, given.by);
    EXPECT_EQ(history[0].witness, "Mr Hall");
    EXPECT_EQ(history[0].expires_on, rows_.today() + 90);
    EXPECT_EQ(history[1].answer, Answer::withdrawn);
    EXPECT_EQ(standing_on(history, true, rows_.today()), Standing::withdrawn);
}

TEST_F(ConsentStore, knows_whose_answer_counts) {
    rows_.contact_of(pupil_, "Ms Reed");
    rows_.contact_of(rows_.pupil("Ali"), "Mr Khan");
    auto const respondents = store::respondents(db(), rows_.school(), case_);
    ASSERT_EQ(respondents.size(), 1U);
    EXPECT_EQ(respondents[0].name, "Ms Reed");
    EXPECT_TRUE(respondents[0].responsibility);
}

TEST_F(ConsentStore, keeps_every_answer_as_it_was_received) {
    rows_.answer(std::string(case_.text()), rows_.contact_of(pupil_, "Ms Reed"), "given", rows_.today());
    db().savepoint();
    EXPECT_THROW(db().run("DELETE FROM consent_answer WHERE school_id = $1", rows_.school()), db::Refused);
    db().rollback_to_savepoint();
    db().release_savepoint();
}

TEST_F(ConsentStore, remembers_who_was_asked_and_when) {
    auto const contact = rows_.contact_of(pupil_, "Ms Reed");
    Request const request{
        .id = RequestId::make(rows_.now()),
        .contact = *ContactId::parse(contact),
        .contact_name = "Ms Reed",
        .letter = LetterId::make(rows_.now()),
        .asked_at = rows_.now(),
        .form = Form::group};
    db().run(
        R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, pdf, made_by, made_at)
           VALUES ($1, $2, $3, $4, 'paper', 'A letter', 'Dear Ms Reed', $5, $6, 0))",
        rows_.school(),
        request.letter,
        case_,
        contact,
        db::Bytes{"%PDF"},
        deliverer_
    );
    store::add_request(db(), rows_.school(), case_, request, *StaffId::parse(deliverer_));

    auto const requests = store::requests(db(), rows_.school(), case_);
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].contact_name, "Ms Reed");
    EXPECT_EQ(requests[0].asked_at, rows_.now());
    EXPECT_EQ(requests[0].form, Form::group);
}

TEST_F(ConsentStore, takes_no_answer_whose_days_are_none_of_the_calendar) {
    auto const contact = rows_.contact_of(pupil_, "Ms Reed");
    auto const gate = [&](std::string const& answered_on, std::optional<std::string> const& expires_on) {
        db().savepoint();
        std::string refused_by;
        try {
            db().run(
                R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                               received_at, expires_on)
                   VALUES ($1, $2, 1, $3, 'given', 'link', $4, 0, $5))",
                rows_.school(),
                case_,
                contact,
                answered_on,
                expires_on
            );
        } catch (db::Refused const& refusal) {
            refused_by = refusal.gate;
        }
        db().rollback_to_savepoint();
        db().release_savepoint();
        return refused_by;
    };
    EXPECT_EQ(gate("2026-05-12", std::nullopt), "");
    EXPECT_EQ(gate("2026-05-12", "2028-02-29"), "");
    for (std::string const none :
         {"",
          "yesterday",
          "2026-5-12",
          "2026-05-12 09:00",
          "20260512",
          "2026-13-01",
          "2026-02-30",
          "2027-02-29"}) {
        EXPECT_EQ(gate("2026-05-12", none), "answer_without_a_day") << none;
        EXPECT_EQ(gate(none, std::nullopt), "answer_without_a_day") << none;
    }
}

}  // namespace
}  // namespace consent
