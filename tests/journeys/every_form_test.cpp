// Every form of the product with what nobody should type into it.
#include <algorithm>

#include "journeys/busy_school.hpp"
#include "journeys/filling.hpp"

namespace journeys {
namespace {

constexpr std::string_view script = "<script>alert(1)</script>";

bool is_guard(std::string const& name) { return name == "csrf" || name == "once"; }

bool asks_something(Form const& form) {
    return std::ranges::any_of(form.controls, [](auto const& control) {
        return control.kind != Kind::hidden && control.kind != Kind::sent_with_button;
    });
}

// A new number for the form, so that it counts as another sending.
Fields sent_anew(Fields const& fields) {
    return with(fields, "once", std::string(Id<struct SubmissionTag>::make(clock_reading()).text()));
}

std::vector<std::string> dates_in(Form const& form) {
    std::vector<std::string> names;
    for (auto const& control : form.controls)
        if (control.name.ends_with("-day")) names.push_back(control.name.substr(0, control.name.size() - 4));
    return names;
}

// The form as it stands, and with each of its choices: some fields count only after one of them.
std::vector<Fields> with_every_choice(Form const& form) {
    std::vector<Fields> ways{form.as_it_stands};
    for (auto const& control : form.controls)
        if (control.kind == Kind::chosen)
            for (auto const& value : control.values)
                ways.push_back(with(form.as_it_stands, control.name, value));
    return ways;
}

// Nothing new has an older version.
bool makes_something_new(std::string const& route) {
    return route == "/pupils/{pupil}/concerns" || route == "/pupils/{pupil}/contacts";
}

// A concern is changed on its day alone, and that of this school has passed.
bool is_over(std::string const& route) { return route == "/concerns/{concern}"; }

// Said of words that somebody else changes, and saved twice without harm; stale_pages_test changes the words.
bool says_that_words_were_read(std::string const& route) {
    return route == "/concerns/{concern}/read" || route == "/concerns/{concern}/seen";
}

// What stands in the form unseen, and nothing that a person would type or choose.
Fields with_nothing_typed(Form const& form) {
    Fields fields;
    for (auto const& control : form.controls)
        if (control.kind == Kind::hidden)
            fields.add(control.name, std::string(form.as_it_stands.value(control.name)));
    return fields;
}

// With what the school's rows lack, so that the form can be saved as it stands.
Form complete(Form form) {
    auto& fields = form.as_it_stands;
    if (form.offers("address")) fields = with(fields, "address", "somebody@school.example");
    if (form.offers("next_review_on-day"))
        fields = with_day(fields, "next_review_on", *calendar::date(2027, 5, 12));
    if (form.action.ends_with("/first-day"))  // a Tuesday, as before, on which nothing is taken
        fields = with(with_day(fields, "starts_on", *calendar::date(2026, 6, 23)), "all_the_same", "yes");
    return form;
}

bool is_password(Control const& control) {
    return control.name == "password" || control.name == "old" || control.name == "again";
}

// The form as the open page shows it now.
Form as_shown(Browser const& browser, Found const& found) {
    for (auto const& form : browser.forms())
        if (form.action == found.form.action && form.controls.size() == found.form.controls.size())
            return form;
    ADD_FAILURE() << found.page << " no longer shows the form to " << found.form.action;
    return found.form;
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
            if (route.starts_with("/sign-out") || route.starts_with("/sign-ins") || route == "/lock")
                continue;
            auto browser = busy.browser_of(found);
            browser.open(found.page);
            attempt(route, found, browser);
        }
    }

    // Sends it as a sending of its own; the answer is one of these.
    http::Response send(
        Browser& browser, Found const& found, Fields const& fields, std::vector<int> const& expected
    ) {
        auto answer = browser.post_exactly(found.form.action, sent_anew(fields));
        EXPECT_TRUE(std::ranges::find(expected, answer.status) != expected.end())
            << answer.status << " from " << found.form.action << ": " << words_in(answer.body);
        EXPECT_EQ(answer.body.find(script), std::string::npos) << found.form.action << " shows a script";
        return answer;
    }

