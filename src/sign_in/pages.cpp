#include "sign_in/pages.hpp"

#include "base/calendar.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"

namespace sign_in::pages {
namespace {

h::Node fields(Answers const& answers) {
    return h::group(
        design::text_input(
            answers,
            {.name = "address", .label = "E-mail address", .type = "email", .autocomplete = "username"}
        ),
        design::password_input(answers, {.name = "password", .label = "Password"}),
        design::button("Sign in")
    );
}

h::Node without_account() {
    return design::details(
        "No account, or the password is forgotten?",
        h::p("Your school's administrator sends you a link. With it you choose a password yourself.")
    );
}

h::Node named(Device const& device) {
    if (!device.locked_at) return device.in_words;
    return h::group(device.in_words, " ", design::tag(design::TagKind::calm, "Locked"));
}

h::Node device_part(design::FormGuard const& guard, Device const& device, std::string_view this_token_hash) {
    if (device.token_hash == this_token_hash) return design::tag(design::TagKind::done, "This device");
    return design::form(
        guard,
        "/sign-ins/end",
        design::hidden("device", device.token_hash),
        design::secondary_button("Sign out this device")
    );
}

h::Node way_on(Lock const& lock, Answers const& answers) {
    if (!lock.asks_password) return design::button("Go on as " + lock.person_name);
    return h::group(
        design::password_input(answers, {.name = "password", .label = "Password"}), design::button("Go on")
    );
}

h::Node what_is_safe(Lock const& lock) {
    if (lock.resubmission.path.empty()) return {};
    return design::notice(
        "What you typed is safe", h::p("This was locked meanwhile. Go on, then send it again.")
    );
}

h::Node kept_by(Lock const& lock) {
    if (lock.resubmission.path.empty()) return design::hidden("then", lock.then);
    return visits::carried_fields(lock.resubmission);
}

h::Node school_button(design::FormGuard const& guard, Workplace const& workplace, std::string_view then) {
    return design::form(
        guard,
        "/sign-in/school",
        design::hidden("then", then),
        design::hidden("school", std::to_string(workplace.school.number)),
        design::button(workplace.school_name)
    );
}

}  // namespace

std::string path_then(std::string_view path) {
    return path == "/" ? "/sign-in" : "/sign-in?then=" + url::encoded(path);
}

std::string locked_then(std::string_view path) {
    return path == "/" ? "/locked" : url::with_query("/locked", {{"then", std::string(path)}});
}

design::Page locked(design::FormGuard const& guard, Lock const& lock, Answers const& answers) {
    return {
        .title = "Locked",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Locked", lock.person_name),
            what_is_safe(lock),
            design::form(guard, "/locked", kept_by(lock), way_on(lock, answers)),
            h::p("You are not ", lock.person_name, "? Sign out, then sign in as yourself."),
            h::form(
                h::css("form"),
                h::method("post"),
                h::action("/sign-out"),
                h::attribute("data-leaves", "yes"),
                design::guard_fields(guard),
                design::secondary_button("Sign out")
            )
        )};
}

design::Page sign_in(design::FormGuard const& guard, Answers const& answers, std::string_view then) {
    return {
        .title = "Sign in",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Sign in"),
            design::form(guard, "/sign-in", design::hidden("then", then), fields(answers)),
            without_account()
        )};
}

design::Page sign_in_again(
    design::FormGuard const& guard, visits::Resubmission const& resubmission, Answers const& answers
) {
    return {
        .title = "Sign in again",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Sign in again to save this"),
            design::notice(
                "What you typed is safe",
                h::p("You were signed out after a time without use. Sign in, then send it again.")
            ),
            design::form(guard, "/sign-in", visits::carried_fields(resubmission), fields(answers))
        )};
}

design::Page send_again(design::FormGuard const& guard, visits::Resubmission const& resubmission) {
    return {
        .title = "Send this again",
        .back = {},
        .main = h::group(
            design::heading("You are signed in. Send this again"),
            h::p("Here is what you typed. Nothing was saved yet."),
            visits::resubmission_form(guard, resubmission)
        )};
}

design::Page choose_school(
    design::FormGuard const& guard, std::vector<Workplace> const& workplaces, std::string_view then
) {
    auto const button = [&](Workplace const& workplace) { return school_button(guard, workplace, then); };
    return {
        .title = "Choose a school",
        .back = {},
        .main = h::group(
            design::heading("Where are you working now?"),
            h::p("You can change to another school on the page of your devices."),
            h::each(workplaces, button)
        )};
}

design::Page devices(
    design::FormGuard const& guard,
    std::vector<Device> const& devices,
    std::string_view this_token_hash,
    bool has_several_schools
) {
    design::Table table{
        .caption = "Where you are signed in",
        .columns = {{"Device"}, {"School"}, {"Signed in"}, {"Last used"}, {"Sign out"}},
        .rows = {},
        .caption_unseen = true};
    for (auto const& device : devices)
        table.rows.push_back(
            {named(device),
             device.school_name,
             calendar::in_words(device.started_at),
             calendar::in_words(device.seen_at),
             device_part(guard, device, this_token_hash)}
        );
    auto const change_school = []() -> h::Node {
        return h::p(h::a(h::href("/sign-in/school"), "Change to another school"));
    };
    return {
        .title = "Your devices",
        .back = {"Today", "/"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Where you are signed in"),
            h::p("A device signs out by itself after an hour without use, and after 12 hours in any case."),
            design::table(table),
            design::form(guard, "/sign-ins/end-all", design::warning_button("Sign out everywhere")),
            h::h2("Password"),
            h::p(h::a(h::href("/password"), "Change your password")),
            h::when(has_several_schools, change_school)
        )};
}

design::Page change_password(design::FormGuard const& guard, Answers const& answers) {
    return {
        .title = "Change your password",
        .back = {"Your devices", "/sign-ins"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Change your password"),
            h::p("Your other devices are signed out with it."),
            design::form(
                guard,
                "/password",
                design::password_input(answers, {.name = "old", .label = "Password now"}),
                design::password_input(
                    answers,
                    {.name = "password",
                     .label = "New password",
                     .hint = "12 characters or more. Three or four words do well.",
                     .autocomplete = "new-password"}
                ),
                design::button("Change password")
            )
        )};
}

}  // namespace sign_in::pages
