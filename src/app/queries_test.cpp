#include <gtest/gtest.h>

#include <iostream>

#include "app/application.hpp"
#include "exchange/actions.hpp"
#include "exchange/kept_sheet.hpp"
#include "story/running_case_test.hpp"

// How many statements a page runs must not depend on how much it shows. bin/bench reads the lines printed
// here.
namespace app {
namespace {

struct PageOf {
    std::string name;
    support::Person person;
    std::string path;
};

class Queries : public testing::Test {
protected:
    // So many children more of one class, each with a case, waiting or just noticed; and so much more of one
    // case.
    void grow_to(int rows) {
        for (; rows_ < rows; ++rows_) {
            auto const child =
                school_.add_child("Ashley", "Marlow" + std::to_string(rows_), school_.class_4b);
            auto const the_case = running_.another_case(child);
            if (rows_ % 2 == 0) wait(the_case);
            if (rows_ >= 10 && rows_ < 15) running_.join(the_case, child);
            running_.session(rows_ + 4, school_.today - 2 - rows_ % 12, rows_ % 2 == 0);
            running_.concern(running_.text_case, school_.sam.id, school_.teacher_of_4b);
            running_.undone_step("impact_review");
            ask();
            running_.add_programme("Friends " + std::to_string(rows_), school_.nurture_assistant);
            tell_a_contact();
            add_to_the_school();
        }
    }

    std::int64_t statements_of(PageOf const& page) {
        auto arrived = received(routes_, school_.get(page.person, page.path));
        if (!arrived) return -1;
        auto const before = db().statements_run();
        auto const response = answer(db(), {}, *arrived, school_.now);
        EXPECT_EQ(response.status, 200) << page.path;
        return db().statements_run() - before;
    }

    // With every step up to consent, so that programmes are offered.
    std::string ready_case() {
        auto const the_case = running_.another_case(school_.grace);
        for (auto const* step : {"referral", "discussion", "prioritisation", "letter", "consent"})
            running_.step(the_case, step, school_.today - 10);
        school_.answer({}, the_case, school_.grace.mother, "given", school_.today - 9);
        return the_case;
    }

    // As far as its review.
    std::string import() {
        auto visit = school_.visit(db(), school_.administrator);
        exchange::Files const files{
            {"pupils.csv", "Forename,Surname,Date of birth,Class\nNora,New,23/02/2017,4B\n"}};
        auto const sheet = exchange::read_files(files, exchange::Kind::pupils);
        auto const id = exchange::actions::start(
            visit, exchange::Kind::pupils, {"pupils.csv"}, *sheet, exchange::as_bytes(*sheet)
        );
        auto opened = exchange::actions::open(visit, id);
        exchange::actions::choose_columns(visit, *opened, opened->columns, std::nullopt, {});
        return "/school/imports/" + std::string(id.text());
    }

    db::Connection& db() { return database_.connection(); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    story::RunningCase running_{db(), school_};
    RouteTable routes_{all_routes()};

private:
    void wait(std::string const& the_case) {
        for (auto const* step : {"referral", "discussion", "prioritisation"})
            running_.step(the_case, step, school_.today - 10);
        db().run(
            R"(INSERT INTO waiting (school_id, id, case_id, since_on, review_by_on, meanwhile, position)
               VALUES ($1, $2, $3, $4, $5, 'A quiet start to the day', $6))",
            school_.school,
            running_.id(),
            the_case,
            school_.today - 10,
            school_.today + 30,
            rows_ + 1
        );
    }

    void ask() {
        db().run(
            R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
               VALUES ($1, $2, $3, $4, $5, $6, 'How Sam is at break'))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.nurture_assistant.staff,
            school_.now - 48 * hours
        );
    }

    // One contact more of Sam, a message to them, and a wish that a child had.
    void tell_a_contact() {
        auto const contact = running_.id();
        db().run(
            "INSERT INTO contact (school_id, id, name) VALUES ($1, $2, 'An aunt')", school_.school, contact
        );
        db().run(
            R"(INSERT INTO pupil_contact (school_id, pupil_id, contact_id, is_parent, responsibility, lives_with)
               VALUES ($1, $2, $3, 0, 0, 0))",
            school_.school,
            school_.sam.id,
            contact
        );
        db().run(
            R"(INSERT INTO parent_message (school_id, id, case_id, pupil_id, contact_id, written_by, written_at,
                                           words, state)
               VALUES ($1, $2, $3, $4, $5, $6, $7, 'A good week', 'waiting'))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            contact,
            school_.nurture_assistant.staff,
            school_.now
        );
        db().run(
            R"(INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_by, asked_on, held_on, line, made_by,
                                     made_at)
               VALUES ($1, $2, $3, $4, 'child', $5, $5, 'Came to say hello', $6, $7))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.today - 1,
            school_.nurture_assistant.staff,
            school_.now
        );
    }

    void add_to_the_school() {
        auto const past = school_.today - 2000 - rows_;
        auto const add = [&](db::Sql sql) { db().run(sql, school_.school, running_.id(), past); };
        add("INSERT INTO term (school_id, id, name, starts_on, ends_on) VALUES ($1, $2, 'Spring', $3, $3)");
        add("INSERT INTO closure (school_id, id, name, starts_on, ends_on) VALUES ($1, $2, 'Snow', $3, $3)");
        add("INSERT INTO room (school_id, id, name, closed_on) VALUES ($1, $2, 'The Loft', $3)");
        add("INSERT INTO policy_version (school_id, id, number, in_force_from_on) VALUES ($1, $2, '0.1', $3)"
        );
        db().run(
            R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
               VALUES ($1, $2, $3, 'safeguarding', 'Procedure', $4, $4))",
            school_.school,
            running_.id(),
            school_.nurture_assistant.staff,
            past
        );
        db().run(
            R"(INSERT INTO strategy (school_id, id, area_id, title, words, schools_own)
               VALUES ($1, $2, $3, 'A buddy', 'Two ask a third', 1))",
            school_.school,
            running_.id(),
            school_.friendships
        );
    }

    int rows_ = 0;
};

