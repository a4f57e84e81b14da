// Every form of the product with what nobody should type into it.
#include <algorithm>

#include "journeys/busy_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view script = "<script>alert(1)</script>";

bool is_guard(std::string const& name) { return name == "csrf" || name == "once"; }

bool asks_something(Form const& form) {
    return std::ranges::any_of(form.controls, [](auto const& control) {
        return control.kind != Kind::hidden && control.kind != Kind::sent_with_button;
    });
}

Fields with(Fields const& fields, std::string const& name, std::string const& value) {
    Fields changed;
    for (auto const& [field, held] : fields.entries())
        if (field != name) changed.add(field, held);
    changed.add(name, value);
    return changed;
}

// A new number for the form, so that it counts as another sending.
Fields sent_anew(Fields const& fields) {
    return with(fields, "once", std::string(Id<struct SubmissionTag>::make(clock_reading()).text()));
}

class EveryForm : public testing::Test {
protected:
    // A school of its own, since what these tests send changes it.
    static BusySchool& school_to_try() {
        static BusySchool school;
        return school;
    }

    // Opens each form's page again, as its person, and hands over what its browser would send.
    template <class Try>
    void try_every_form(Try attempt) {
        for (auto const& [route, found] : busy.forms()) {
            if (route.starts_with("/sign-out") || route.starts_with("/sign-ins")) continue;
            auto browser = busy.browser_of(found);
            browser.open(found.page);
            attempt(route, found, browser);
        }
    }

    http::Response send(Browser& browser, Found const& found, Fields const& fields) {
        auto answer = browser.post_exactly(found.form.action, sent_anew(fields));
        // A link for an invitation is shown this once and led to nowhere.
        bool const is_shown_once = answer.status == 200 && found.form.action.ends_with("/invitation");
        EXPECT_TRUE(
            is_shown_once || answer.status == 303 || answer.status == 400 || answer.status == 404 ||
            answer.status == 413 || answer.status == 422
        ) << answer.status
          << " from " << found.form.action << ": " << words_in(answer.body);
        EXPECT_EQ(answer.body.find(script), std::string::npos) << found.form.action << " shows a script";
        return answer;
    }

    BusySchool& busy = school_to_try();
};

TEST_F(EveryForm, every_way_to_write_stands_on_a_page_that_somebody_can_open) {
    auto const& forms = busy.forms();
    // An invitation, the first start and a second device have their own journeys; nobody works at two
    // schools.
    std::vector<std::string_view> const elsewhere{
        "/invitations/{token}", "/set-up", "/sign-in/school", "/sign-ins/end", "/demonstration"};
    for (auto const& route : busy.product().routes().routes())
        if (route.method == "POST" && std::ranges::find(elsewhere, route.path) == elsewhere.end()) {
            EXPECT_TRUE(forms.contains(std::string(route.path))) << route.path;
        }
}

// "Nurture support is neither a reward nor a sanction."
TEST_F(EveryForm, nurture_support_is_neither_a_reward_nor_a_sanction) {
    for (auto const& [route, found] : busy.forms()) {
        auto words = found.form.words;
        for (auto const& choice : found.form.choices()) words += ' ' + choice;
        std::ranges::transform(words, words.begin(), [](unsigned char c) { return std::tolower(c); });
        for (std::string_view const denial :
             {"neither a reward nor a sanction", "neither reward nor sanction"})
            for (auto at = words.find(denial); at != std::string::npos; at = words.find(denial))
                words.erase(at, denial.size());
        for (std::string const word :
             {"reward", "sanction", "punish", "detention", "misbehav", "naughty", "earned", "consequence"})
            EXPECT_EQ(words.find(word), std::string::npos) << route << " speaks of " << word;
    }
}

TEST_F(EveryForm, control_characters_are_refused) {
    try_every_form([&](std::string const&, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls) {
            if (is_guard(control.name)) continue;
            auto const answer = send(browser, found, with(found.form.as_it_stands, control.name, "a\x01z"));
            EXPECT_EQ(answer.status, 400) << found.form.action << ' ' << control.name;
        }
    });
}

