// The parent's page as a phone meets it: through the whole application, with cookies and forms.
#include "app/application.hpp"
#include "letters/case_test.hpp"
#include "letters/link_actions.hpp"

namespace letters {
namespace {

struct ParentsPhone : SamsCase {
    app::Application application{
        database.database(),
        {.secure_cookies = false, .public_address = "https://withy.example", .sends_mail = true},
        [this] { return small.now; }};
    std::string cookie;

    http::Request request(std::string_view method, std::string const& path, std::string body = {}) const {
        http::Request made;
        made.method = method;
        made.path = path;
        made.headers = {{"host", "withy.test"}};
        if (!cookie.empty()) made.headers.emplace_back("cookie", cookie);
        if (method == "POST") {
            made.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
            made.headers.emplace_back("sec-fetch-site", "same-origin");
            made.body = std::move(body);
        }
        return made;
    }
    http::Response get(std::string const& path) { return application.handle(request("GET", path)); }
    http::Response post(std::string const& path, std::string const& body) {
        auto response = application.handle(request("POST", path, body));
        for (auto const& [name, value] : response.headers)
            if (name == "Set-Cookie") cookie = value.substr(0, value.find(';'));
        return response;
    }
    http::Response confirm(std::string const& token, std::string const& day = "14 3 2017") {
        std::string encoded;
        for (char const c : day) encoded += c == ' ' ? '+' : c;
        return post("/consent/" + token + "/confirmation", "born_on=" + encoded);
    }
    // The answer, with the letter that the page shows now.
    http::Response answer_to_the_letter(std::string const& token, std::string const& answer) {
        auto const letters = seen().letters;
        auto const id = letters.empty() ? std::string() : std::string(letters.front().id.text());
        return post("/consent/" + token + "/answer", "letter=" + id + "&answer=" + answer);
    }
    static std::string header(http::Response const& response, std::string_view wanted) {
        for (auto const& [name, value] : response.headers)
            if (name == wanted) return value;
        return {};
    }
    static bool holds(http::Response const& response, std::string_view part) {
        return response.body.find(part) != std::string::npos;
    }
};

}  // namespace

// C4: a parent answers on a phone with a link that works once they have confirmed who they are.
TEST_F(ParentsPhone, confirms_answers_and_takes_it_back) {
    auto const token = send_to({mother})[0];
    auto const path = "/consent/" + token;

    auto const first = get(path);
    EXPECT_EQ(first.status, 200);
    EXPECT_TRUE(holds(first, "When was the child born?"));
    for (auto const* hidden : {"Sam", "Mum of", "nurture support"})
        EXPECT_FALSE(holds(first, hidden)) << hidden;

    auto const confirmed = confirm(token);
    EXPECT_EQ(confirmed.status, 303);
    auto const set_cookie = header(confirmed, "Set-Cookie");
    EXPECT_NE(set_cookie.find("Path=" + path), std::string::npos) << set_cookie;
    EXPECT_NE(set_cookie.find("HttpOnly"), std::string::npos);
    EXPECT_EQ(set_cookie.find(token, set_cookie.find('=')), set_cookie.find("Path=") + 5 + 9);

    auto const letter = get(path);
    EXPECT_TRUE(holds(letter, "Nurture support for Sam"));
    EXPECT_TRUE(holds(letter, "Yes, I agree"));
    EXPECT_TRUE(holds(letter, "No, I do not agree"));
    EXPECT_TRUE(holds(letter, "<html lang=\"en-GB\">"));

    EXPECT_EQ(answer_to_the_letter(token, "given&words=Thank+you").status, 303);
    EXPECT_EQ(seen().standing, consent::Standing::given);
    auto const done = get(path);
    EXPECT_TRUE(holds(done, "you agreed that Sam takes part"));
    EXPECT_TRUE(holds(done, "I have changed my mind"));
    EXPECT_TRUE(holds(done, "01234 567890"));

    give_place();
    EXPECT_EQ(post(path + "/answer", "answer=withdrawn").status, 303);
    EXPECT_EQ(seen().standing, consent::Standing::withdrawn);
    EXPECT_FALSE(seen().has_place);
    EXPECT_TRUE(holds(get(path), "you took your agreement back"));
}

TEST_F(ParentsPhone, sends_an_answer_twice_and_it_stands_once) {
    auto const token = send_to({mother})[0];
    confirm(token);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(answer_to_the_letter(token, "refused").status, 303);
    EXPECT_EQ(seen().history.size(), 1U);
}

TEST_F(ParentsPhone, can_answer_nothing_before_it_has_confirmed) {
    auto const token = send_to({mother})[0];
    EXPECT_EQ(post("/consent/" + token + "/answer", "answer=given").status, 303);
    EXPECT_TRUE(seen().history.empty());
}

TEST_F(ParentsPhone, with_a_forged_or_borrowed_confirmation_is_asked_again) {
    auto const tokens = send_to({mother, father});
    confirm(tokens[0]);
    auto const mothers = cookie;
    EXPECT_TRUE(holds(get("/consent/" + tokens[0]), "Yes, I agree"));

    EXPECT_TRUE(holds(get("/consent/" + tokens[1]), "When was the child born?")) << "one link opened another";
    post("/consent/" + tokens[1] + "/answer", "answer=refused");
    EXPECT_TRUE(seen().history.empty());

    cookie = mothers.substr(0, mothers.size() - 1) + (mothers.back() == 'a' ? 'b' : 'a');
    EXPECT_TRUE(holds(get("/consent/" + tokens[0]), "When was the child born?"));
    auto const dot = mothers.find('.');
    cookie = "withy_letter=99999999999999" + mothers.substr(dot);
    EXPECT_TRUE(holds(get("/consent/" + tokens[0]), "When was the child born?"));
    cookie = mothers;
    small.now = small.now + confirmation_lasts;
    EXPECT_TRUE(holds(get("/consent/" + tokens[0]), "When was the child born?")) << "it outlived its time";
}

TEST_F(ParentsPhone, sees_one_page_for_every_link_that_does_not_open) {
    auto const token = send_to({mother})[0];
    auto const unknown = get("/consent/" + std::string(43, 'x'));
    EXPECT_EQ(unknown.status, 404);
    EXPECT_TRUE(holds(unknown, "This link does not open"));
    EXPECT_TRUE(holds(unknown, "01234 567890"));

    as(small.senco, [&](Visit& visit) { return revoke_links(visit, the_case, mother); });
    EXPECT_EQ(get("/consent/" + token).body, unknown.body);
    EXPECT_EQ(confirm(token).body, unknown.body);

    auto const newer = send_to({mother})[0];
    small.now = small.now + 2 * link_lasts;
    EXPECT_EQ(get("/consent/" + newer).body, unknown.body);
}

// Until they have shown who they are, nothing tells that the case was closed either.
TEST_F(ParentsPhone, is_told_after_the_case_was_closed_that_nothing_is_asked_and_what_they_answered) {
    auto const token = send_to({mother})[0];
    auto const path = "/consent/" + token;
    auto const asked_of_a_stranger = [&] {
        return holds(get(path), "The school has written to you. First we");
    };
    EXPECT_TRUE(asked_of_a_stranger());
    confirm(token);
    EXPECT_EQ(answer_to_the_letter(token, "given&words=He+likes+it").status, 303);
    as(small.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "The family declined further help");
        return 0;
    });
    auto const closed = get(path);
    EXPECT_EQ(closed.status, 200);
    for (auto const* told :
         {"Nothing more to answer",
          "the school closed what this letter asked about",
          "you agreed that Sam takes part in nurture support",
          "You wrote: “He likes it”",
          "01234 567890"})
        EXPECT_TRUE(holds(closed, told)) << told;
    for (auto const* hidden : {"The family declined", "Take back my agreement", "your yes holds until"})
        EXPECT_FALSE(holds(closed, hidden)) << hidden;

    auto const late = post(path + "/answer", "answer=withdrawn&words=Sam+hates+Tuesdays");
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(holds(late, "Sam hates Tuesdays")) << "what they typed is not lost";
    EXPECT_TRUE(holds(late, "so your answer was not taken"));
    EXPECT_EQ(seen().history.size(), 1U);

    cookie.clear();
    EXPECT_TRUE(asked_of_a_stranger());
    auto const unconfirmed = get(path);
    EXPECT_TRUE(holds(unconfirmed, "When was the child born?"));
    for (auto const* hidden : {"Sam", "closed", "you agreed"})
        EXPECT_FALSE(holds(unconfirmed, hidden)) << hidden;
}