TEST_F(Queries, of_a_page_are_as_many_at_1000_rows_as_at_10) {
    auto const sam = "/pupils/" + std::string(school_.sam.id.text());
    auto const sams_case = "/cases/" + running_.text_case;
    auto const sams_place = "/places/" + running_.place;
    auto const person = "/school/people/" + std::string(school_.nurture_assistant.staff.text());
    auto const import_on_its_way = import();
    std::vector<PageOf> const pages{
        {"a Nurture Assistant's home page", school_.nurture_assistant, "/"},
        {"a class teacher's home page", school_.teacher_of_4b, "/"},
        {"the SENCo's home page", school_.senco, "/"},
        {"the headteacher's home page", school_.headteacher, "/"},
        {"the administrator's home page", school_.administrator, "/"},
        {"a class list", school_.teacher_of_4b, "/classes/" + std::string(school_.class_4b.text())},
        {"a search", school_.senco, "/pupils?q=ash"},
        {"a case page, for the SENCo", school_.senco, sam},
        {"a case page, for the deliverer", school_.nurture_assistant, sam},
        {"referrals", school_.senco, "/referrals"},
        {"the waiting list", school_.senco, "/waiting-list"},
        {"programmes", school_.senco, "/programmes"},
        {"a place to be found", school_.senco, "/cases/" + ready_case() + "/place"},
        {"a programme", school_.nurture_assistant, "/programmes/" + running_.programme},
        {"a session to come", school_.nurture_assistant, "/sessions/" + running_.todays_session},
        {"a session", school_.nurture_assistant, "/sessions/" + running_.first_session},
        {"check-ins", school_.nurture_assistant, "/check-ins"},
        {"a case's consent", school_.senco, sams_case + "/consent"},
        {"strategies", school_.nurture_assistant, "/strategies"},
        {"people", school_.administrator, "/school/people"},
        {"an evaluation",
         school_.nurture_assistant,
         "/sessions/" + running_.first_session + "/evaluations/" + running_.place},
        {"a place's targets", school_.nurture_assistant, sams_place + "/targets"},
        {"where a class teacher sees a child", school_.teacher_of_4b, sams_place + "/measure"},
        {"a child's contacts", school_.senco, sam + "/contacts"},
        {"a child's entries on CPOMS", school_.nurture_assistant, sam + "/safeguarding"},
        {"a concern to write", school_.teacher_of_4b, sam + "/concerns/new"},
        {"a case's letters", school_.senco, sams_case + "/letters"},
        {"a case's discussion", school_.senco, sams_case + "/discussion"},
        {"a case's prioritisation", school_.senco, sams_case + "/prioritisation"},
        {"a case's questions", school_.nurture_assistant, sams_case + "/questions"},
        {"a case's messages to parents", school_.nurture_assistant, sams_case + "/parent-messages"},
        {"a case's check-ins", school_.nurture_assistant, sams_case + "/check-ins"},
        {"a case's work with others", school_.senco, sams_case + "/liaison"},
        {"a case's next step", school_.senco, sams_case + "/next-step"},
        {"a case's closing", school_.senco, sams_case + "/closing"},
        {"a programme to make", school_.senco, "/programmes/new"},
        {"who delivers a programme", school_.senco, "/programmes/" + running_.programme + "/delivery"},
        {"the school", school_.administrator, "/school"},
        {"terms", school_.administrator, "/school/terms"},
        {"rooms", school_.administrator, "/school/rooms"},
        {"the policy", school_.administrator, "/school/policy"},
        {"one person", school_.administrator, person},
        {"a role to give", school_.administrator, person + "/roles/new"},
        {"imports", school_.administrator, "/school/imports"},
        {"an import's check", school_.administrator, import_on_its_way + "/check"},
        {"an import's review", school_.administrator, import_on_its_way + "/review"},
    };
    grow_to(10);
    std::vector<std::int64_t> few;
    for (auto const& page : pages) few.push_back(statements_of(page));
    grow_to(1000);
    for (std::size_t at = 0; at < pages.size(); ++at) {
        auto const many = statements_of(pages[at]);
        EXPECT_EQ(many, few[at]) << pages[at].name;
        std::cout << "QUERIES " << few[at] << " " << many << " " << pages[at].name << "\n";
    }
}

}  // namespace
}  // namespace app
