#include <gtest/gtest.h>

#include <iostream>

#include "app/application.hpp"
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

    int rows_ = 0;
};

TEST_F(Queries, of_a_page_are_as_many_at_1000_rows_as_at_10) {
    auto const sam = std::string(school_.sam.id.text());
    std::vector<PageOf> const pages{
        {"a Nurture Assistant's home page", school_.nurture_assistant, "/"},
        {"a class teacher's home page", school_.teacher_of_4b, "/"},
        {"the SENCo's home page", school_.senco, "/"},
        {"the headteacher's home page", school_.headteacher, "/"},
        {"the administrator's home page", school_.administrator, "/"},
        {"a class list", school_.teacher_of_4b, "/classes/" + std::string(school_.class_4b.text())},
        {"a search", school_.senco, "/pupils?q=ash"},
        {"a case page, for the SENCo", school_.senco, "/pupils/" + sam},
        {"a case page, for the deliverer", school_.nurture_assistant, "/pupils/" + sam},
        {"referrals", school_.senco, "/referrals"},
        {"the waiting list", school_.senco, "/waiting-list"},
        {"programmes", school_.senco, "/programmes"},
        {"a place to be found", school_.senco, "/cases/" + ready_case() + "/place"},
        {"a programme", school_.nurture_assistant, "/programmes/" + running_.programme},
        {"a session to come", school_.nurture_assistant, "/sessions/" + running_.todays_session},
        {"a session", school_.nurture_assistant, "/sessions/" + running_.first_session},
        {"check-ins", school_.nurture_assistant, "/check-ins"},
        {"a case's consent", school_.senco, "/cases/" + running_.text_case + "/consent"},
        {"strategies", school_.nurture_assistant, "/strategies"},
        {"people", school_.administrator, "/school/people"},
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