TEST_F(EveryForm, bytes_that_are_no_text_are_refused) {
    try_every_form([&](std::string const&, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls) {
            if (is_guard(control.name)) continue;
            auto const answer = send(browser, found, with(found.form.as_it_stands, control.name, "\xC3\x28"));
            EXPECT_EQ(answer.status, 400) << found.form.action << ' ' << control.name;
        }
    });
}

TEST_F(EveryForm, the_31st_of_february_is_refused) {
    int dates = 0;
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls) {
            if (!control.name.ends_with("-day")) continue;
            auto const name = control.name.substr(0, control.name.size() - 4);
            auto fields = with(found.form.as_it_stands, name + "-day", "31");
            fields = with(with(fields, name + "-month", "2"), name + "-year", "2026");
            EXPECT_EQ(send(browser, found, fields).status, 422) << route << ' ' << name;
            ++dates;
        }
    });
    EXPECT_GT(dates, 12);
}

TEST_F(EveryForm, sixty_kilobytes_in_a_field_break_nothing) {
    std::string const much(60 * 1024, 'a');
    try_every_form([&](std::string const&, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls)
            if (control.kind == Kind::typed) {
                auto const answer = send(browser, found, with(found.form.as_it_stands, control.name, much));
                EXPECT_NE(answer.status, 400) << found.form.action << ' ' << control.name;
            }
    });
}

TEST_F(EveryForm, an_empty_form_says_what_is_missing) {
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        // What an import will change is shown anew where it is not what was confirmed.
        if (!asks_something(found.form) || route.ends_with("/done")) return;
        Fields empty;
        empty.add("csrf", std::string(found.form.as_it_stands.value("csrf")));
        auto const answer = send(browser, found, empty);
        if (answer.status == 422) {
            EXPECT_NE(answer.body.find("There is a problem"), std::string::npos) << route;
        }
    });
}

TEST_F(EveryForm, an_older_version_is_not_written_over_the_newer_one) {
    int versions = 0;
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        if (!found.form.offers("version") || route == "/pupils/{pupil}/concerns") return;
        EXPECT_EQ(send(browser, found, with(found.form.as_it_stands, "version", "999")).status, 422) << route;
        ++versions;
    });
    EXPECT_GE(versions, 4);
}

TEST_F(EveryForm, what_was_typed_survives_a_form_that_waited_too_long) {
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        if (!found.person) return;  // who is not signed in has no time that runs out
        auto const typed = std::ranges::find(found.form.controls, Kind::typed, &Control::kind);
        auto fields = with(found.form.as_it_stands, "csrf", "from-another-visit");
        if (typed != found.form.controls.end()) fields = with(fields, typed->name, "Words & more words");
        auto const answer = send(browser, found, fields);
        EXPECT_EQ(answer.status, 422) << route;
        EXPECT_NE(words_in(answer.body).find("Nothing is lost"), std::string::npos) << route;
        if (typed != found.form.controls.end()) {
            EXPECT_NE(answer.body.find("Words &amp; more words"), std::string::npos) << route;
        }
    });
}

// Last of all, since some of it is taken for what it says and stays.
TEST_F(EveryForm, z_a_script_is_shown_as_the_text_that_it_is) {
    try_every_form([&](std::string const&, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls)
            if (!is_guard(control.name) && !control.name.starts_with("column-"))
                send(browser, found, with(found.form.as_it_stands, control.name, std::string(script)));
        auto everywhere = found.form.as_it_stands;
        for (auto const& control : found.form.controls)
            if (control.kind == Kind::typed) everywhere = with(everywhere, control.name, std::string(script));
        send(browser, found, everywhere);
    });
    busy.open_every_page([&](Route const& route, Person const&, Browser& browser) {
        EXPECT_EQ(browser.body().find(script), std::string::npos) << route.path;
    });
}

}  // namespace
}  // namespace journeys
