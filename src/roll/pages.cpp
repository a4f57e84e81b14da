#include "roll/pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "pupils/groups.hpp"

namespace roll::pages {
namespace {

using pupils::Details;
using pupils::Ethnicity;

std::string or_dash(std::string const& value) { return value.empty() ? "–" : value; }

std::string sex_in_words(std::string const& sex) {
    if (sex == "F") return "Female";
    return sex == "M" ? "Male" : "–";
}

std::string sen_in_words(std::string const& provision) {
    if (provision == "N") return "No SEN";
    if (provision == "K") return "SEN support";
    return provision == "E" ? "EHC plan" : "–";
}

h::Node what_the_system_says(need_to_know::Named const& child, pupils::KnownPupil const& known) {
    auto const& said = known.details;
    return h::section(
        h::h2("From the school’s system"),
        design::summary_list(
            {{"Legal name", child.in_full()},
             {"UPN", or_dash(said.upn)},
             {"Admission number", or_dash(said.admission_number)},
             {"Date of birth", calendar::day_month_year(said.born_on)},
             {"Sex", sex_in_words(said.sex)},
             {"Year", or_dash(pupils::year_in_words(said.year_group))},
             {"Class", or_dash(known.class_name)},
             {"SEN provision", sen_in_words(said.sen_provision)},
             {"Joined", calendar::day_month_year(known.joined_on)}}
        ),
        h::p("An ", h::a(h::href("/school/imports"), "import"), " changes these.")
    );
}

// Of what the form asks, and no more.
h::Node what_stands(Entry const& entry) {
    auto const& said = entry.known.details;
    std::vector<design::SummaryRow> rows{
        {"Pupil premium", pupils::pupil_premium_in_words(said.pupil_premium)}};
    if (entry.keeps_ethnicity) rows.push_back({"Ethnicity", pupils::ethnicity_in_words(said.ethnicity)});
    return design::notice("What stands now", design::summary_list(rows));
}

h::Node premium_field(Answers const& answers) {
    return design::radios(
        answers,
        {.name = "pupil_premium",
         .legend = "Does the child have the pupil premium?",
         .choices = {{"yes", "Yes"}, {"no", "No"}, {"unknown", "Not on record"}},
         .hint = "Of any kind. It shows whether support reaches these children as it does others."}
    );
}

h::Node ethnicity_field(Answers const& answers) {
    std::vector<design::Choice> groups;
    for (auto const group : all_of<Ethnicity>())
        groups.push_back({std::string(word(group)), std::string(pupils::in_words(group))});
    groups.push_back({"unknown", "Not on record"});
    return design::radios(
        answers,
        {.name = "ethnicity",
         .legend = "Ethnicity",
         .choices = groups,
         .hint = "The main group of the national census, as the child’s family says it. No page of the "
                 "child’s support shows it."}
    );
}

h::Node why_no_ethnicity() {
    return h::p(
        "Your school does not keep ethnicity. ",
        h::a(h::href("/school/ethnicity"), "Decide whether it does"),
        "."
    );
}

}  // namespace

std::string path_of(PupilId const& pupil) { return "/pupils/" + std::string(pupil.text()) + "/roll"; }

design::Page entry(design::FormGuard const& guard, Entry const& entry, Answers const& answers) {
    auto const path = "/pupils/" + std::string(entry.child.id().text());
    auto const stands = [&]() -> h::Node { return what_stands(entry); };
    return {
        .title = "Roll entry of " + entry.child.in_full(),
        .back = {.text = entry.child.in_full(), .path = path},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Roll entry", entry.child.in_full()),
            what_the_system_says(entry.child, entry.known),
            h::section(
                h::h2("For the school’s figures"),
                h::when(entry.is_changed_meanwhile, stands),
                design::form(
                    guard,
                    path_of(entry.child.id()),
                    design::hidden("version", std::to_string(entry.known.version)),
                    premium_field(answers),
                    entry.keeps_ethnicity ? ethnicity_field(answers) : why_no_ethnicity(),
                    design::button("Save the roll entry")
                )
            )
        )};
}

design::Page ethnicity(design::FormGuard const& guard, bool keeps, Answers const& answers) {
    return {
        .title = "Ethnicity",
        .back = {},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Ethnicity"),
            h::p(
                keeps ? "Your school keeps its pupils’ ethnicity."
                      : "Your school does not keep its pupils’ ethnicity."
            ),
            h::p("It has one use here: the figures of a school year say whether support reaches every group "
                 "alike. Of fewer than five children they say nothing."),
            h::p("Kept is one of the main groups of the national census, by import or on a child’s roll "
                 "entry. The administrator sees it there, and a family in their copy of what is held. It "
                 "stands on no page of a child’s support, in no list and in no log."),
            design::form(
                guard,
                "/school/ethnicity",
                design::radios(
                    answers,
                    {.name = "keeps_ethnicity",
                     .legend = "Does the school keep ethnicity?",
                     .choices =
                         {{.value = "yes",
                           .text = "Yes",
                           .hint =
                               "It is special category data: say so in the school’s privacy notice first."},
                          {.value = "no",
                           .text = "No",
                           .hint =
                               "What stands now is erased for good. Figures that were made stay, since they "
                               "tell of no child."}}}
                ),
                design::button("Save")
            )
        )};
}

}  // namespace roll::pages
