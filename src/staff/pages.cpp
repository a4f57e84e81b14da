#include "staff/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace staff::pages {
namespace {

design::Place const back_to_people{"People", "/school/people"};

std::string role_in_words(RoleHeld const& role) {
    auto words = std::string(in_words(role.role));
    if (role.class_name) words += " of " + *role.class_name;
    return words;
}

std::string roles_in_words(std::vector<RoleHeld> const& roles) {
    std::vector<std::string> words;
    for (auto const& role : roles) words.push_back(role_in_words(role));
    return words.empty() ? "No role today" : text::listed(words);
}

h::Node account_tag(AccountState state) {
    switch (state) {
        case AccountState::not_invited: return design::tag(design::TagKind::due, "Not invited");
        case AccountState::invited: return design::tag(design::TagKind::waiting, "Invited");
        case AccountState::may_sign_in: return design::tag(design::TagKind::done, "Signs in");
        case AccountState::left: return design::tag(design::TagKind::calm, "Has left");
    }
    return {};
}

// On the list, what nothing is to be done about stands without a colour.
h::Node account_cell(AccountState state) {
    return state == AccountState::may_sign_in ? h::Node("Signs in") : account_tag(state);
}

h::Node training_cell(TrainingStanding const& training) {
    auto const until = training.until ? " until " + calendar::day_month_year(*training.until) : std::string();
    switch (training.state) {
        case TrainingState::none: return "–";
        case TrainingState::starts_later: return design::tag(design::TagKind::waiting, "Booked");
        case TrainingState::in_force: return h::group(design::tag(design::TagKind::done, "In force"), until);
        case TrainingState::expires_soon:
            return h::group(design::tag(design::TagKind::due, "Expires soon"), until);
        case TrainingState::expired: return design::tag(design::TagKind::overdue, "Expired");
    }
    return {};
}

// One training in a line: most people need none, and whose is in force is read and passed over.
h::Node training_line(std::string_view kind, TrainingStanding const& training) {
    if (training.state == TrainingState::none) return {};
    if (training.state == TrainingState::in_force && training.until)
        return h::div(kind, " until " + calendar::day_month_year(*training.until));
    return h::div(kind, " ", training_cell(training));
}

h::Node training_today(TrainingStanding const& training) {
    return training.state == TrainingState::none ? "none" : training_cell(training);
}

h::Node trainings_cell(PersonLine const& line) {
    if (line.nurture.state == TrainingState::none && line.safeguarding.state == TrainingState::none)
        return "–";
    return h::div(training_line("Nurture", line.nurture), training_line("Safeguarding", line.safeguarding));
}

bool needs_nurture_training(PersonLine const& line) {
    return std::ranges::any_of(line.roles_today, [](auto const& role) {
        return role.role == visits::Role::nurture_assistant;
    });
}

void add_renewal(std::vector<design::WorkItem>& items, PersonLine const& line, TrainingKind kind) {
    auto const& training = kind == TrainingKind::nurture ? line.nurture : line.safeguarding;
    bool const expired = training.state == TrainingState::expired;
    bool const missing = kind == TrainingKind::nurture && needs_nurture_training(line) &&
                         training.state == TrainingState::none;
    if (!expired && !missing && training.state != TrainingState::expires_soon) return;
    items.push_back(
        {.title = line.person.name + ": " + std::string(in_words(kind)),
         .path = path_of(line.person.id),
         .detail = training.until ? "In force until " + calendar::in_words(*training.until)
                                  : std::string("Not in force today"),
         .tag = expired || missing ? design::tag(design::TagKind::overdue, missing ? "Missing" : "Expired")
                                   : design::tag(design::TagKind::due, "Expires soon")}
    );
}

h::Node renewals(std::vector<PersonLine> const& lines) {
    design::WorkList list{.heading = "Training to renew", .items = {}};
    for (auto const& line : lines) {
        if (line.account == AccountState::left) continue;
        add_renewal(list.items, line, TrainingKind::nurture);
        add_renewal(list.items, line, TrainingKind::safeguarding);
    }
    return design::work_list(list);
}

h::Node name_link(Person const& person) { return h::a(h::href(path_of(person.id)), person.name); }

h::Node people_here(std::vector<PersonLine> const& lines) {
    design::Table table{
        .caption = "People who work here",
        .columns = {{"Name"}, {"Roles today"}, {"Training"}, {"Account"}},
        .rows = {},
        .caption_unseen = true,
        .if_empty = "Nobody yet."};
    for (auto const& line : lines)
        if (line.account != AccountState::left)
            table.rows.push_back(
                {name_link(line.person),
                 roles_in_words(line.roles_today),
                 trainings_cell(line),
                 account_cell(line.account)}
            );
    return design::table(table);
}

h::Node people_who_left(std::vector<PersonLine> const& lines) {
    std::vector<PersonLine> left;
    std::ranges::copy_if(lines, std::back_inserter(left), [](auto const& line) {
        return line.account == AccountState::left;
    });
    if (left.empty()) return {};
    auto const item = [](PersonLine const& line) -> h::Node {
        return h::li(name_link(line.person), ", left ", calendar::day_month_year(*line.person.left_on));
    };
    return design::details(
        text::counted(static_cast<long>(left.size()), "person has left", "people have left"),
        h::ul(h::each(left, item))
    );
}

h::Node account_part(design::FormGuard const& guard, PersonLine const& line) {
    auto const path = path_of(line.person.id) + "/invitation";
    switch (line.account) {
        case AccountState::not_invited:
            return h::group(
                h::p("They can't sign in yet. Make a link that lets them choose a password."),
                design::post_button(guard, path, "Make an invitation")
            );
        case AccountState::invited:
            return h::group(
                h::p("An invitation waits for them. If they have lost the link, make a new one; the old one "
                     "then ends."),
                design::button_row(
                    design::post_button(guard, path, "Make a new invitation"),
                    design::post_button(guard, path + "/revocation", "Withdraw the invitation")
                )
            );
        case AccountState::may_sign_in:
            return design::details(
                "They have forgotten their password?",
                h::group(
                    h::p("Make a link with which they choose a new one. It goes to the address that they "
                         "sign in "
                         "with, and the SENCo and the headteacher are told."),
                    design::post_button(guard, path, "Make a link for a new password")
                )
            );
        case AccountState::left: return h::p("They have left and can't sign in.");
    }
    return {};
}

// A role comes before the invitation: who signs in without one finds nothing to open.
h::Node signing_in(design::FormGuard const& guard, PersonLine const& line) {
    return h::group(h::h2("Signing in"), account_part(guard, line));
}

h::Node roles_part(PersonStory const& story, Date today) {
    auto const path = path_of(story.line.person.id);
    design::Table table{
        .caption = "Roles",
        .columns = {{"Role"}, {"From"}, {"To"}},
        .rows = {},
        .caption_unseen = true,
        .if_empty = "No role yet. Without one there is nothing they can open."};
    for (auto const& role : story.roles) {
        auto const end_path = path + "/roles/" + std::string(role.id.text()) + "/end";
        bool const goes_on = !role.ends_on || *role.ends_on >= today;
        auto const end_link = [&]() -> h::Node { return h::a(h::href(end_path), "End this role"); };
        auto const until = role.ends_on ? calendar::in_words(*role.ends_on) + " " : std::string();
        table.rows.push_back(
            {role_in_words(role),
             calendar::in_words(role.starts_on),
             h::group(until, h::when(goes_on, end_link))}
        );
    }
    auto const give_path = path + "/roles/new";
    return h::group(
        h::h2("Roles"),
        design::table(table),
        story.roles.empty() ? design::link_button("Give a role", give_path)
                            : design::secondary_link_button("Give a role", give_path)
    );
}

h::Node correction_line(Corrected const& one) {
    auto const stood = one.name_before + ", held " + calendar::day_month_year(one.held_before) +
                       ", counting until " + calendar::day_month_year(one.expires_before);
    auto const what = one.name.empty()
                          ? std::string(" was taken back")
                          : " became " + one.name + ", held " + calendar::day_month_year(*one.held_on) +
                                ", counting until " + calendar::day_month_year(*one.expires_on);
    auto const left = one.sessions_untrained == 0
                          ? std::string()
                          : " " + text::counted(one.sessions_untrained, "session was", "sessions were") +
                                " held without training since.";
    return h::li(
        stood,
        what,
        ". ",
        one.reason,
        " (",
        one.made_by,
        ", ",
        calendar::day_month_year(calendar::local_date(one.made_at)),
        ").",
        left
    );
}

h::Node corrections(std::vector<Corrected> const& corrections) {
    if (corrections.empty()) return {};
    return design::details(
        text::counted(static_cast<long>(corrections.size()), "correction", "corrections"),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(corrections, correction_line))
    );
}

