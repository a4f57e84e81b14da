#include "consent/store.hpp"

#include <gtest/gtest.h>

#include <map>

#include "consent/rules.hpp"
#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace consent {
namespace {

struct Saying {
    enum class Who { mother, father, school } who;
    Answer answer;
    bool over = false;  // agreed for a time that ends the next day
    std::optional<Form> form = std::nullopt;
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

// Answers and decisions about either form and about both.
std::vector<Saying> everything_that_can_be_said_about_a_form() {
    std::vector<Saying> all{
        {Saying::Who::mother, Answer::withdrawn}, {Saying::Who::father, Answer::withdrawn}};
    for (auto const form :
         {std::optional<Form>(), std::optional(Form::group), std::optional(Form::one_to_one)}) {
        for (auto const who : {Saying::Who::mother, Saying::Who::father})
            for (auto const answer : {Answer::given, Answer::refused})
                all.push_back({who, answer, false, form});
        for (auto const answer : {Answer::decided_to_go_ahead, Answer::decided_not_to})
            all.push_back({Saying::Who::school, answer, false, form});
    }
    return all;
}

// Every history of so many of these sayings and fewer.
std::vector<std::vector<Saying>> histories_up_to(std::size_t most, std::vector<Saying> const& sayings) {
    std::vector<std::vector<Saying>> histories{{}};
    for (std::size_t at = 0; at < histories.size(); ++at) {
        if (histories[at].size() == most) continue;
        for (auto const& saying : sayings) {
            auto longer = histories[at];
            longer.push_back(saying);
            histories.push_back(std::move(longer));
        }
    }
    return histories;
}

// A history with the days on which it was said, in the order in which it was recorded.
struct Told {
    std::vector<Saying> history;
    std::vector<int> days;
};

// The days of so many answers, in the order of their recording: as they came, with the earliest recorded
// last, and on one day.
std::vector<std::vector<int>> days_of(std::size_t answers) {
    if (answers == 3) return {{1, 2, 3}, {2, 3, 1}};
    if (answers == 2) return {{1, 2}, {2, 1}, {2, 2}};
    return {{1}};
}

std::vector<Told> told_in_the_order_of_their_days(
    std::size_t most, std::vector<Saying> const& sayings = everything_that_can_be_said()
) {
    std::vector<Told> all;
    for (auto const& history : histories_up_to(most, sayings)) all.push_back({history, {1, 2, 3}});
    return all;
}

std::vector<Told> told_in_any_order(
    std::size_t most, std::vector<Saying> const& sayings = everything_that_can_be_said()
) {
    std::vector<Told> all;
    for (auto const& history : histories_up_to(most, sayings))
        for (auto const& days : days_of(history.size())) all.push_back({history, days});
    return all;
}

// Every history of two answers about either form and about both, on each of these pairs of days.
std::vector<Told> told_on_days(std::vector<std::vector<int>> const& pairs) {
    std::vector<Told> all;
    for (auto const& history : histories_up_to(2, everything_that_can_be_said_about_a_form()))
        for (auto const& days : pairs) all.push_back({history, days});
    return all;
}

// A child for each history, made together, and each history in one statement: what takes time on PostgreSQL
// is the way to the server and back.
class ConsentGate : public testing::Test {
protected:
    struct Child {
        std::string pupil;
        std::string the_case;
    };

    db::Connection& db() { return database_.connection(); }
    CaseId id(std::string const& text) { return *CaseId::parse(text); }
    Date day(int number) const { return rows_.today() + number; }

    // Tries to write, and gives the gate that refused; nothing is written.
    template <class Write>
    std::string gate_of(Write write) {
        db().savepoint();
        auto gate = gate_within_the_savepoint(write);
        db().release_savepoint();  // PostgreSQL looks through all that are open, with every row
        return gate;
    }
    template <class Write>
    std::string gate_within_the_savepoint(Write write) {
        std::string gate;
        try {
            write();
        } catch (db::Refused const& refusal) {
            gate = refusal.gate;
        }
        db().rollback_to_savepoint();
        return gate;
    }

    // The gate of a group by the rule.
    static std::string gate_by(std::vector<Received> const& answers, Date day) {
        if (in_force_to(answers, Form::group, day)) return {};
        return in_force_on(answers, day) ? "consent_to_another_form" : "no_consent_in_force";
    }