    // Saves the form with words in its first field that takes them, and says in which; empty where it has
    // none and was saved as it stands, or with another choice where nothing is saved of what did not change.
    std::string saves_words(Browser& browser, Found const& found, Form const& form) {
        for (auto const& control : form.controls)
            if (control.kind == Kind::typed) {
                auto const fields = with(form.as_it_stands, control.name, "Saved by one");
                if (browser.post_exactly(form.action, sent_anew(fields)).status == 303) return control.name;
            }
        auto const answer = browser.post_exactly(form.action, sent_anew(form.as_it_stands));
        EXPECT_EQ(answer.status, 303) << form.action << ": " << words_in(answer.body);
        auto const version = [](Form const& of) { return of.as_it_stands.value("version"); };
        browser.open(found.page);
        if (version(as_shown(browser, found)) == version(form)) saves_another_choice(browser, form);
        return {};
    }

    void saves_another_choice(Browser& browser, Form const& form) {
        auto const choice = std::ranges::find(form.controls, Kind::chosen, &Control::kind);
        ASSERT_NE(choice, form.controls.end()) << form.action;
        auto const other = std::ranges::find_if(choice->values, [&](auto const& value) {
            return value != form.as_it_stands.value(choice->name);
        });
        ASSERT_NE(other, choice->values.end()) << form.action;
        auto const fields = with(form.as_it_stands, choice->name, *other);
        EXPECT_EQ(browser.post_exactly(form.action, sent_anew(fields)).status, 303) << form.action;
    }

    // An older version of a form that holds no words is shown again with what was chosen in it.
    void keeps_each_choice(Browser& browser, Found const& found, Form const& older) {
        int choices = 0;
        for (auto const& control : older.controls) {
            if (control.kind != Kind::chosen || control.values.size() < 2) continue;
            for (auto const& value : control.values) {
                auto const answer =
                    send(browser, found, with(older.as_it_stands, control.name, value), {422});
                auto const shown = forms_in(answer.body);
                EXPECT_TRUE(std::ranges::any_of(
                    shown,
                    [&](Form const& form) {
                        return form.action == older.action && form.as_it_stands.value(control.name) == value;
                    }
                )) << found.form.action
                   << ' ' << control.name << " forgets " << value;
                ++choices;
            }
        }
        EXPECT_GT(choices, 0) << found.form.action << " has neither words nor choices";
    }

    BusySchool& busy = school_to_try();
};

TEST_F(EveryForm, every_way_to_write_stands_on_a_page_that_somebody_can_open) {
    auto const& forms = busy.forms();
    // An invitation, the first start, a second device, going on after a lock and the ways to sign in have
    // their own journeys; nobody works at two schools.
    std::vector<std::string_view> const elsewhere{
        "/invitations/{token}",
        "/set-up",
        "/sign-in/school",
        "/sign-in/code",
        "/sign-in/passkey",
        "/passkey-challenges",
        "/prove",
        "/sign-ins/app/confirmation",
        "/sign-ins/app/removal",
        "/sign-ins/end",
        "/sign-ins/passkeys",
        "/sign-ins/passkeys/{passkey}/removal",
        "/sign-ins/recovery-codes",
        "/sign-ins/openid/{provider}/removal",
        "/locked",
        "/moving/{token}/code",  // the next school's, by the link and the code told by telephone
        "/moving/{token}/receipt",
        "/data-requests/{request}/confided",  // no child of the school asks; ConfidedToTheChild
        "/data-requests/{request}/confided/not-given",
        "/data-requests/{request}/preparing-again",  // nothing of the child changes; ConfidedToTheChild
        "/retention/erasures",                       // the time of a record comes years later
        "/retention/erasures/{erasure}/second-signature",
        "/retention/erasures/{erasure}/taking-back",
        "/retention/leavers/first-signature",
        "/retention/leavers/second-signature",
        "/school/instruments/{instrument}/own-norms",  // fifty children are rated first; OwnNormsOfASchool
        "/mergings/{merging}/undoing",                 // no two records of the school are of one child
        "/demonstration"};
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
            send(browser, found, with(found.form.as_it_stands, control.name, "a\x01z"), {400});
        }
    });
}

