#include "schools/policy_pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace schools::pages {
namespace {

h::Node review_tag(ReviewState state) {
    switch (state) {
        case ReviewState::not_planned: return design::tag(design::TagKind::calm, "No review planned");
        case ReviewState::ahead: return design::tag(design::TagKind::calm, "Review ahead");
        case ReviewState::due_soon: return design::tag(design::TagKind::due, "Review due soon");
        case ReviewState::overdue: return design::tag(design::TagKind::overdue, "Review overdue");
    }
    return {};
}

std::string range(int least, int most, std::string_view unit) {
    return std::to_string(least) + " to " + std::to_string(most) + " " + std::string(unit);
}

std::string or_dash(std::string const& text) { return text.empty() ? "–" : text; }

h::Node next_review(PolicyLine const& line) {
    auto const& day = line.version.next_review_on;
    auto const words = day ? calendar::in_words(*day) + " " : std::string();
    auto const shown = line.in_force ? review_tag(line.review) : h::Node{};
    return h::group(words, shown);
}

h::Node version_section(PolicyLine const& line, bool may_review) {
    auto const& version = line.version;
    auto const review_path = "/school/policy/" + std::string(version.id.text()) + "/review";
    auto const tag = line.in_force ? design::tag(design::TagKind::done, "In force") : h::Node{};
    auto const review_link = [&]() -> h::Node {
        return h::p(h::a(h::href(review_path), "Record a review of version ", version.number));
    };
    return h::section(
        h::css("part"),
        h::h2("Version ", version.number, " ", tag),
        design::summary_list(
            {{"In force from", calendar::in_words(version.in_force_from_on)},
             {"A group", range(version.group_least, version.group_most, "children")},
             {"A programme", range(version.weeks_least, version.weeks_most, "weekly sessions")},
             {"Impact review",
              range(version.impact_opens_weeks, version.impact_closes_weeks, "weeks after the last session")},
             {"A parent's yes", "holds for " + text::counted(version.consent_weeks, "week", "weeks")},
             {"Last review", or_dash(version.last_review)},
             {"Next review",
              line.superseded ? h::Node("None: another version is in force") : next_review(line)},
             {"Committee", or_dash(version.committee)},
             {"Statutory", version.statutory ? "Yes" : "No"},
             {"Comments", design::as_written(or_dash(version.comments))}}
        ),
        h::when(may_review && !line.superseded, review_link)
    );
}

h::Node overdue_notice(std::vector<PolicyLine> const& lines) {
    for (auto const& line : lines)
        if (line.in_force && line.review == ReviewState::overdue)
            return design::notice(
                "The review of version " + line.version.number + " is overdue",
                h::p("It was due on ", calendar::in_words(*line.version.next_review_on), ".")
            );
    return {};
}

h::Node number(
    Answers const& answers, std::string name, std::string label, std::string suffix, std::string hint = {}
) {
    return design::text_input(
        answers,
        {.name = std::move(name),
         .label = std::move(label),
         .hint = std::move(hint),
         .width = design::Chars::three,
         .input_mode = "numeric",
         .suffix = std::move(suffix)}
    );
}

h::Node review_fields(Answers const& answers) {
    return h::group(
        design::text_input(
            answers,
            {.name = "last_review",
             .label = "Last review",
             .hint = "When and by whom, such as: 12 May 2026 by the headteacher"}
        ),
        design::date_input(answers, {.name = "next_review_on", .legend = "Next review"}),
        design::text_input(answers, {.name = "committee", .label = "Committee that approves it"}),
        design::textarea(answers, {.name = "comments", .label = "Comments", .rows = 3})
    );
}

h::Node numbers(Answers const& answers) {
    return h::group(
        design::fieldset(
            "Children in a group",
            h::group(
                number(answers, "group_least", "At least", "children"),
                number(answers, "group_most", "At most", "children", "Withy holds no group of more than six.")
            )
        ),
        design::fieldset(
            "Length of a programme",
            h::group(
                number(answers, "weeks_least", "At least", "weeks"),
                number(answers, "weeks_most", "At most", "weeks")
            )
        ),
        design::fieldset(
            "Impact review after the last session",
            h::group(
                number(answers, "impact_opens_weeks", "Opens after", "weeks"),
                number(answers, "impact_closes_weeks", "Closes after", "weeks")
            )
        ),
        design::fieldset("A parent's yes", number(answers, "consent_weeks", "Holds for", "weeks"))
    );
}

h::Node what_stands(PolicyVersion const& stands) {
    auto const next = stands.next_review_on ? calendar::in_words(*stands.next_review_on) : std::string("–");
    return design::notice(
        "Someone else changed this while you were typing",
        h::group(
            h::p("This is what stands now. Save again to put yours in its place."),
            design::summary_list(
                {{"Last review", or_dash(stands.last_review)},
                 {"Next review", next},
                 {"Committee", or_dash(stands.committee)},
                 {"Comments", design::as_written(or_dash(stands.comments))}}
            )
        )
    );
}

// What becomes of the only version when another is entered.
std::string what_happens(ToCorrect const& to_correct, Date today) {
    auto const& [only, up_to, is_withys_own] = to_correct;
    auto const corrects = up_to == today ? "today" : calendar::in_words(up_to);
    auto const comes_after = up_to == today ? "a later day" : "today or a later day";
    auto const begun =
        is_withys_own ? "Withy began with version " + only.number + ", and no programme was made under it. "
                      : "No programme was made under version " + only.number + " yet. ";
    return begun + "What you enter takes its place if it is in force from " + corrects +
           " or an earlier day. From " + comes_after + " it stands beside it.";
}

std::string what_stands_so_far(ToCorrect const& to_correct) {
    auto const& number = to_correct.version.number;
    if (to_correct.is_withys_own)
        return "Withy began with version " + number +
               " and the published policy's numbers. Enter your school's own version to put it in its place.";
    return "No programme was made under version " + number +
           " yet. To correct it, enter it again with its day or an earlier one.";
}

}  // namespace

