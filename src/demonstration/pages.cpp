#include "demonstration/pages.hpp"

#include <algorithm>

#include "design/controls.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"

namespace demonstration::pages {
namespace {

using visits::Role;

constexpr std::size_t teachers_shown = 2;

std::string_view what_the_day_holds(Role role) {
    switch (role) {
        case Role::class_teacher:
            return "Raises concerns, answers the Nurture Assistant’s questions, and measures the impact some "
                   "weeks after "
                   "a programme.";
        case Role::support_staff:
            return "Notices things on the playground, raises a concern in a minute, and sees what became of "
                   "it.";
        case Role::nurture_assistant:
            return "Has today’s sessions laid out: plans to hand, a register, and an evaluation for each "
                   "child "
                   "afterwards.";
        case Role::senco:
            return "Holds the threads: referrals to discuss, priorities, the waiting list, letters, consent "
                   "and places.";
        case Role::headteacher:
            return "Decides where parents differ, and opens a child’s story with a reason.";
        case Role::safeguarding_lead: return "Sees who is supported, and which concerns went to CPOMS.";
        case Role::administrator:
            return "Keeps people, training, terms, rooms and the letter, and imports pupils. Sees no case.";
        case Role::governor: return "Reads the policy and how it is followed. Sees no child’s name.";
    }
    return {};
}

std::string role_of(Somebody const& somebody) {
    std::string const role(in_words(somebody.role));
    return somebody.class_name.empty() ? role : role + " of " + somebody.class_name;
}

h::Node sign_in_as(design::FormGuard const& guard, Chosen const& chosen, Somebody const& somebody) {
    return design::form(
        guard,
        "/demonstration",
        design::hidden("school", std::to_string(chosen.school.number)),
        design::hidden("person", somebody.staff.text()),
        design::secondary_button("Sign in as " + somebody.name)
    );
}

h::Node person(design::FormGuard const& guard, Chosen const& chosen, Somebody const& somebody) {
    return h::li(
        h::h2(h::css("govuk-heading-m"), somebody.name),
        h::p(h::strong(role_of(somebody)), ". ", what_the_day_holds(somebody.role)),
        sign_in_as(guard, chosen, somebody)
    );
}

h::Node short_line(design::FormGuard const& guard, Chosen const& chosen, Somebody const& somebody) {
    return h::li(h::p(role_of(somebody)), sign_in_as(guard, chosen, somebody));
}

// In the order in which a visitor understands the work best.
int rank(Role role) {
    constexpr std::array order{
        Role::senco,
        Role::nurture_assistant,
        Role::class_teacher,
        Role::support_staff,
        Role::headteacher,
        Role::safeguarding_lead,
        Role::administrator,
        Role::governor};
    return static_cast<int>(std::ranges::find(order, role) - order.begin());
}

h::Node other_schools(Chosen const& chosen) {
    if (chosen.schools < 2) return {};
    auto const next = chosen.school.number % chosen.schools + 1;
    return h::p(
        "This county has ",
        std::to_string(chosen.schools),
        " made-up schools. ",
        h::a(h::href("/demonstration?school=" + std::to_string(next)), "See the next one")
    );
}

}  // namespace

design::Page be_somebody(design::FormGuard const& guard, Chosen const& chosen) {
    auto people = chosen.people;
    std::ranges::stable_sort(people, {}, [](auto const& somebody) { return rank(somebody.role); });
    std::vector<Somebody> shown;
    std::vector<Somebody> others;
    std::size_t teachers = 0;
    bool support_shown = false;
    for (auto const& somebody : people) {
        bool const one_too_many =
            (somebody.role == Role::class_teacher && teachers++ >= teachers_shown) ||
            (somebody.role == Role::support_staff && std::exchange(support_shown, true));
        (one_too_many ? others : shown).push_back(somebody);
    }
    return {
        .title = "Be one of these people",
        .back = {},
        .main = h::group(
            design::heading("Be one of these people", chosen.school_name),
            h::p("This school, its children and everyone else in it are made up. Nothing here is about "
                 "anybody who "
                 "lives. Look around, and change what you like."),
            other_schools(chosen),
            h::ul(
                h::css("govuk-list"),
                h::each(shown, [&](auto const& one) { return person(guard, chosen, one); })
            ),
            others.empty()
                ? h::Node{}
                : design::details(
                      "More people of this school",
                      h::ul(
                          h::css("govuk-list"),
                          h::each(others, [&](auto const& one) { return short_line(guard, chosen, one); })
                      )
                  )
        )};
}

}  // namespace demonstration::pages
