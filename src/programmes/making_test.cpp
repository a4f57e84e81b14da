// What the form of a new programme says about what was typed.
#include "programmes/making_routes.hpp"
#include "programmes/nurture_test.hpp"
#include "support/answered.hpp"

namespace programmes {
namespace {

class MakingAProgramme : public NurtureTest {
protected:
    Fields wanted() {
        return Fields(
            {{"name", "Friendship group"},
             {"form", "group"},
             {"places", "4"},
             {"deliverer", std::string(school.nurture_assistant.staff.text())},
             {"room", std::string(school.room.text())},
             {"starts_on", calendar::iso(day)},
             {"starts_at_time", "9:30"},
             {"minutes", "45"},
             {"weeks", "6"}}
        );
    }
    Fields with(Fields const& typed, std::map<std::string, std::string> const& other) {
        Fields fields;
        for (auto const& [name, value] : typed.entries())
            fields.add(name, other.contains(name) ? other.at(name) : value);
        return fields;
    }
    http::Response sent(Fields const& form) {
        return as(school.senco, [&](Visit& visit) {
            auto request = school.get(school.senco, "/programmes");
            request.form = form;
            return support::answered(making_routes().back(), visit, request);
        });
    }
    // In this order, and nothing else that is said to be wrong.
    void expect_said(Fields const& form, std::vector<std::string> const& errors) {
        auto const answered = sent(form);
        EXPECT_EQ(answered.status, 422);
        auto const summary = answered.body.substr(0, answered.body.find("<form"));
        std::size_t from = 0;
        for (auto const& words : errors) {
            auto const at = summary.find(words, from);
            EXPECT_NE(at, std::string::npos) << words;
            if (at != std::string::npos) from = at;
        }
        std::size_t said = 0;
        for (auto at = summary.find("<li>"); at != std::string::npos; at = summary.find("<li>", at + 1))
            ++said;
        EXPECT_EQ(said, errors.size()) << summary.substr(summary.find("There is a problem"));
    }
};

TEST_F(MakingAProgramme, is_done_where_nothing_is_wrong) { EXPECT_EQ(sent(wanted()).status, 303); }

// A name that is missing stood alone before, and the day without school came after it was mended.
TEST_F(MakingAProgramme, says_at_once_what_cannot_be_read_and_what_the_policy_and_the_terms_refuse) {
    expect_said(
        with(
            wanted(),
            {{"name", ""},
             {"places", "9"},
             {"deliverer", std::string(school.untrained.staff.text())},
             {"starts_on", calendar::iso(day + 4)},
             {"starts_at_time", "soon"},
             {"weeks", "12"}}
        ),
        {"Enter a name",
         "The policy in force allows fewer children",
         "Nurture training is not in force",
         "The school is closed on that day",
         "Enter the time the session begins",
         "The length differs from the policy"}
    );
}

TEST_F(MakingAProgramme, says_nothing_that_rests_on_what_cannot_be_read) {
    expect_said(
        with(wanted(), {{"form", ""}, {"places", "9"}, {"starts_on", ""}, {"weeks", ""}, {"deliverer", ""}}),
        {"Choose one to one or a group",
         "Choose who delivers",
         "Enter the day of the first session",
         "Enter how many weeks"}
    );
}

TEST_F(MakingAProgramme, says_beside_the_errors_what_is_taken_at_that_time) {
    ASSERT_EQ(sent(wanted()).status, 303);
    auto const again = sent(with(wanted(), {{"name", ""}})).body;
    EXPECT_NE(again.find("Enter a name"), again.npos);
    EXPECT_NE(again.find("is taken by “Friendship group”"), again.npos);
}

}  // namespace
}  // namespace programmes
