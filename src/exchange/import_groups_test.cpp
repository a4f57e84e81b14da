// Pupil premium, and ethnicity where a school keeps it.
#include "exchange/importing_test.hpp"
#include "pupils/ethnicity_store.hpp"

namespace exchange {
namespace {

constexpr auto file =
    "Surname,Forename,DOB,Pupil Premium Indicator,Ethnicity,Religion\n"
    "Lee,Bo,27/03/2017,Yes,WBRI - White British,Jedi\n"
    "Oh,Li,28/03/2017,DPP,Indian,\n"
    "Elm,Jo,29/03/2017,No,REFU,\n";

struct ImportingGroups : Importing {
    // The whole way, with the columns as they were guessed.
    void come_in(std::string data) {
        auto const import = started(std::move(data));
        take_columns(import);
        auto const plan = hidden_plan(get(import + "/review").body);
        ASSERT_EQ(location(post(import + "/done", {{"plan", plan}})), import);
    }
    pupils::Details details_of(std::string const& surname) {
        for (auto const& known : pupils::store::all_known(db, school.school))
            if (known.details.legal_surname == surname) return known.details;
        return {};
    }
    bool any_file_holds(std::string const& words) {
        for (auto const& import : store::latest(db, school.school))
            for (auto const& kept : store::files(db, school.school, import.id))
                if (kept.bytes.find(words) != std::string::npos) return true;
        return false;
    }
};

TEST_F(ImportingGroups, neither_shows_nor_keeps_ethnicity_and_religion_of_a_lone_file) {
    auto const import = started(file);
    auto const columns = get(import + "/columns").body;
    for (auto const* words : {"WBRI", "Indian", "Jedi"}) {
        EXPECT_EQ(columns.find(words), std::string::npos) << words;
        EXPECT_FALSE(any_file_holds(words)) << words;
    }
    EXPECT_NE(columns.find("the column “Ethnicity”"), std::string::npos);
    EXPECT_EQ(columns.find("value=\"ethnicity\""), std::string::npos);
}

TEST_F(ImportingGroups, brings_the_pupil_premium_and_no_ethnicity_that_is_not_kept) {
    come_in(file);
    EXPECT_EQ(details_of("Lee").pupil_premium, "yes");
    EXPECT_EQ(details_of("Oh").pupil_premium, "yes");
    EXPECT_EQ(details_of("Elm").pupil_premium, "no");
    EXPECT_EQ(details_of("Lee").ethnicity, "");
}

TEST_F(ImportingGroups, takes_no_ethnicity_from_a_column_that_somebody_calls_so) {
    auto const import = started("Surname,Forename,DOB,Group\nLee,Bo,27/03/2017,WBRI\n");
    post_columns(
        import,
        {{"column-0", "legal_surname"},
         {"column-1", "legal_forename"},
         {"column-2", "born_on"},
         {"column-3", "ethnicity"}}
    );
    auto const plan = hidden_plan(get(import + "/review").body);
    ASSERT_EQ(location(post(import + "/done", {{"plan", plan}})), import);
    EXPECT_EQ(details_of("Lee").ethnicity, "");
}

TEST_F(ImportingGroups, brings_the_main_group_where_the_school_keeps_it) {
    pupils::ethnicity_store::keep(db, school.school);
    come_in(file);
    EXPECT_EQ(details_of("Lee").ethnicity, "white");
    EXPECT_EQ(details_of("Oh").ethnicity, "asian");
    EXPECT_EQ(details_of("Elm").ethnicity, "not said");
}

TEST_F(ImportingGroups, that_a_later_file_does_not_say_leaves_what_is_known) {
    pupils::ethnicity_store::keep(db, school.school);
    come_in(file);
    come_in("Surname,Forename,DOB,Pupil Premium Indicator,Ethnicity\nLee,Bo,27/03/2017,,NOBT\n");
    EXPECT_EQ(details_of("Lee").pupil_premium, "yes");
    EXPECT_EQ(details_of("Lee").ethnicity, "white");
}

TEST_F(ImportingGroups, ends_on_its_way_where_ethnicity_is_kept_no_longer) {
    pupils::ethnicity_store::keep(db, school.school);
    auto const with = started(file);
    auto const without = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    EXPECT_TRUE(any_file_holds("WBRI"));
    auto visit = school.visit(db, school.administrator);
    actions::leave_those_with_ethnicity(visit);
    EXPECT_FALSE(any_file_holds("WBRI"));
    EXPECT_EQ(store::find(db, school.school, import_id(with))->state, State::left);
    EXPECT_EQ(store::find(db, school.school, import_id(without))->state, State::columns);
}

}  // namespace
}  // namespace exchange
