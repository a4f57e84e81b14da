// Somebody asks for a child who is not theirs. They are told that there is nothing to see, and whoever
// answers for the child finds that they tried (N1, V2).
#include <set>

#include "db/script.hpp"
#include "journeys/busy_school.hpp"
#include "journeys/routes_of_a_child.hpp"
#include "readings/rules.hpp"
#include "readings/store.hpp"

namespace journeys {
namespace {

class WhoWasRefused : public Journey {
protected:
    std::vector<readings::Entry> log_of_reads() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return readings::store::from(db, school.school, 1, 1000);
    }
    std::vector<readings::Entry> refusals() {
        auto entries = log_of_reads();
        std::erase_if(entries, [](auto const& entry) { return !entry.refused; });
        return entries;
    }
    std::optional<std::int64_t> fault() {
        return readings::first_fault(school.school, readings::before_the_first(), log_of_reads());
    }
    // Somebody with the database in their hands.
    void writes_past_withy(std::string const& sql) {
        auto& db = database.connection();
        bool const on_sqlite = db.engine() == db::Engine::sqlite;
        db::run_script(
            db,
            std::string(
                on_sqlite ? "DROP TRIGGER reading_is_never_changed; "
                          : "SELECT set_config('withy.school', '1', true); ALTER TABLE reading DISABLE "
                            "TRIGGER USER; "
            ) + sql
        );
    }
};

TEST_F(WhoWasRefused, stands_with_the_child_whom_a_teacher_of_another_class_asked_for) {
    raises_a_concern(sam);
    auto const page = case_of(sam) + "/questions";
    EXPECT_TRUE(as(school.teacher_of_5a).finds_nothing_at(page));
    EXPECT_TRUE(as(school.teacher_of_5a).finds_nothing_at(page));
    ASSERT_EQ(refusals().size(), 1U);
    EXPECT_EQ(refusals()[0].by_name, school.teacher_of_5a.name);
    EXPECT_EQ(refusals()[0].pupil_id, sam.id.text());

    auto& coordinator = as(senco).opens(story_of(sam) + "/reads?of=refused");
    EXPECT_TRUE(coordinator.sees(school.teacher_of_5a.name)) << coordinator.words();
    EXPECT_TRUE(coordinator.sees("Nothing brings them near to the child")) << coordinator.words();
    EXPECT_TRUE(as(school.headteacher).opens("/").browser().shows("href=\"/school/refused\""));
    EXPECT_TRUE(as(school.headteacher).opens("/school/refused").sees(school.teacher_of_5a.name));

    EXPECT_EQ(fault(), std::nullopt);
    auto const number = refusals()[0].number;
    writes_past_withy("UPDATE reading SET by_name = 'Somebody' WHERE number = " + std::to_string(number));
    EXPECT_EQ(fault(), number);
}

TEST_F(WhoWasRefused, of_a_session_stands_with_each_of_its_children) {
    auto const programme = runs({sam, amira});
    EXPECT_TRUE(as(school.second_nurture_assistant).finds_nothing_at(session_of(programme, 1)));
    std::set<std::string> children;
    for (auto const& entry : refusals()) children.insert(entry.pupil_id);
    EXPECT_EQ(children, (std::set{std::string(sam.id.text()), std::string(amira.id.text())}));
}

// Who has no tie to any child is refused by their role, or by need to know; each page is noted.
TEST(EveryRefusal, of_a_page_about_a_child_stands_in_the_log) {
    auto& busy = BusySchool::once();
    std::set<std::pair<std::string, std::string>> refused;
    for (auto const* person : {&busy.school.support_staff, &busy.school.governor, &busy.school.untrained})
        for (auto const& route : routes_of_a_child()) {
            // A request may be about one of the staff, and then no child was meant.
            if (route.method != "GET" || route.path.starts_with("/data-requests/")) continue;
            for (auto const& address : busy.addresses(route.path))
                if (busy.as(*person).finds_nothing_at(address))
                    refused.emplace(person->name, "GET " + std::string(route.path));
        }
    EXPECT_GT(refused.size(), 100U);

    std::set<std::pair<std::string, std::string>> noted;
    auto& db = busy.database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(busy.school.school);
    for (auto const& entry : readings::store::from(db, busy.school.school, 1, 1'000'000))
        if (entry.refused) noted.emplace(entry.by_name, entry.page);
    for (auto const& one : refused) EXPECT_TRUE(noted.contains(one)) << one.first << ' ' << one.second;
}

}  // namespace
}  // namespace journeys