design::Page policy(
    std::vector<PolicyLine> const& lines, PolicyWays const& may, std::optional<ToCorrect> const& to_correct
) {
    auto const so_far = [&]() -> h::Node { return h::p(what_stands_so_far(*to_correct)); };
    auto const section = [&](PolicyLine const& line) { return version_section(line, may.review); };
    auto const add = [] { return design::link_button("Enter a version", "/school/policy/new"); };
    design::Place const back = may.enter ? design::Place{"School", "/school"} : design::Place{"Today", "/"};
    return {
        .title = "Nurture Support Policy",
        .back = back,
        .main = h::group(
            design::heading("Nurture Support Policy"),
            overdue_notice(lines),
            h::p("The version in force when a programme starts judges that programme to its end."),
            h::when(may.enter && to_correct, so_far),
            h::when(may.enter, add),
            h::each(lines, section)
        )};
}

design::Page add_policy_version(
    design::FormGuard const& guard,
    Answers const& answers,
    Date today,
    std::optional<ToCorrect> const& to_correct
) {
    auto const becomes =
        to_correct
            ? what_happens(*to_correct, today)
            : std::string("Earlier versions stay as they are and go on judging what started under them.");
    auto const days = to_correct
                          ? std::string("The day from which your school's policy says that it is in force.")
                          : std::string("Today or a later day, from which no other version is in force.");
    return {
        .title = "Enter a policy version",
        .back = {"Policy", "/school/policy"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Enter a policy version"),
            h::p(becomes),
            design::form(
                guard,
                "/school/policy",
                to_correct ? design::hidden("version", std::to_string(to_correct->version.version))
                           : h::Node{},
                design::text_input(
                    answers, {.name = "number", .label = "Version number", .width = design::Chars::ten}
                ),
                design::date_input(
                    answers, {.name = "in_force_from_on", .legend = "In force from", .hint = days}
                ),
                numbers(answers),
                review_fields(answers),
                design::checkbox(answers, {.name = "statutory", .text = "This policy is statutory"}),
                design::button("Save version")
            )
        )};
}

design::Page review_policy(
    design::FormGuard const& guard,
    PolicyVersion const& of,
    Answers const& answers,
    int version,
    std::optional<PolicyVersion> const& stands
) {
    return {
        .title = "Record a review",
        .back = {"Policy", "/school/policy"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Record a review", "Version " + of.number),
            stands ? what_stands(*stands) : h::Node{},
            design::form(
                guard,
                "/school/policy/" + std::string(of.id.text()) + "/review",
                design::hidden("version", std::to_string(version)),
                review_fields(answers),
                design::button("Save review")
            )
        )};
}

}  // namespace schools::pages
