#include "programmes/clash_actions.hpp"

#include "programmes/nurture_test.hpp"

namespace programmes {
namespace {

class Wanting : public NurtureTest {
protected:
    std::vector<std::string> said_of(NewProgramme const& wanted) {
        return as(school.senco, [&](Visit& visit) {
            std::vector<std::string> said;
            for (auto const& clash : clashes_of(visit, wanted)) said.push_back(in_words(clash));
            return said;
        });
    }
};

TEST_F(Wanting, the_same_room_at_the_same_time_is_said_before_the_programme_is_made) {
    make_programme();
    auto wanted = input();
    wanted.deliverer = school.second_nurture_assistant.staff;
    wanted.starts_at_time = "10:00";
    EXPECT_EQ(
        said_of(wanted),
        std::vector<std::string>{"The Den is taken by “Friendship group” on Tuesdays until 10:15."}
    );
    wanted.starts_at_time = "10:15";
    EXPECT_TRUE(said_of(wanted).empty());
}

TEST_F(Wanting, a_session_that_is_over_takes_no_room) {
    auto const programme = running_with(school.sam);
    EXPECT_EQ(said_of(input()).size(), 1U);
    for (auto const& session : sessions_of(programme)) hold(session);
    EXPECT_TRUE(said_of(input()).empty());
}

}  // namespace
}  // namespace programmes
