#include <gtest/gtest.h>

#include <array>
#include <limits>

#include "support/test_database.hpp"

namespace {

using db::Sql;

enum class Answer { given, refused };
constexpr auto words(Answer) { return std::array{"given", "refused"}; }

using ThingId = Id<struct ThingTag>;

struct Thing {
    ThingId id;
    SchoolId school;
    std::int64_t number = 0;
    std::optional<std::int64_t> maybe_number;
    double share = 0;
    bool ticked = false;
    std::string note;
    std::optional<std::string> maybe_note;
    Date born_on;
    Instant written_at;
    Answer answer = Answer::given;

    auto columns() {
        return std::tie(
            id, school, number, maybe_number, share, ticked, note, maybe_note, born_on, written_at, answer
        );
    }
    bool operator==(Thing const&) const = default;
};

class Values : public testing::Test {
protected:
    void SetUp() override {
        db().run(R"(
            CREATE TABLE thing (
                id TEXT NOT NULL PRIMARY KEY, school INTEGER NOT NULL, number BIGINT NOT NULL, maybe_number BIGINT,
                share DOUBLE PRECISION NOT NULL, ticked INTEGER NOT NULL, note TEXT NOT NULL, maybe_note TEXT,
                born_on TEXT NOT NULL, written_at BIGINT NOT NULL, answer TEXT NOT NULL))");
    }

    db::Connection& db() { return database_.connection(); }

    Thing stored_and_read(Thing const& thing) {
        db().run(
            "INSERT INTO thing VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            thing.id,
            thing.school,
            thing.number,
            thing.maybe_number,
            thing.share,
            thing.ticked,
            thing.note,
            thing.maybe_note,
            thing.born_on,
            thing.written_at,
            thing.answer
        );
        return db().the<Thing>("SELECT * FROM thing WHERE id = $1", thing.id);
    }

    support::TestDatabase database_ = support::TestDatabase::empty();
};

Thing a_thing() {
    return {
        .id = ThingId::make({1}),
        .school = {7},
        .number = 42,
        .maybe_number = 43,
        .share = 0.1,
        .ticked = true,
        .note = "O’Brien-Łukasz 🌱 \"'\\",
        .maybe_note = "",
        .born_on = *calendar::date(2018, 2, 28),
        .written_at = {1'778'000'000'123},
        .answer = Answer::refused};
}

TEST_F(Values, every_type_comes_back_as_it_went_in) {
    auto const thing = a_thing();
    EXPECT_EQ(stored_and_read(thing), thing);
}

TEST_F(Values, nothing_comes_back_as_nothing) {
    auto thing = a_thing();
    thing.maybe_number.reset();
    thing.maybe_note.reset();
    thing.note.clear();
    thing.ticked = false;
    EXPECT_EQ(stored_and_read(thing), thing);
}

TEST_F(Values, whole_numbers_keep_all_64_bits) {
    for (auto number : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        auto thing = a_thing();
        thing.number = number;
        EXPECT_EQ(stored_and_read(thing).number, number);
    }
}

TEST_F(Values, fractions_keep_every_bit) {
    for (auto share : {1.0 / 3.0, -1e300, 5e-324, 0.0}) {
        auto thing = a_thing();
        thing.share = share;
        EXPECT_EQ(stored_and_read(thing).share, share);
    }
}

TEST_F(Values, sums_and_counts_are_whole_numbers) {
    stored_and_read(a_thing());
    stored_and_read(a_thing());
    EXPECT_EQ(db().the<std::int64_t>("SELECT sum(number) FROM thing"), 84);
    EXPECT_EQ(db().the<std::int64_t>("SELECT count(*) FROM thing"), 2);
    EXPECT_EQ(
        db().the<std::optional<std::int64_t>>("SELECT sum(number) FROM thing WHERE school = 8"), std::nullopt
    );
}

TEST_F(Values, a_placeholder_counts_in_64_bits_beside_a_small_number) {
    std::int64_t const now = 1'778'000'000'123;
    EXPECT_EQ(db().the<std::int64_t>("SELECT $1 - 86400000", now), now - 86'400'000);
}

TEST_F(Values, a_tick_fits_a_boolean_column_too) {
    db().run("CREATE TABLE box (ticked BOOLEAN NOT NULL)");
    db().run("INSERT INTO box VALUES ($1)", true);
    EXPECT_TRUE(db().the<bool>("SELECT ticked FROM box WHERE ticked = $1", true));
}

TEST_F(Values, a_word_that_is_not_of_its_set_is_a_broken_row) {
    auto const thing = stored_and_read(a_thing());
    db().run("UPDATE thing SET answer = 'perhaps' WHERE id = $1", thing.id);
    EXPECT_THROW(db().all<Thing>("SELECT * FROM thing"), db::Broken);
    EXPECT_THROW(db().the<std::int64_t>("SELECT answer FROM thing"), db::Broken);
    EXPECT_THROW(db().the<std::string>("SELECT CAST(NULL AS TEXT)"), db::Broken);
}

TEST_F(Values, a_zero_byte_in_a_text_is_turned_away) {
    auto thing = a_thing();
    thing.note = std::string("a\0b", 3);
    EXPECT_THROW(stored_and_read(thing), db::Broken);
}

TEST_F(Values, a_query_says_what_it_found_and_a_change_how_much_it_touched) {
    EXPECT_EQ(db().one<std::string>("SELECT note FROM thing"), std::nullopt);
    EXPECT_THROW(db().the<std::string>("SELECT note FROM thing"), db::Broken);
    stored_and_read(a_thing());
    stored_and_read(a_thing());
    EXPECT_EQ(db().run("UPDATE thing SET number = $1", 1), 2);
    EXPECT_EQ(db().run("DELETE FROM thing WHERE number = $1", 2), 0);
    EXPECT_EQ(db().all<std::string>("SELECT note FROM thing").size(), 2U);
}

TEST_F(Values, as_many_arguments_as_placeholders_are_asked_for) {
    EXPECT_THROW(db().run("DELETE FROM thing WHERE number = $1"), db::Broken);
    EXPECT_THROW(db().run("DELETE FROM thing WHERE number = $1", 1, 2), db::Broken);
}

TEST_F(Values, a_statement_is_exactly_one) {
    EXPECT_THROW(db().run("DELETE FROM thing; DELETE FROM thing"), db::Broken);
}

TEST_F(Values, like_tells_capital_letters_apart) { EXPECT_FALSE(db().the<bool>("SELECT 'Anna' LIKE 'an%'")); }

TEST_F(Values, the_same_statement_runs_again_with_other_arguments) {
    auto const before = db().statements_run();
    for (std::int64_t number = 0; number < 100; ++number)
        EXPECT_EQ(db().the<std::int64_t>("SELECT $1 + 0", number), number);
    EXPECT_EQ(db().statements_run(), before + 100);
}

TEST_F(Values, bytes_come_back_as_they_went_in) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    if (database_.database().engine() == db::Engine::sqlite)
        db().run("CREATE TABLE letter (number INTEGER, pdf BLOB)");
    else
        db().run("CREATE TABLE letter (number INTEGER, pdf BYTEA)");

    db().run("INSERT INTO letter VALUES (1, $1)", db::Bytes{all});
    db().run("INSERT INTO letter VALUES (2, $1)", db::Bytes{});
    auto const letters = db().all<db::Bytes>("SELECT pdf FROM letter ORDER BY number");
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[0].data, all);
    EXPECT_EQ(letters[1].data, "");
}

}  // namespace
