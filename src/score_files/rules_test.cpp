#include "score_files/rules.hpp"

#include <gtest/gtest.h>

#include "exchange/sheet_rules.hpp"
#include "measures/ready.hpp"

namespace score_files {
namespace {

using measures::Kind;
using measures::Measure;
using measures::Ready;

class ScoresInAFile : public testing::Test {
protected:
    Measure working_at{.id = MeasureId::make(Instant{1}), .definition = definition_of(Ready::working_at)};
    Measure behaviour{
        .id = MeasureId::make(Instant{1}), .definition = definition_of(Ready::five_ratings_of_behaviour)};
    PupilOfClass sam{PupilId::make(Instant{1}), "A123456789012", {"Sam Okafor", "Samuel Okafor"}};
    PupilOfClass tom{PupilId::make(Instant{1}), "", {"Tom Zieliński", "Tomasz Zieliński"}};
    std::vector<PupilOfClass> pupils{sam, tom};

    Expected<std::vector<FoundScore>, std::vector<Fault>> read(std::string_view file) {
        auto const sheet = exchange::read_sheet(file, exchange::Kind::pupils);
        EXPECT_TRUE(sheet) << file;
        return scores_in(*sheet, std::vector{working_at, behaviour}, pupils);
    }
    std::vector<Fault> faults(std::string_view file) {
        auto const found = read(file);
        return found ? std::vector<Fault>{} : found.error();
    }
};

using Scores = std::vector<FoundScore>;
using Faults = std::vector<Fault>;

TEST_F(ScoresInAFile, are_of_the_pupil_whose_upn_stands_in_the_row) {
    EXPECT_EQ(
        read("UPN,Achievement,Behaviour\na123456789012,4,12\n"),
        (Scores{{sam.id, Kind::achievement, 400}, {sam.id, Kind::behaviour, 1'200}})
    );
}

TEST_F(ScoresInAFile, are_of_the_pupil_whose_name_stands_there_however_it_is_written) {
    for (auto const* name : {"Tom Zieliński", "tom zielinski", "Tomasz Zielinski", "\"Zielinski, Tom\""})
        EXPECT_EQ(
            read(std::string("Name;Achievement\n") + name + ";2\n"),
            (Scores{{tom.id, Kind::achievement, 200}})
        ) << name;
    EXPECT_EQ(
        read("Forename,Surname,Achievement\nSam,Okafor,3\n"), (Scores{{sam.id, Kind::achievement, 300}})
    );
    EXPECT_EQ(read("Pupil,Achievement\nSam Okafor,3\n"), (Scores{{sam.id, Kind::achievement, 300}}));
}

TEST_F(ScoresInAFile, stand_below_the_measures_own_name_too_and_other_columns_are_passed_over) {
    EXPECT_EQ(
        read("Name,Year,Working at,Remark\nSam Okafor,4,3,well done\n"),
        (Scores{{sam.id, Kind::achievement, 300}})
    );
}

TEST_F(ScoresInAFile, say_nothing_where_the_cell_is_blank) {
    EXPECT_EQ(
        read("Name,Achievement,Behaviour\nSam Okafor,,10\nTom Zieliński,5,\n"),
        (Scores{{sam.id, Kind::behaviour, 1'000}, {tom.id, Kind::achievement, 500}})
    );
    EXPECT_EQ(faults("Name,Achievement\nSam Okafor,\n"), (Faults{{.code = Code::no_scores}}));
}

TEST_F(ScoresInAFile, are_refused_with_every_fault_by_row_and_column) {
    EXPECT_EQ(
        faults("Name,Achievement,Behaviour\nSam Okafor,9,x\nNobody Known,3,10\nSam Okafor,3,10\n"),
        (Faults{
            {Code::score_off_its_scale, 2, "Achievement", "9"},
            {Code::score_off_its_scale, 2, "Behaviour", "x"},
            {Code::pupil_unknown, 3, "Name", "Nobody Known"},
            {Code::pupil_twice, 4, "Name", "Sam Okafor"}})
    );
    EXPECT_EQ(
        faults("UPN,Achievement\nB123456789012,3\n"),
        (Faults{{Code::pupil_unknown, 2, "UPN", "B123456789012"}})
    );
}

TEST_F(ScoresInAFile, are_nobodys_where_two_have_the_name_until_their_upns_tell_them_apart) {
    PupilOfClass const other{PupilId::make(Instant{1}), "C123456789012", {"Sam Okafor"}};
    pupils.push_back(other);
    EXPECT_EQ(
        faults("Name,Achievement\nSam Okafor,3\n"), (Faults{{Code::name_of_several, 2, "Name", "Sam Okafor"}})
    );
    EXPECT_EQ(
        read("UPN,Name,Achievement\nC123456789012,Sam Okafor,3\n"),
        (Scores{{other.id, Kind::achievement, 300}})
    );
}

TEST_F(ScoresInAFile, need_a_column_of_pupils_and_one_of_a_measure_that_stands) {
    EXPECT_EQ(
        faults("Class,Mark\n4B,3\n"),
        (Faults{{.code = Code::no_column_of_pupils}, {.code = Code::no_column_of_scores}})
    );
    EXPECT_EQ(faults("Name,Progress\nSam Okafor,3\n"), (Faults{{.code = Code::no_column_of_scores}}));
    EXPECT_EQ(
        faults("Name,Achievement,Working at\nSam Okafor,3,4\n"),
        (Faults{{.code = Code::two_columns_of_one_measure, .column = "Working at"}})
    );
}

TEST(CodesOfScores, are_each_another_one_and_say_what_to_do) {
    std::set<std::string> codes;
    for (auto const code :
         {Code::pupil_unknown,
          Code::pupil_twice,
          Code::name_of_several,
          Code::score_off_its_scale,
          Code::no_column_of_pupils,
          Code::no_column_of_scores,
          Code::two_columns_of_one_measure,
          Code::no_scores}) {
        EXPECT_TRUE(codes.insert(in_code(code)).second);
        EXPECT_FALSE(in_words(code).empty());
    }
    EXPECT_EQ(in_code(Code::pupil_unknown), "SCO001");
}

}  // namespace
}  // namespace score_files
