#include "today/children_store.hpp"

#include <gtest/gtest.h>

#include "story/running_case_test.hpp"

namespace today {
namespace {

class ChildrenLedTo : public testing::Test {
protected:
    std::set<std::string> led_to(std::string const& ids) {
        std::set<std::string> children;
        for (auto const& child : children_store::led_to(db_, school_.school, ids))
            children.emplace(child.text());
        return children;
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    db::Transaction transaction_{db_, db::Mode::write};
    Visit entered_ = school_.visit(db_, school_.senco);
    story::RunningCase running_{db_, school_};
    std::string sam_ = std::string(school_.sam.id.text());
    std::string tom_ = std::string(school_.tom.id.text());
};

TEST_F(ChildrenLedTo, are_found_by_whatever_a_line_of_today_leads_to) {
    for (auto const& id : {sam_, running_.text_case, running_.place, running_.programme})
        EXPECT_EQ(led_to(id), std::set{sam_}) << id;
    EXPECT_EQ(led_to(running_.place + tom_ + sam_), (std::set{sam_, tom_}));
}

TEST_F(ChildrenLedTo, are_none_where_an_id_is_of_something_else_or_there_is_none) {
    EXPECT_TRUE(led_to("").empty());
    EXPECT_TRUE(led_to(std::string(school_.senco.staff.text())).empty());
    EXPECT_TRUE(led_to(running_.first_session).empty()) << "its line names no child";
}

}  // namespace
}  // namespace today
