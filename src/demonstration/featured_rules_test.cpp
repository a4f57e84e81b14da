#include "demonstration/featured_rules.hpp"

#include <gtest/gtest.h>

namespace demonstration {
namespace {

Candidate teacher(std::string const& class_name, std::size_t things_to_do) {
    Candidate candidate;
    candidate.somebody.name = "Teacher of " + class_name;
    candidate.somebody.role = visits::Role::class_teacher;
    candidate.somebody.class_name = class_name;
    candidate.day.work.due.assign(things_to_do, {.about = today::no_child, .title = "A thing", .path = "/"});
    return candidate;
}

std::vector<std::string> featured_of(std::vector<Candidate> candidates) {
    std::vector<std::string> classes;
    for (auto const& one : featured(std::move(candidates)).featured)
        classes.push_back(one.somebody.class_name);
    return classes;
}

TEST(Featured, people_have_work_waiting) {
    EXPECT_EQ(
        featured_of({teacher("3A", 0), teacher("3B", 1), teacher("4A", 2), teacher("4B", 9)}),
        (std::vector<std::string>{"4A", "4B"})
    );
}

TEST(Featured, people_stay_the_same_while_their_work_grows_and_shrinks) {
    std::vector<std::string> const first{"3A", "3B"};
    EXPECT_EQ(featured_of({teacher("3A", 2), teacher("3B", 9), teacher("4A", 5)}), first);
    EXPECT_EQ(featured_of({teacher("4A", 9), teacher("3B", 2), teacher("3A", 3)}), first);
}

}  // namespace
}  // namespace demonstration
