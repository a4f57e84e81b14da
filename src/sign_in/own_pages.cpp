#include "sign_in/own_pages.hpp"

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/qr_code.hpp"
#include "sign_in/openid_pages.hpp"
#include "sign_in/second_way_pages.hpp"

namespace sign_in::pages {
namespace {

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

h::Node devices(design::FormGuard const& guard, OwnSignIn const& own) {
    design::Table table{
        .caption = "Where you are signed in",
        .columns = {{"Device"}, {"School"}, {"Signed in"}, {"Last used"}, {"Sign out"}},
        .rows = {},
        .caption_unseen = true};
    for (auto const& device : own.devices)
        table.rows.push_back(
            {named(device),
             device.school_name,
             calendar::in_words(device.started_at),
             calendar::in_words(device.seen_at),
             device_part(guard, device, own.this_token_hash)}
        );
    auto const change_school = []() -> h::Node {
        return h::p(h::a(h::href("/sign-in/school"), "Change to another school"));
    };
    return h::group(
        h::h2("Where you are signed in"),
        h::p("A device signs out by itself after an hour without use, and after 12 hours in any case."),
        design::table(table),
        h::form(
            h::css("form"),
            h::method("post"),
            h::action("/sign-ins/end-all"),
            h::attribute("data-leaves", "yes"),
            design::guard_fields(guard),
            design::warning_button("Sign out everywhere")
        ),
        h::when(own.has_several_schools, change_school)
    );
}

h::Node removal(design::FormGuard const& guard, OwnPasskey const& passkey) {
    return design::form(
        guard,
        "/sign-ins/passkeys/" + std::string(passkey.id.text()) + "/removal",
        design::secondary_button("Remove " + passkey.name)
    );
}

h::Node way_to_add(PasskeyPlace const& place) {
    if (place.here()) return design::secondary_link_button("Add a passkey", "/sign-ins/passkeys/new");
    if (place.given) return where_passkeys_are_given(*place.given);
    if (!place.at_numbers) return {};
    return h::p(
        "Browsers give no passkeys to an address of numbers, such as this page’s. Ask whoever runs "
        "Withy for an address that is a name, with https."
    );
}

h::Node passkeys(design::FormGuard const& guard, OwnSignIn const& own) {
    auto const& place = own.passkeys;
    if (!place.given && !place.at_numbers && own.ways.passkeys.empty()) return {};
    design::Table table{
        .caption = "Your passkeys",
        .columns = {{"Passkey"}, {"Added"}, {"Last used"}, {"Remove"}},
        .rows = {},
        .caption_unseen = true,
        .if_empty = "You have no passkey yet."};
    for (auto const& passkey : own.ways.passkeys)
        table.rows.push_back(
            {passkey.name,
             calendar::in_words(passkey.made_at),
             passkey.used_at ? calendar::in_words(*passkey.used_at) : "Never",
             removal(guard, passkey)}
        );
    return h::group(
        h::h2("Passkeys"),
        h::p("With a passkey your finger, face or PIN signs you in and opens a lock, without a password."),
        design::table(table),
        way_to_add(place)
    );
}

h::Node password(bool has_password) {
    if (has_password) return h::p(h::a(h::href("/password"), "Change your password"));
    return h::p("You have none. Your school’s administrator can send you a link with which you choose one.");
}

h::Node changes(std::vector<Changed> const& changes, bool is_told_by_mail) {
    if (changes.empty()) return {};
    auto const item = [](Changed const& changed) -> h::Node { return h::li(in_words(changed)); };
    return h::group(
        h::h2("What changed lately"),
        h::ul(h::each(changes, item)),
        h::p(
            is_told_by_mail ? "You are told of each by e-mail too. " : "",
            "If one was not you, sign out everywhere below, then ask your school’s administrator for a link "
            "for "
            "a new password: it takes every other way in away."
        )
    );
}

std::string codes_left(std::int64_t count) {
    if (count == 1) return "1 recovery code is left.";
    return std::to_string(count) + " recovery codes are left.";
}

h::Node app(design::FormGuard const& guard, Ways const& ways) {
    if (!ways.has_app)
        return h::group(
            h::h2("Authenticator app"),
            h::p("With an app on your telephone, signing in by password asks for a code too. Whoever learns "
                 "your "
                 "password can do nothing with it."),
            design::form(guard, "/sign-ins/app", design::secondary_button("Add an authenticator app"))
        );
    return h::group(
        h::h2("Authenticator app"),
        h::p("Signing in by password asks for a code of your app."),
        design::form(
            guard, "/sign-ins/app/removal", design::secondary_button("Remove the authenticator app")
        ),
        h::h2("Recovery codes"),
        h::p("A recovery code stands in for the app once. ", codes_left(ways.recovery_codes)),
        design::form(guard, "/sign-ins/recovery-codes", design::secondary_button("Make new recovery codes"))
    );
}

}  // namespace

design::Page own_sign_in(design::FormGuard const& guard, OwnSignIn const& own) {
    auto const demand = [&]() -> h::Node { return second_way_notice(*own.demand); };
    auto const refused = [&]() -> h::Node {
        return design::notice("It was not taken away", h::p(own.refused, "."));
    };
    return {
        .title = "Your sign-in",
        .back = {"Today", "/"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Your sign-in"),
            h::when(!own.refused.empty(), refused),
            h::when(own.demand.has_value(), demand),
            h::h2("Password"),
            password(own.has_password),
            passkeys(guard, own),
            own_providers(guard, own.ties, own.providers),
            app(guard, own.ways),
            changes(own.changes, own.is_told_by_mail),
            devices(guard, own)
        )};
}

design::Page add_app(design::FormGuard const& guard, AppToAdd const& app, Answers const& answers) {
    return {
        .title = "Add an authenticator app",
        .back = {"Your sign-in", "/sign-ins"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Add an authenticator app"),
            h::p("Scan this with an authenticator app on your telephone. Then enter the code that it shows."),
            design::qr_code(app.address, "The square code for your authenticator app"),
            h::p("Can’t scan it? Type this into the app: ", h::strong(app.secret)),
            design::form(
                guard,
                "/sign-ins/app/confirmation",
                design::text_input(
                    answers,
                    {.name = "code",
                     .label = "Code",
                     .hint = "Six digits, new every half minute.",
                     .width = design::Chars::ten,
                     .input_mode = "numeric",
                     .autocomplete = "one-time-code"}
                ),
                design::button("Add the app")
            )
        )};
}

design::Page recovery_codes(std::vector<std::string> const& codes) {
    auto const item = [](std::string const& code) -> h::Node { return h::li(h::code(code)); };
    return {
        .title = "Your recovery codes",
        .back = {"Your sign-in", "/sign-ins"},
        .main = h::group(
            design::heading("Your recovery codes"),
            h::p(
                "Each signs you in once, where your telephone is out of reach. Print them or write them "
                "down, "
                "and keep them where you keep your keys: they are shown only now. Codes from before count no "
                "more."
            ),
            h::ul(h::each(codes, item)),
            design::on_screen(design::link_button("I have kept them", "/sign-ins"))
        )};
}

design::Page add_passkey(
    design::FormGuard const& guard,
    PasskeyOwner const& owner,
    proofs::Place const& place,
    Answers const& answers
) {
    auto const has = text::joined(owner.has, " ");
    return {
        .title = "Add a passkey",
        .back = {"Your sign-in", "/sign-ins"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Add a passkey"),
            h::p("A passkey stays on your device or in your password manager. On a computer that you share, "
                 "use "
                 "one on your telephone or a security key. It needs a browser that runs scripts."),
            h::form(
                h::css("form"),
                h::id("passkey"),
                h::method("post"),
                h::action("/sign-ins/passkeys"),
                h::attribute("data-passkey", word(Purpose::make)),
                h::attribute("data-origin", place.origin),
                h::attribute("data-name", place.name),
                h::attribute("data-account", owner.account),
                h::attribute("data-address", owner.address),
                h::attribute("data-person", owner.name),
                h::attribute("data-has", has),
                h::flag("hidden", true),
                h::flag("novalidate", true),
                design::guard_fields(guard),
                design::hidden("challenge", ""),
                design::hidden("client_data", ""),
                design::hidden("attestation", ""),
                design::text_input(
                    answers,
                    {.name = "name",
                     .label = "Name",
                     .hint = "So that you know it again, such as “My telephone”.",
                     .width = design::Chars::thirty}
                ),
                design::button("Add the passkey"),
                h::p(h::css("small"), h::role("status"))
            )
        )};
}

}  // namespace sign_in::pages
