#include "app/queries_test.hpp"

#include <iostream>
#include <map>

// How many statements a page runs must not depend on how much it shows. bin/bench reads the lines printed
// here.
namespace app {
namespace {

// Pages that show no more at 1000 rows than at 10, and why.
std::map<std::string, std::string_view> const shows_no_more{
    {"the headteacher's home page", "it counts, without names"},
    {"a session", "it was held before others joined, and a group has six places"},
    {"the assessments of the school", "it counts, without names, and many dots are a bar"},
    {"the school", "its name and its settings are one each"},
    {"an import's check", "it shows the columns, and of the rows their number"}};
constexpr std::size_t a_row = 100;  // letters: a count that grew by two figures is none

TEST_F(Queries, of_a_page_are_as_many_at_1000_rows_as_at_10) {
    auto const sam = "/pupils/" + std::string(school_.sam.id.text());
    auto const sams_case = "/cases/" + running_.text_case;
    auto const sams_place = "/places/" + running_.place;
    auto const person = "/school/people/" + std::string(school_.nurture_assistant.staff.text());
    std::vector<PageOf> const growing{
        {"a Nurture Assistant's home page", school_.nurture_assistant, "/"},
        {"a class teacher's home page", school_.teacher_of_4b, "/"},
        {"the SENCo's home page", school_.senco, "/"},
        {"the headteacher's home page", school_.headteacher, "/"},
        {"the administrator's home page", school_.administrator, "/"},
        {"a class list", school_.teacher_of_4b, "/classes/" + std::string(school_.class_4b.text())},
        {"the measures of a class",
         school_.teacher_of_4b,
         "/classes/" + std::string(school_.class_4b.text()) + "/measures"},
        {"whom to talk about first of a class",
         school_.teacher_of_4b,
         "/classes/" + std::string(school_.class_4b.text()) + "/screen"},
        {"whom to talk about first of the school", school_.senco, "/screen"},
        {"the assessments of a class",
         school_.teacher_of_4b,
         "/classes/" + std::string(school_.class_4b.text()) + "/assessments"},
        {"the assessments of a programme",
         school_.nurture_assistant,
         "/programmes/" + running_.programme + "/assessments"},
        {"the assessments of the school", school_.senco, "/school/assessments"},
        {"a search", school_.senco, "/pupils?q=ash"},
        {"a case page, for the SENCo", school_.senco, sam},
        {"a case page, for the deliverer", school_.nurture_assistant, sam},
        {"referrals", school_.senco, "/referrals"},
        {"the waiting list", school_.senco, "/waiting-list"},
        {"programmes", school_.senco, "/programmes"},
        {"a place to be found", school_.senco, "/cases/" + ready_case() + "/place"},
        {"a programme", school_.nurture_assistant, "/programmes/" + running_.programme},
        {"a session to come", school_.nurture_assistant, "/sessions/" + running_.todays_session},
        {"a session", school_.nurture_assistant, "/sessions/" + running_.first_session},
        {"check-ins", school_.nurture_assistant, "/check-ins"},
        {"a case's consent", school_.senco, sams_case + "/consent"},
        {"strategies", school_.nurture_assistant, "/strategies"},
        {"people", school_.administrator, "/school/people"},
        {"an evaluation",
         school_.nurture_assistant,
         "/sessions/" + running_.first_session + "/evaluations/" + running_.place},
        {"a place's targets", school_.nurture_assistant, sams_place + "/targets"},
        {"where a class teacher sees a child", school_.teacher_of_4b, sams_place + "/measure"},
        {"a child's contacts", school_.senco, sam + "/contacts"},
        {"a child's entries on CPOMS", school_.nurture_assistant, sam + "/safeguarding"},
        {"the concerns that one raised", school_.teacher_of_4b, "/concerns"},
        {"a concern to write", school_.teacher_of_4b, sam + "/concerns/new"},
        {"a case's letters", school_.senco, sams_case + "/letters"},
        {"a case's discussion", school_.senco, sams_case + "/discussion"},
        {"a case's prioritisation", school_.senco, sams_case + "/prioritisation"},
        {"a case's questions", school_.nurture_assistant, sams_case + "/questions"},
        {"a case's messages to parents", school_.nurture_assistant, sams_case + "/parent-messages"},
        {"a case's check-ins", school_.nurture_assistant, sams_case + "/check-ins"},
        {"a case's work with others", school_.senco, sams_case + "/liaison"},
        {"a case's next step", school_.senco, sams_case + "/next-step"},
        {"a case's closing", school_.senco, sams_case + "/closing"},
        {"a programme to make", school_.senco, "/programmes/new"},
        {"who delivers a programme", school_.senco, "/programmes/" + running_.programme + "/delivery"},
        {"the school", school_.administrator, "/school"},
        {"terms", school_.administrator, "/school/terms"},
        {"rooms", school_.administrator, "/school/rooms"},
        {"the policy", school_.administrator, "/school/policy"},
        {"one person", school_.administrator, person},
        {"a role to give", school_.administrator, person + "/roles/new"},
        {"imports", school_.administrator, "/school/imports"},
    };
    // The rows of a file stand as they were sent, so that more of them are another import.
    auto const pages_at = [&](int rows) {
        grow_to(rows);
        auto const import = import_of(rows);
        auto pages = growing;
        pages.push_back({"an import's check", school_.administrator, import + "/check"});
        pages.push_back({"an import's review", school_.administrator, import + "/review"});
        return pages;
    };
    std::vector<Shown> few;
    for (auto const& page : pages_at(10)) few.push_back(shown(page));
    auto const pages = pages_at(1000);
    for (std::size_t at = 0; at < pages.size(); ++at) {
        auto const& name = pages[at].name;
        auto const many = shown(pages[at]);
        EXPECT_EQ(many.statements, few[at].statements) << name;
        bool const shows_more = many.letters > few[at].letters + a_row;
        EXPECT_EQ(shows_more, !shows_no_more.contains(name)) << name;
        std::cout << "QUERIES " << few[at].statements << " " << many.statements << " " << name << "\n";
    }
}

}  // namespace
}  // namespace app
