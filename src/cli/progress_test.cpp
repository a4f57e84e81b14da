#include "cli/progress.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace cli {
namespace {

std::string said(bool is_screen) {
    std::ostringstream out;
    {
        Progress progress(out, is_screen);
        progress.say([] { return "1 of 360 pupils"; });
        progress.say([] { return "2 of 360 pupils"; });
    }
    return out.str();
}

TEST(Progress, is_said_at_once_and_then_no_more_than_once_a_second) {
    EXPECT_EQ(said(false), "1 of 360 pupils\n");
}

TEST(Progress, stands_on_one_line_of_a_screen_and_leaves_it_empty) {
    EXPECT_EQ(said(true), "\r\x1b[K1 of 360 pupils\r\x1b[K");
}

TEST(Progress, of_work_that_said_nothing_leaves_the_screen_alone) {
    std::ostringstream out;
    { Progress const silent(out, true); }
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace cli