TEST_F(ParentsPhone, is_locked_out_after_five_wrong_dates_which_are_counted_although_refused) {
    auto const token = send_to({mother})[0];
    for (int left = 4; left >= 1; --left) {
        auto const refused = confirm(token, "1 1 2017");
        EXPECT_EQ(refused.status, 422);
        EXPECT_TRUE(holds(refused, left == 1 ? "one more try" : std::to_string(left) + " more tries"))
            << left;
    }
    EXPECT_EQ(confirm(token, "1 1 2017").status, 404);
    EXPECT_EQ(confirm(token).status, 404) << "the right date still opened it";
}

TEST_F(ParentsPhone, is_told_how_to_mend_a_date_and_that_costs_no_try) {
    auto const token = send_to({mother})[0];
    for (int i = 0; i < 8; ++i) EXPECT_EQ(confirm(token, "31 2 2017").status, 422);
    EXPECT_EQ(confirm(token, "").status, 422);
    EXPECT_EQ(confirm(token).status, 303);
}

TEST_F(ParentsPhone, refuses_answers_that_are_no_parents) {
    auto const token = send_to({mother})[0];
    confirm(token);
    for (auto const* answer : {"decided_to_go_ahead", "maybe", "", "withdrawn"})
        EXPECT_EQ(post("/consent/" + token + "/answer", std::string("answer=") + answer).status, 422)
            << answer;
    EXPECT_TRUE(seen().history.empty());
}