TEST_F(EveryForm, bytes_that_are_no_text_are_refused) {
    try_every_form([&](std::string const&, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls) {
            if (is_guard(control.name)) continue;
            send(browser, found, with(found.form.as_it_stands, control.name, "\xC3\x28"), {400});
        }
    });
}

TEST_F(EveryForm, the_31st_of_february_is_refused) {
    int dates = 0;
    try_every_form([&](std::string const&, Found const& found, Browser& browser) {
        for (auto const& name : dates_in(found.form)) {
            auto fields = with(found.form.as_it_stands, name + "-day", "31");
            fields = with(with(fields, name + "-month", "2"), name + "-year", "2026");
            send(browser, found, fields, {422});
            ++dates;
        }
    });
    EXPECT_GT(dates, 12);
}

TEST_F(EveryForm, a_day_in_1850_and_a_day_in_9999_are_refused_by_every_date_of_every_form) {
    int dates = 0;
    auto const is_refused = [&](Found const& found, Browser& browser, Fields const& fields) {
        auto const answer = browser.post_exactly(found.form.action, sent_anew(fields));
        auto const words = words_in(answer.body);
        bool const names_limits = words.find("Enter a day between") != std::string::npos ||
                                  words.find("Enter today") != std::string::npos;
        return answer.status == 422 && names_limits;
    };
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        for (auto const& name : dates_in(found.form))
            for (auto const day : {*calendar::date(1850, 6, 15), *calendar::date(9999, 12, 31)}) {
                auto const ways = with_every_choice(found.form);
                EXPECT_TRUE(std::ranges::any_of(
                    ways,
                    [&](auto const& fields) {
                        return is_refused(found, browser, with_day(fields, name, day));
                    }
                )) << route
                   << ' ' << name << " takes " << calendar::iso(day);
                ++dates;
            }
    });
    EXPECT_GT(dates, 24);
}

// What is typed by hand fits; this is a book pasted by mistake.
TEST_F(EveryForm, a_megabyte_in_a_field_is_answered_with_what_to_do) {
    std::string const book(1024 * 1024, 'a');
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls) {
            if (control.kind != Kind::typed) continue;
            auto const answer =
                send(browser, found, with(found.form.as_it_stands, control.name, book), {413});
            EXPECT_NE(words_in(answer.body).find("shorten"), std::string::npos)
                << route << ' ' << control.name;
        }
    });
}

TEST_F(EveryForm, sixty_kilobytes_in_a_field_are_shown_again_to_be_shortened) {
    std::string const much(60 * 1024, 'a');
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        for (auto const& control : found.form.controls)
            if (control.kind == Kind::typed) {
                auto const answer =
                    send(browser, found, with(found.form.as_it_stands, control.name, much), {422});
                // A password is never shown again.
                if (!is_password(control)) {
                    EXPECT_NE(answer.body.find(much), std::string::npos) << route << ' ' << control.name;
                }
            }
    });
}

