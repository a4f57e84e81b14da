#include <gtest/gtest.h>

#include "app/application.hpp"
#include "http/compress.hpp"
#include "story/running_case_test.hpp"

// Later pages weigh under 8 KB as they travel, so that a page comes at once in a school with a slow line.
namespace app {
namespace {

constexpr std::size_t most_bytes = 8'192;

// Letters that follow no pattern, the same for the same seed.
std::string word_of_length(int length, int seed) {
    std::string word;
    auto state = static_cast<unsigned>(seed) * 2654435761U + 1;
    for (int at = 0; at < length; ++at) {
        state = state * 1664525U + 1013904223U;
        word += static_cast<char>((at == 0 ? 'A' : 'a') + (state >> 24U) % 26U);
    }
    return word;
}

class PageWeight : public testing::Test {
protected:
    // A child with a name and words of their own: what repeats itself would weigh nothing.
    void let_wait(int place) {
        auto const child =
            school_.add_child(word_of_length(7, place), word_of_length(9, place + 100), school_.class_4b);
        auto const the_case = running_.another_case(child);
        for (auto const* step : {"referral", "discussion", "prioritisation"})
            running_.step(the_case, step, school_.today - 10 - place);
        agree_on_an_area(the_case);
        db().run(
            R"(INSERT INTO waiting (school_id, id, case_id, since_on, review_by_on, meanwhile, position)
               VALUES ($1, $2, $3, $4, $5, $6, $7))",
            school_.school,
            running_.id(),
            the_case,
            school_.today - 9 - place,
            school_.today + place,
            "A quiet start to the day " + word_of_length(8, place + 200) + " " +
                word_of_length(8, place + 300),
            place
        );
    }

    void agree_on_an_area(std::string const& the_case) {
        auto const discussion = running_.id();
        db().run(
            R"(INSERT INTO discussion (school_id, id, case_id, held_on, outcome, reason, made_by, made_at)
               VALUES ($1, $2, $3, $4, 'go_on', 'Friendships come first', $5, $6))",
            school_.school,
            discussion,
            the_case,
            school_.today - 10,
            school_.senco.staff,
            school_.now
        );
        db().run(
            "INSERT INTO agreed_area (school_id, discussion_id, area_id) VALUES ($1, $2, $3)",
            school_.school,
            discussion,
            school_.friendships
        );
    }

    std::string page(support::Person const& person, std::string const& path) {
        auto const arrived = received(routes_, school_.get(person, path));
        if (!arrived) return {};
        auto response = answer(db(), {}, *arrived, school_.now);
        EXPECT_EQ(response.status, 200) << path;
        return std::move(response.body);
    }

    db::Connection& db() { return database_.connection(); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    story::RunningCase running_{db(), school_};
    RouteTable routes_{all_routes()};
};

TEST_F(PageWeight, of_a_waiting_list_with_25_children_stays_under_8_kb) {
    for (int place = 1; place <= 25; ++place) let_wait(place);
    auto const list = page(school_.senco, "/waiting-list");
    EXPECT_NE(list.find(">25. "), std::string::npos) << "all of them stand there";
    EXPECT_LT(http::gzip(list).size(), most_bytes);
}

}  // namespace
}  // namespace app