    // The same of an evaluation, for who was on the register.
    static std::string gate_of_an_evaluation(std::vector<Received> const& answers, Date day) {
        if (in_force_until_objected(answers, Form::group, day)) return {};
        return in_force_until_objected(answers, day) ? "consent_to_another_form" : "no_consent_in_force";
    }

    // Every try of a place agrees with the rule.
    void tries_places(std::vector<Told> const& histories) {
        auto const all = children(histories.size());
        std::vector<std::vector<Received>> answers;
        for (std::size_t at = 0; at < all.size(); ++at) answers.push_back(answered(all[at], histories[at]));
        db().savepoint();
        for (std::size_t at = 0; at < all.size(); ++at)
            for (int number : {2, 4})
                ASSERT_EQ(
                    gate_within_the_savepoint([&] {
                        rows_.place(programme_, all[at].the_case, all[at].pupil, day(number));
                    }),
                    gate_by(answers[at], day(number))
                ) << "case "
                  << all[at].the_case << " on day " << number;
        db().release_savepoint();
    }

    // So many children of the same three adults, with a case each.
    std::vector<Child> children(std::size_t count) {
        constexpr db::Sql pupils = R"(
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < $1)
            INSERT INTO pupil (school_id, id, legal_forename, legal_surname, born_on, folded_name, joined_on)
            SELECT CAST($2 AS INTEGER), '0190b6e0-0000-7000-8000-' || substr(CAST(1000000000000 + n AS TEXT), 2), 'Sam',
                   'Reed', '2017-03-04', '', '2021-09-01'
              FROM number)";
        constexpr db::Sql cases = R"(
            INSERT INTO nurture_case (school_id, id, pupil_id, opened_at)
            SELECT school_id, id, id, $1 FROM pupil WHERE school_id = $2 AND legal_forename = 'Sam')";
        constexpr db::Sql contacts = R"(
            INSERT INTO pupil_contact (school_id, pupil_id, contact_id, is_parent, responsibility, lives_with)
            SELECT p.school_id, p.id, s.contact_id, 1, 1, 1
              FROM pupil p JOIN (SELECT DISTINCT contact_id FROM said WHERE contact_id IS NOT NULL) s ON 1 = 1
             WHERE p.school_id = $1 AND p.legal_forename = 'Sam')";
        write_down_what_can_be_said();
        db().run(pupils, static_cast<std::int64_t>(count), rows_.school());
        db().run(cases, rows_.now(), rows_.school());
        db().run(contacts, rows_.school());
        auto const ids = db().all<std::string>(
            "SELECT id FROM nurture_case WHERE school_id = $1 AND id = pupil_id ORDER BY id", rows_.school()
        );
        std::vector<Child> all;
        for (auto const& both : ids) all.push_back({both, both});
        return all;
    }

    // The history is answered after so many answers of before. Gives it as the rule takes it.
    std::vector<Received> answered(Child const& child, Told const& told, int before = 0) {
        constexpr db::Sql sql = R"(
            INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on, received_at,
                                        reason, expires_on, form)
            SELECT CAST($1 AS INTEGER), CAST($2 AS TEXT), CAST($3 AS INTEGER) + k.column1, s.contact_id, s.answer,
                   CASE WHEN s.contact_id IS NULL THEN 'decision' ELSE 'paper' END, k.column3, 0, 'a reason',
                   CASE WHEN s.is_over = 1 THEN k.column4 END, s.form
              FROM (VALUES (1, CAST($4 AS INTEGER), CAST($5 AS TEXT), CAST($6 AS TEXT)),
                           (2, CAST($7 AS INTEGER), CAST($8 AS TEXT), CAST($9 AS TEXT)),
                           (3, CAST($10 AS INTEGER), CAST($11 AS TEXT), CAST($12 AS TEXT))) k
              JOIN said s ON s.number = k.column2)";
        auto const number = [&](std::size_t at) {
            return at < told.history.size() ? number_of(told.history[at]) : -1;
        };
        auto const on = [&](std::size_t at) { return day(at < told.days.size() ? told.days[at] : 0); };
        if (!told.history.empty())
            db().run(
                sql,
                rows_.school(),
                child.the_case,
                before,
                number(0),
                on(0),
                on(0) + 1,
                number(1),
                on(1),
                on(1) + 1,
                number(2),
                on(2),
                on(2) + 1
            );
        std::vector<Received> received;
        for (std::size_t at = 0; at < told.history.size(); ++at)
            received.push_back(as_received(told.history[at], ++before, on(at)));
        return received;
    }

    Received yes_of_the_grandmother() const {
        Received yes;
        yes.number = 1;
        yes.by = ContactId::parse(grandmother_);
        yes.answer = Answer::given;
        yes.answered_on = day(0);
        yes.has_a_say = false;
        return yes;
    }