TEST_F(EveryForm, an_empty_form_says_what_is_missing) {
    std::map<std::string, std::string> const may_be_empty{
        {"/classes/{class}/measures", "blank is whoever was not measured"},
        {"/cases/{case}/referral",
         "the concern says it all; reason and tick are for when parents know nothing yet"},
        {"/sessions/{session}/stand-in", "without a name nobody stands in"},
        {"/sessions/{session}/plan", "an emptied plan is none: the session is to be planned again"},
        {"/programmes/{programme}/places", "its child stands in the form unseen, and only a reason is asked"},
        {"/pupils/{pupil}/contacts/{contact}/work", "without a name they don't work here"},
        {"/school/instruments/{instrument}/areas", "where nothing is ticked, the file says it"},
        {"/school/imports/{import}/matches", "without a row it takes back what was decided"},
        {"/school/imports/{import}/done",
         "what it will change is shown anew where it is not what was confirmed"}};
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        if (!asks_something(found.form) || may_be_empty.contains(route)) return;
        auto const answer = send(browser, found, with_nothing_typed(as_shown(browser, found)), {422});
        EXPECT_NE(answer.body.find("There is a problem"), std::string::npos) << route;
    });
}

// Two people opened the same page; one has saved it when the other one sends.
TEST_F(EveryForm, an_older_version_is_not_written_over_the_newer_one) {
    int versions = 0;
    int without_words = 0;
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        if (!found.form.offers("version") || makes_something_new(route) || is_over(route)) return;
        if (says_that_words_were_read(route)) return;
        auto const form = complete(as_shown(browser, found));
        auto const field = saves_words(browser, found, form);
        auto const saved = [&](std::string const& words) {
            return field.empty() ? form.as_it_stands : with(form.as_it_stands, field, words);
        };
        auto const answer = send(browser, found, saved("Typed by the other"), {422});
        auto const told = words_in(answer.body);
        bool const of_another =
            told.find("Someone") != std::string::npos || told.find("Somebody else") != std::string::npos;
        EXPECT_TRUE(of_another) << route << " does not say that another saved it: " << told;
        if (field.empty()) {
            keeps_each_choice(browser, found, form);
            ++without_words;
        } else {
            EXPECT_NE(words_in(answer.body).find("Saved by one"), std::string::npos) << route;
            EXPECT_NE(answer.body.find("Typed by the other"), std::string::npos) << route;
        }
        ++versions;
    });
    EXPECT_GE(versions, 9);
    EXPECT_GE(without_words, 2);
}

TEST_F(EveryForm, what_was_typed_survives_a_form_that_waited_too_long) {
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        if (!found.person) return;  // who is not signed in has no time that runs out
        auto const typed = std::ranges::find_if(found.form.controls, [](auto const& control) {
            return control.kind == Kind::typed && !is_password(control);
        });
        auto fields = with(found.form.as_it_stands, "csrf", "from-another-visit");
        if (typed != found.form.controls.end()) fields = with(fields, typed->name, "Words & more words");
        auto const answer = send(browser, found, fields, {422});
        EXPECT_NE(words_in(answer.body).find("Nothing is lost"), std::string::npos) << route;
        if (typed != found.form.controls.end()) {
            EXPECT_NE(answer.body.find("Words &amp; more words"), std::string::npos) << route;
        }
    });
}

// Last of all, since some of it is taken for what it says and stays.
TEST_F(EveryForm, z_a_script_is_shown_as_the_text_that_it_is) {
    // As words, as a choice that there is not, and as the name of something that there is not. An invitation
    // is shown at once.
    std::vector<int> const taken{303, 422, 404};
    std::vector<int> const shown_at_once{200};
    try_every_form([&](std::string const& route, Found const& found, Browser& browser) {
        auto const& expected = route.ends_with("/invitation") ? shown_at_once : taken;
        for (auto const& control : found.form.controls)
            if (!is_guard(control.name) && !control.name.starts_with("column-"))
                send(
                    browser, found, with(found.form.as_it_stands, control.name, std::string(script)), expected
                );
        auto everywhere = found.form.as_it_stands;
        for (auto const& control : found.form.controls)
            if (control.kind == Kind::typed) everywhere = with(everywhere, control.name, std::string(script));
        send(browser, found, everywhere, expected);
    });
    busy.open_every_page([&](Route const& route, Person const&, Browser& browser) {
        EXPECT_EQ(browser.body().find(script), std::string::npos) << route.path;
    });
}

}  // namespace
}  // namespace journeys