// What has expired says so, also among what was just recorded.
h::Node counts_until(Training const& training, Date today) {
    auto const day = calendar::in_words(training.expires_on);
    if (training.expires_on >= today) return day;
    return h::group(day, " ", design::tag(design::TagKind::calm, "Expired"));
}

h::Node training_part(PersonStory const& story, Date today) {
    design::Table table{
        .caption = "Training",
        .columns = {{"Training"}, {"For"}, {"Held"}, {"Counts until"}, {"Wrong?"}},
        .rows = {},
        .caption_unseen = true,
        .if_empty = "None recorded. A Nurture Assistant needs nurture training in force."};
    for (auto const& training : story.trainings)
        table.rows.push_back(
            {training.name,
             in_words(training.kind),
             calendar::in_words(training.held_on),
             counts_until(training, today),
             h::a(
                 h::href(
                     path_of(story.line.person.id) + "/training/" + std::string(training.id.text()) +
                     "/correction"
                 ),
                 "Correct",
                 design::unseen(" " + training.name)
             )}
        );
    return h::group(
        h::h2("Training"),
        h::p(
            "Nurture training today: ",
            training_today(story.line.nurture),
            ". Safeguarding procedure: ",
            training_today(story.line.safeguarding),
            "."
        ),
        design::table(table),
        corrections(story.corrections),
        design::secondary_link_button("Record training", path_of(story.line.person.id) + "/training/new")
    );
}