TEST_F(ParentsPhone, shows_no_staff_around_it_even_where_staff_are_signed_in) {
    auto const token = send_to({mother})[0];
    auto const page = application.handle(small.get(small.senco, "/consent/" + token));
    EXPECT_FALSE(holds(page, "Priya Nair"));
    EXPECT_FALSE(holds(page, "Sign out"));
    auto const sent = application.handle(small.post(
        small.senco,
        "/consent/" + token + "/confirmation",
        Fields({std::pair<std::string, std::string>{"born_on", "14 3 2017"}})
    ));
    EXPECT_EQ(sent.status, 303);
    EXPECT_FALSE(header(sent, "Set-Cookie").empty());
}

// The SENCo's side, by the same way.
TEST_F(ParentsPhone, the_senco_previews_sends_and_records) {
    auto const base = "/cases/" + std::string(the_case.text());
    auto const preview = application.handle(small.get(small.senco, base + "/letters"));
    EXPECT_EQ(preview.status, 200);
    EXPECT_TRUE(holds(preview, "Dear Mum of Sam Okafor"));
    EXPECT_TRUE(holds(preview, "Send letters"));

    auto const mothers = std::string(mother.text());
    auto const without_reason = application.handle(small.post(
        small.senco, base + "/letters", Fields({std::pair<std::string, std::string>{"to", mothers}})
    ));
    EXPECT_EQ(without_reason.status, 422);
    EXPECT_TRUE(holds(without_reason, "Enter why Dad of Sam Okafor is not asked"));

    auto const sent = application.handle(small.post(
        small.senco,
        base + "/letters",
        Fields({{"to", mothers}, {"reason-" + std::string(father.text()), "He is at sea until July"}})
    ));
    EXPECT_EQ(sent.status, 303) << sent.body;
    auto const consent_page = application.handle(small.get(small.senco, base + "/consent"));
    EXPECT_EQ(consent_page.status, 200);
    EXPECT_TRUE(holds(consent_page, "Asked on Tuesday 12 May 2026, today."));

    auto const letters = seen().letters;
    ASSERT_EQ(letters.size(), 1U);
    auto const pdf =
        application.handle(small.get(small.senco, "/letters/" + std::string(letters[0].id.text())));
    EXPECT_EQ(pdf.status, 200);
    EXPECT_TRUE(pdf.body.starts_with("%PDF"));
    auto const is_named = [](std::pair<std::string, std::string> const& header) {
        return header.second.find("Letter about Sam Okafor to Mum of Sam Okafor.pdf") != std::string::npos;
    };
    EXPECT_TRUE(std::ranges::any_of(pdf.headers, is_named));
    for (auto const* other :
         {&small.teacher_of_5a, &small.administrator, &small.nurture_assistant, &small.teacher_of_4b})
        EXPECT_EQ(
            application.handle(small.get(*other, "/letters/" + std::string(letters[0].id.text()))).status, 404
        );

    auto const recorded = application.handle(small.post(
        small.senco,
        base + "/consent/answers",
        Fields({{"contact", mothers}, {"answer", "given"}, {"route", "paper"}, {"answered_on", "12 5 2026"}})
    ));
    EXPECT_EQ(recorded.status, 303) << recorded.body;
    EXPECT_EQ(seen().standing, consent::Standing::given);
}

TEST_F(ParentsPhone, the_template_is_saved_or_says_what_is_wrong) {
    auto const save = [&](std::string const& words, std::string const& version) {
        return application.handle(small.post(
            small.senco, "/school/letter", Fields({{"title", "T"}, {"words", words}, {"version", version}})
        ));
    };
    EXPECT_TRUE(holds(save("Dear [mum] [link]", "0"), "[mum] is not among the words that Withy fills in"));
    EXPECT_EQ(save("Dear [parent]", "0").status, 422);
    EXPECT_TRUE(holds(save("Dear [parent] [link]", "0"), "which form of support they agree to"));
    EXPECT_EQ(save("Dear [parent] [programme] [link]", "0").status, 303);
    auto const clash = save("My own words [programme] [link]", "0");
    EXPECT_EQ(clash.status, 422);
    EXPECT_TRUE(holds(clash, "My own words [programme] [link]"));
    EXPECT_TRUE(holds(clash, "Dear [parent] [programme] [link]"));
    EXPECT_EQ(save("My own words [programme] [link]", "1").status, 303);
}

}  // namespace letters
