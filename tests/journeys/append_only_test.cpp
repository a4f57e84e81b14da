// What was answered and what was logged stays, however somebody writes over it.
#include "journeys/racing.hpp"

namespace journeys {
namespace {

class AppendOnly : public Racing {
protected:
    bool on_sqlite = database.database().engine() == db::Engine::sqlite;

    std::string tried(db::Sql sql) { return written(database.connection(), sql, school.school); }
    std::string log() {
        constexpr db::Sql sql = "SELECT max(hash) FROM record WHERE school_id = $1";
        return stands<std::string>(sql, school.school);
    }
};

TEST_F(AppendOnly, an_answer_is_neither_changed_nor_deleted_nor_replaced) {
    is_ready_for_a_place(sam);
    EXPECT_EQ(tried("UPDATE consent_answer SET answer = 'refused' WHERE school_id = $1"), "answers_stay");
    EXPECT_EQ(tried("DELETE FROM consent_answer WHERE school_id = $1"), "answers_stay");
    if (!on_sqlite) return;
    EXPECT_EQ(
        tried("INSERT OR REPLACE INTO consent_answer SELECT * FROM consent_answer WHERE school_id = $1"),
        "answers_stay"
    );
}

TEST_F(AppendOnly, a_record_is_neither_changed_nor_deleted_nor_replaced) {
    raises_a_concern(sam);
    auto const before = log();
    EXPECT_EQ(tried("UPDATE record SET hash = '' WHERE school_id = $1"), "records_stay");
    EXPECT_EQ(tried("DELETE FROM record WHERE school_id = $1"), "records_stay");
    EXPECT_EQ(log(), before);
    if (!on_sqlite) return;
    EXPECT_EQ(
        tried("INSERT OR REPLACE INTO record SELECT * FROM record WHERE school_id = $1"), "records_stay"
    );
    EXPECT_EQ(log(), before);
}

}  // namespace
}  // namespace journeys