private:
    void write_down_what_can_be_said() {
        constexpr db::Sql sql =
            "INSERT INTO said (number, contact_id, answer, is_over, form) VALUES ($1, $2, $3, $4, $5)";
        std::map<int, Saying> all;
        for (auto const& saying : everything_that_can_be_said()) all.emplace(number_of(saying), saying);
        for (auto const& saying : everything_that_can_be_said_about_a_form())
            all.emplace(number_of(saying), saying);
        for (auto const& [number, saying] : all)
            db().run(sql, number, who(saying), saying.answer, saying.over, saying.form);
        db().run(sql, -2, grandmother_, Answer::given, true, std::nullopt);
    }
    static int number_of(Saying const& saying) {
        auto const form = saying.form ? 1 + static_cast<int>(*saying.form) : 0;
        return ((static_cast<int>(saying.who) * 5 + static_cast<int>(saying.answer)) * 2 +
                (saying.over ? 1 : 0)) *
                   3 +
               form;
    }
    std::optional<std::string> who(Saying const& saying) const {
        if (saying.who == Saying::Who::school) return std::nullopt;
        return saying.who == Saying::Who::mother ? mother_ : father_;
    }
    Received as_received(Saying const& saying, int number, Date on) const {
        Received received;
        received.number = number;
        if (auto const contact = who(saying)) received.by = ContactId::parse(*contact);
        received.answer = saying.answer;
        received.answered_on = on;
        received.form = saying.form;
        if (saying.over) received.expires_on = on + 1;
        return received;
    }

protected:
    // What can be said. Made within their transaction, it would have SQLite read its schema anew after each
    // try.
    static support::TestDatabase with_a_table_of_sayings() {
        support::TestDatabase database;
        database.connection().run(
            "CREATE TEMPORARY TABLE said (number INTEGER, contact_id TEXT, answer TEXT, is_over INTEGER, "
            "form TEXT)"
        );
        return database;
    }

    support::TestDatabase database_ = with_a_table_of_sayings();
    db::Transaction transaction_{db(), db::Mode::write};
    support::SchoolRows rows_{db()};
    std::string deliverer_ = rows_.staff("Mrs Ward");
    std::string programme_ = rows_.programme(deliverer_);
    std::string mother_ = rows_.contact_of(rows_.pupil("Ali"), "Ms Reed");
    std::string father_ = rows_.contact_of(rows_.pupil("Ali"), "Mr Reed");
    std::string grandmother_ = rows_.contact_of(rows_.pupil("Ali"), "Mrs Hill");
};

// Every history of up to three answers and decisions, recorded in the order of their days and in others.
TEST_F(ConsentGate, of_a_place_agrees_with_the_rule_in_every_small_history) {
    tries_places(told_in_any_order(3));
}

TEST_F(ConsentGate, of_a_place_agrees_with_the_rule_in_every_small_history_about_a_form) {
    tries_places(told_in_any_order(2, everything_that_can_be_said_about_a_form()));
}

// A grandmother's agreement of one day lets the place be made; from then on the parents' answers count alone.
// The register of the fourth day is taken after everything was said.
TEST_F(ConsentGate, of_an_evaluation_agrees_with_the_rule_in_every_small_history) {
    auto const ali = rows_.pupil("Ali");
    auto const of_ali = rows_.case_of(ali);
    rows_.answer(of_ali, rows_.contact_of(ali, "Mr Khan"), "given", day(0));
    auto const histories = told_on_days({{2, 4}});
    auto const all = children(histories.size());
    for (std::size_t at = 0; at < all.size(); ++at) {
        auto const& child = all[at];
        auto const programme = rows_.programme(deliverer_);
        auto const place_of_ali = rows_.place(programme, of_ali, ali, day(0));
        rows_.answer(child.the_case, grandmother_, "given", day(0), day(0));
        auto const place = rows_.place(programme, child.the_case, child.pupil, day(0));
        rows_.step(child.the_case, "start", day(0));
        auto const answers = answered(child, histories[at], 1);
        auto const session = rows_.session(programme, 1, day(4), day(4));
        ASSERT_EQ(gate_of([&] { rows_.evaluation(session, place, child.pupil); }), gate_by(answers, day(4)))
            << "case " << child.the_case;
        rows_.end_place(place_of_ali, "moved_programme");  // he has one place at a time
    }
}

