#include "schools/calendar_pages.hpp"

#include <algorithm>
#include <set>

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "schools/bank_holidays.hpp"
#include "schools/school_year.hpp"

namespace schools::pages {
namespace {

std::string year_in_words(int school_year) {
    return std::to_string(school_year) + " to " + std::to_string(school_year + 1);
}

template <class SomePeriod>
std::vector<SomePeriod> of_year(std::vector<SomePeriod> const& all, int school_year) {
    std::vector<SomePeriod> some;
    std::ranges::copy_if(all, std::back_inserter(some), [&](auto const& period) {
        return year_of(period.ends_on) == school_year;
    });
    return some;
}

std::vector<int> years(OpenDays const& days, Date today) {
    std::set<int, std::greater<>> years{calendar::school_year(today)};
    for (auto const& term : days.terms) years.insert(year_of(term.ends_on));
    for (auto const& closure : days.closures) years.insert(year_of(closure.ends_on));
    return {years.begin(), years.end()};
}

h::Node term_table(std::vector<Term> const& terms) {
    design::Table table{
        .caption = "Terms",
        .columns = {{"Term"}, {"First day"}, {"Last day"}},
        .rows = {},
        .if_empty = "No terms yet. Without them no session can be planned."};
    for (auto const& term : terms)
        table.rows.push_back(
            {h::a(h::href("/school/terms/" + std::string(term.id.text())), term.name),
             calendar::in_words(term.starts_on),
             calendar::in_words(term.ends_on)}
        );
    return design::table(table);
}

std::string days_in_words(Closure const& closure) {
    if (closure.starts_on == closure.ends_on) return calendar::in_words(closure.starts_on);
    return calendar::in_words(closure.starts_on) + " to " + calendar::in_words(closure.ends_on);
}

h::Node closure_table(design::FormGuard const& guard, std::vector<Closure> const& closures) {
    constexpr std::string_view heading = "Half terms and other closures";
    if (closures.empty())
        return h::group(
            h::h2(heading), design::empty_state("None yet: half terms and training days belong here.")
        );
    design::Table table{
        .caption = std::string(heading),
        .columns = {{"Closed for"}, {"Days"}, {"If it was entered wrongly"}},
        .rows = {}};
    for (auto const& closure : closures)
        table.rows.push_back(
            {closure.name,
             days_in_words(closure),
             design::post_button(
                 guard, "/school/closures/" + std::string(closure.id.text()) + "/removal", "Remove"
             )}
        );
    return design::table(table);
}

h::Node listed(std::string_view summary, std::vector<BankHoliday> const& holidays, bool open = false) {
    auto const line = [](BankHoliday const& holiday) -> h::Node {
        return h::li(std::string(holiday.name) + ", " + calendar::in_words(holiday.on));
    };
    return design::details(summary, h::ul(h::each(holidays, line)), open);
}

h::Node bank_holiday_list(std::vector<Term> const& terms) {
    std::vector<BankHoliday> within;
    for (auto const& term : terms)
        for (auto const& holiday : bank_holidays_between(term.starts_on, term.ends_on))
            within.push_back(holiday);
    if (within.empty()) return {};
    return listed("Bank holidays in these terms, kept free without being told", within);
}

// Before there is a term, so that nobody enters them as closures.
h::Node coming_bank_holidays(OpenDays const& days, Date today) {
    constexpr int a_year = 365;
    if (!days.terms.empty()) return {};
    auto const coming = bank_holidays_between(today, today + a_year);
    if (coming.empty()) return {};
    return listed("The coming bank holidays, kept free without being told", coming, true);
}

h::Node unknown_bank_holidays(std::vector<Term> const& terms) {
    auto const known_until = bank_holidays_known_until();
    auto const reaches_beyond = [&](Term const& term) { return term.ends_on > known_until; };
    if (std::ranges::none_of(terms, reaches_beyond)) return {};
    return design::notice(
        "Later bank holidays are not known yet",
        h::p(
            "Withy knows bank holidays up to ",
            calendar::day_month_year(known_until),
            ". Add each later one that falls within a term as a closure; until then sessions are planned on "
            "it."
        )
    );
}

h::Node year_section(design::FormGuard const& guard, OpenDays const& days, int school_year) {
    auto const terms = of_year(days.terms, school_year);
    auto const copy_path = "/school/terms/forward?year=" + std::to_string(school_year);
    auto const copy = [&]() -> h::Node {
        return h::p(h::a(
            h::href(copy_path),
            "Copy ",
            year_in_words(school_year),
            " forward to ",
            year_in_words(school_year + 1)
        ));
    };
    bool const may_copy = !terms.empty() && of_year(days.terms, school_year + 1).empty();
    return h::section(
        h::css("part"),
        h::h2(year_in_words(school_year)),
        term_table(terms),
        closure_table(guard, of_year(days.closures, school_year)),
        bank_holiday_list(terms),
        unknown_bank_holidays(terms),
        h::when(may_copy, copy)
    );
}

h::Node period_fields(Answers const& answers, std::string_view name_label, std::string const& prefix = {}) {
    return h::group(
        design::text_input(
            answers,
            {.name = prefix + "name", .label = std::string(name_label), .width = design::Chars::thirty}
        ),
        design::date_input(answers, {.name = prefix + "starts", .legend = "First day"}),
        design::date_input(answers, {.name = prefix + "ends", .legend = "Last day"})
    );
}

h::Node what_stands(Term const& stands) {
    return design::notice(
        "Someone else changed this while you were typing",
        h::group(
            h::p("This is what stands now. Save again to put yours in its place."),
            design::summary_list(
                {{"Name", stands.name},
                 {"First day", calendar::in_words(stands.starts_on)},
                 {"Last day", calendar::in_words(stands.ends_on)}}
            )
        )
    );
}

h::Node kept_period(Answers const& answers, std::string const& prefix) {
    return h::group(
        design::checkbox(answers, {.name = prefix + "keep", .text = "Keep this"}),
        period_fields(answers, "Name", prefix)
    );
}

h::Node kept_periods(Answers const& answers, std::string const& kind, std::size_t count) {
    std::vector<h::Node> nodes;
    for (std::size_t i = 0; i < count; ++i) {
        auto const prefix = kind + "-" + std::to_string(i) + "-";
        auto const name = answers.typed.value(prefix + "name");
        nodes.push_back(design::fieldset(
            name.empty() ? "Without a name" : name, kept_period(answers, prefix), design::Size::small
        ));
    }
    return h::group(nodes);
}

design::Page add_period(
    std::string_view title,
    std::string_view path,
    h::Node const& fields,
    design::FormGuard const& guard,
    Answers const& answers
) {
    return {
        .title = std::string(title),
        .back = {"Terms and closures", "/school/terms"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(title),
            design::form(guard, path, fields, design::button(title))
        )};
}

h::Node which_weeks_count(design::FormGuard const& guard, Answers const& answers) {
    return h::section(
        h::css("part"),
        h::css("part"),
        h::h2("Weeks until the impact review"),
        h::p("The policy says how many weeks after the last session the class teacher measures the impact."),
        design::form(
            guard,
            "/school/terms/impact-weeks",
            design::radios(
                answers,
                {.name = "impact_weeks",
                 .legend = "Which weeks count?",
                 .choices =
                     {{.value = "calendar", .text = "Calendar weeks", .hint = "Holidays count too."},
                      {.value = "school",
                       .text = "School weeks",
                       .hint = "A week without a school day does not count."}}}
            ),
            design::secondary_button("Save which weeks count")
        )
    );
}

}  // namespace

design::Page terms(
    design::FormGuard const& guard, OpenDays const& days, Date today, Answers const& impact_weeks
) {
    auto const section = [&](int year) { return year_section(guard, days, year); };
    return {
        .title = "Terms and closures",
        .back = {"School", "/school"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(impact_weeks.errors),
            design::heading("Terms and closures"),
            h::p("Weekly sessions fall on school days: within a term, and on no closure or bank holiday."),
            design::button_row(
                design::link_button("Add a term", "/school/terms/new"),
                design::secondary_link_button("Add a closure", "/school/closures/new")
            ),
            coming_bank_holidays(days, today),
            h::each(years(days, today), section),
            which_weeks_count(guard, impact_weeks)
        )};
}

design::Page add_term(design::FormGuard const& guard, Answers const& answers) {
    return add_period(
        "Add a term", "/school/terms", period_fields(answers, "Name, such as Autumn 2026"), guard, answers
    );
}

design::Page add_closure(design::FormGuard const& guard, Answers const& answers) {
    return add_period(
        "Add a closure",
        "/school/closures",
        period_fields(answers, "What for, such as Half term or Training day"),
        guard,
        answers
    );
}

design::Page change_term(
    design::FormGuard const& guard,
    TermId const& term,
    Answers const& answers,
    int version,
    std::optional<Term> const& stands
) {
    auto const path = "/school/terms/" + std::string(term.text());
    return {
        .title = "Change a term",
        .back = {"Terms and closures", "/school/terms"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Change a term"),
            stands ? what_stands(*stands) : h::Node{},
            design::form(
                guard,
                path,
                design::hidden("version", std::to_string(version)),
                period_fields(answers, "Name"),
                design::button("Save term")
            ),
            design::details(
                "Remove this term",
                h::group(
                    h::p("Sessions that are planned already keep their days."),
                    design::post_button(guard, path + "/removal", "Remove term")
                )
            )
        )};
}

design::Page year_forward(
    design::FormGuard const& guard, int school_year, YearRows const& rows, Answers const& answers
) {
    auto const to = year_in_words(school_year + 1);
    return {
        .title = "Look over " + to,
        .back = {"Terms and closures", "/school/terms"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Look over " + to, "Copied from " + year_in_words(school_year)),
            h::p("Every day was moved by 52 weeks, so weekdays stay the same. Compare with the calendar that "
                 "your "
                 "local authority or trust publishes; untick what does not come again."),
            design::form(
                guard,
                "/school/terms/forward",
                design::hidden("year", std::to_string(school_year)),
                h::h2("Terms"),
                kept_periods(answers, "term", rows.terms),
                h::h2("Closures"),
                kept_periods(answers, "closure", rows.closures),
                design::button("Add these to " + to)
            )
        )};
}

}  // namespace schools::pages