h::Node leaving_part(PersonStory const& story) {
    if (story.line.person.left_on) return {};
    auto const path = path_of(story.line.person.id) + "/leaving";
    return h::group(h::h2("Leaving"), h::p(h::a(h::href(path), "Record that they leave")));
}

}  // namespace

design::Page people(std::vector<PersonLine> const& lines) {
    return {
        .title = "People",
        .back = {"School", "/school"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("People"),
            design::button_row(
                design::link_button("Add a person", "/school/people/new"),
                design::secondary_link_button("Bring in a list of staff", "/school/imports")
            ),
            renewals(lines),
            people_here(lines),
            people_who_left(lines)
        )};
}

design::Page person(design::FormGuard const& guard, PersonStory const& story, Date today) {
    auto const& person = story.line.person;
    auto const change_path = path_of(person.id) + "/change";
    auto const address = person.address.empty() ? std::string("None yet") : person.address;
    bool const has_left = story.line.account == AccountState::left;
    return {
        .title = person.name,
        .back = back_to_people,
        .main = h::group(
            design::heading(person.name, roles_in_words(story.line.roles_today)),
            h::when(has_left, [&] { return account_part(guard, story.line); }),
            design::summary_list(
                {{"Name", person.name, change_path},
                 {"E-mail address", address, change_path},
                 {"Account", account_tag(story.line.account)}}
            ),
            h::when(!has_left, [&] { return roles_part(story, today); }),
            h::when(!has_left, [&] { return signing_in(guard, story.line); }),
            training_part(story, today),
            leaving_part(story)
        )};
}

design::Page invitation(Person const& to, std::string const& link, bool by_mail) {
    auto const on_its_way = by_mail ? "An e-mail with this link is on its way to " + to.address +
                                          ". You may also copy it and hand it to "
                                    : "Copy this link and hand it to ";
    return {
        .title = "Invitation for " + to.name,
        .back = {to.name, path_of(to.id)},
        .main = h::group(
            design::heading("Invitation for " + to.name),
            h::p(on_its_way, to.name, " yourself. It is shown this once and not kept."),
            design::inset(h::p(h::code(h::css("break-anywhere"), link))),
            h::p(
                "It works once, for 14 days, and makes an account with the address ",
                h::strong(to.address),
                ". Whoever holds the link can use it, so send it to nobody else."
            ),
            h::when(
                to.account.has_value(),
                [&]() -> h::Node {
                    return h::p(
                        "Every device on which ",
                        to.name,
                        " was signed in is signed out, and the SENCo and the headteacher are told."
                    );
                }
            ),
            design::button_row(design::link_button("Back to " + to.name, path_of(to.id)))
        )};
}

design::Page link_on_its_way(Person const& to, std::string const& address) {
    return {
        .title = "Link for " + to.name,
        .back = {to.name, path_of(to.id)},
        .main = h::group(
            design::heading("Link for " + to.name),
            h::p(
                "A link for a new password is on its way to ",
                h::strong(address),
                ". It works once, for 14 days."
            ),
            h::p("It goes to the person alone, so it is not shown here. The SENCo and the headteacher are "
                 "told that "
                 "it was made."),
            h::when(
                address != to.address,
                [&]() -> h::Node {
                    return h::p(
                        "They sign in with ",
                        h::strong(address),
                        ". A link goes to another address once the SENCo, the headteacher or the person has "
                        "said on "
                        "Today that they know of the change."
                    );
                }
            ),
            design::button_row(design::link_button("Back to " + to.name, path_of(to.id)))
        )};
}

design::Page no_invitation(Person const& to, Refusal refusal) {
    return {
        .title = "No invitation was made",
        .back = {to.name, path_of(to.id)},
        .main = h::group(
            design::heading("No invitation was made"),
            h::p(in_words(refusal), "."),
            design::button_row(
                design::link_button("Change name or address", path_of(to.id) + "/change"),
                design::secondary_link_button("Back to " + to.name, path_of(to.id))
            )
        )};
}

}  // namespace staff::pages