// C6: taken before anything was said, while the grandmother's yes counted; afterwards she has no say.
TEST_F(ConsentGate, of_an_evaluation_of_a_register_that_was_taken_before_agrees_with_the_rule) {
    auto const child = children(1).front();
    auto const programme = rows_.programme(deliverer_);
    rows_.answer(child.the_case, grandmother_, "given", day(0));
    auto const place = rows_.place(programme, child.the_case, child.pupil, day(0));
    rows_.step(child.the_case, "start", day(0));
    auto const session = rows_.session(programme, 1, day(4), day(4));
    rows_.is_to_the_child(child.pupil, grandmother_, false, "");
    for (auto const& told : told_on_days({{2, 4}, {4, 2}, {4, 4}})) {
        std::vector<Received> answers;
        auto const gate = gate_of([&] {
            answers = answered(child, told, 1);
            answers.insert(answers.begin(), yes_of_the_grandmother());
            rows_.evaluation(session, place, child.pupil);
        });
        ASSERT_EQ(gate, gate_of_an_evaluation(answers, day(4)))
            << told.history.size() << " answers on days " << told.days[0] << " and " << told.days[1];
    }
}

// The same of a session with this one child, laid as delivered and recorded as delivered afterwards.
TEST_F(ConsentGate, of_a_delivery_agrees_with_the_rule_in_every_small_history) {
    auto const histories = told_in_the_order_of_their_days(2, everything_that_can_be_said_about_a_form());
    auto const all = children(histories.size());
    for (std::size_t at = 0; at < all.size(); ++at) {
        auto const& child = all[at];
        auto const programme = rows_.programme(deliverer_);
        rows_.answer(child.the_case, grandmother_, "given", day(0), day(0));
        rows_.place(programme, child.the_case, child.pupil, day(0));
        rows_.step(child.the_case, "start", day(0));
        auto const answers = answered(child, histories[at], 1);
        auto const planned = rows_.session(programme, 1, day(2));
        db().savepoint();
        for (int number : {2, 4}) {
            auto const gate = gate_by(answers, day(number));
            ASSERT_EQ(
                gate_within_the_savepoint([&] { rows_.session(programme, 2, day(number), day(number)); }),
                gate
            ) << "case "
              << child.the_case << " on day " << number;
            ASSERT_EQ(gate_within_the_savepoint([&] { rows_.hold(planned, day(number)); }), gate)
                << "case " << child.the_case << " on day " << number;
        }
        db().release_savepoint();
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
                        gate_of([&] { rows_.place(programme_, the_case, pupil, day(1)); }),
                        gate_by(answers, day(1))
                    ) << responsibility
                      << restriction << although.value_or("") << said;
                }
}

TEST_F(ConsentGate, has_no_word_of_who_is_no_contact_of_the_child) {
    auto const pupil = rows_.pupil("Sam");
    auto const the_case = rows_.case_of(pupil);
    rows_.answer(the_case, rows_.contact_of(rows_.pupil("Ali"), "Mr Khan"), "given", day(1));
    EXPECT_FALSE(in_force_on(store::history(db(), rows_.school(), id(the_case)), day(1)));
    EXPECT_EQ(gate_of([&] { rows_.place(programme_, the_case, pupil, day(1)); }), "no_consent_in_force");
}

TEST_F(ConsentGate, of_a_start_agrees_with_the_rule_in_every_small_history) {
    auto const histories = told_in_any_order(2, everything_that_can_be_said_about_a_form());
    auto const all = children(histories.size());
    std::vector<std::vector<Received>> answers;
    for (std::size_t at = 0; at < all.size(); ++at) {
        rows_.step(all[at].the_case, "allocation", day(0));
        answers.push_back(answered(all[at], histories[at]));
    }
    db().savepoint();
    for (std::size_t at = 0; at < all.size(); ++at)
        for (int number : {2, 4})
            ASSERT_EQ(
                gate_within_the_savepoint([&] { rows_.step(all[at].the_case, "start", day(number)); }),
                in_force_on(answers[at], day(number)) ? "" : "no_consent_in_force"
            ) << "case "
              << all[at].the_case << " on day " << number;
    db().release_savepoint();
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
        R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
           VALUES ($1, $2, $3, $4, 'paper', 'A letter', 'Dear Ms Reed', $5, 0))",
        rows_.school(),
        request.letter,
        case_,
        contact,
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
