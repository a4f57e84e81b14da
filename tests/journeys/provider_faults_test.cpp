// What may go wrong on the way to a provider and back, by its fault or by somebody's will.
#include <future>
#include <vector>

#include "journeys/providers.hpp"

namespace journeys {
namespace {

using support::ProviderFails;
using support::TokenIs;

TEST_F(Providers, sign_nobody_in_by_a_token_with_a_fault) {
    adds_microsoft(priya);
    auto const second = now.milliseconds / seconds;
    std::vector<std::pair<std::string, std::string>> const wrong{
        {"nonce", "\"of another browser\""},
        {"aud", "\"somebody-else\""},
        {"aud", R"(["withy-at-school","somebody-else"])"},
        {"azp", "\"somebody-else\""},
        {"iss", "\"https://elsewhere.example/v2.0\""},
        {"exp", std::to_string(second - 60)},
        {"iat", std::to_string(second + 61)},
        {"sub", ""},
        {"oid", ""}};
    for (auto const& [claim, json] : wrong) {
        microsoft.says(claim, json);
        comes_in(elsewhere);
        is_refused(elsewhere, "was not in order", claim);
        microsoft.says_as_it_should(claim);
    }
    for (auto const token :
         {TokenIs::unsigned_at_all, TokenIs::confused, TokenIs::of_an_unknown_key, TokenIs::forged}) {
        microsoft.gives(token);
        comes_in(elsewhere);
        is_refused(elsewhere, "was not in order", std::to_string(static_cast<int>(token)));
    }
    microsoft.gives(TokenIs::in_order);
    comes_in(elsewhere);
    EXPECT_EQ(elsewhere.status(), 200) << "there was nothing else wrong";
}

TEST_F(Providers, that_fail_sign_nobody_in_and_say_what_else_to_do) {
    for (auto const how : {ProviderFails::document_away, ProviderFails::document_elsewhere}) {
        microsoft.fails(how);
        elsewhere.open(to_microsoft);
        is_refused(elsewhere, "can’t be reached", std::to_string(static_cast<int>(how)));
        EXPECT_EQ(microsoft.asked("/elsewhere"), 0) << "follows nowhere";
    }
    for (auto const how :
         {ProviderFails::keys_huge,
          ProviderFails::keys_away,
          ProviderFails::token_slow,
          ProviderFails::token_refused}) {
        microsoft.fails(how);
        comes_in(elsewhere);
        is_refused(elsewhere, "can’t be reached", std::to_string(static_cast<int>(how)));
        time_goes_by(1 * minutes);
    }
}

TEST_F(Providers, have_their_keys_fetched_again_when_they_change_and_not_with_every_token) {
    adds_microsoft(priya);
    comes_in(elsewhere);
    EXPECT_EQ(elsewhere.status(), 200);
    EXPECT_EQ(microsoft.asked("/keys"), 1);

    microsoft.changes_keys();
    Browser third{application, "198.51.100.8"};
    comes_in(third);
    is_refused(third, "was not in order", "asked for a moment ago");
    EXPECT_EQ(microsoft.asked("/keys"), 1);
    time_goes_by(1 * minutes);
    comes_in(third);
    EXPECT_EQ(third.status(), 200) << "by ES256 now";
    EXPECT_EQ(microsoft.asked("/keys"), 2);
}

TEST_F(Providers, whose_keys_are_away_are_believed_by_the_old_ones_for_a_day) {
    adds_microsoft(priya);
    microsoft.fails(ProviderFails::keys_away);
    time_goes_by(2 * hours);
    comes_in(elsewhere);
    EXPECT_EQ(elsewhere.status(), 200) << elsewhere.body();
    time_goes_by(23 * hours);
    Browser third{application, "198.51.100.8"};
    comes_in(third);
    is_refused(third, "can’t be reached", "after a day");
}

TEST_F(Providers, bring_back_only_the_browser_in_which_it_began) {
    adds_microsoft(priya);
    auto const back = goes(elsewhere, microsoft, to_microsoft);
    Browser somebody{application, "198.51.100.8"};
    somebody.open(back);
    is_refused(somebody, "began in another browser", "with the whole address, and without the cookie");
    comes_in(somebody, to_microsoft);
    EXPECT_EQ(somebody.status(), 200) << "by an errand of their own";

    auto const state = back.find("&state=");
    elsewhere.open(back.substr(0, state) + "&state=guessed");
    is_refused(elsewhere, "began in another browser", "another state");
}

TEST_F(Providers, bring_somebody_back_once) {
    adds_microsoft(priya);
    auto const back = goes(elsewhere, microsoft, to_microsoft);
    elsewhere.open(back);
    EXPECT_EQ(elsewhere.status(), 200);
    elsewhere.open(back);
    EXPECT_EQ(elsewhere.status(), 422) << "the errand is over";
    EXPECT_EQ(microsoft.asked("/token"), 2) << "and nobody is asked: once to add, once to come in";
}

TEST_F(Providers, bring_nobody_back_who_did_not_go_through_with_it_or_took_too_long) {
    adds_microsoft(priya);
    auto back = goes(elsewhere, microsoft, to_microsoft);
    elsewhere.open("/sign-in/openid?error=access_denied&state=" + microsoft.asked_for("state"));
    is_refused(elsewhere, "was not gone through with", "cancelled");

    back = goes(elsewhere, microsoft, to_microsoft);
    time_goes_by(10 * minutes);
    elsewhere.open(back);
    is_refused(elsewhere, "took longer than 10 minutes", "too late");
    elsewhere.open("/sign-in/openid");
    is_refused(elsewhere, "took longer than 10 minutes", "out of nowhere");
}

TEST_F(Providers, of_another_schools_tenant_are_nobody) {
    adds_microsoft(priya);
    microsoft.says("tid", "\"0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f699\"");
    microsoft.says("iss", "\"" + microsoft.origin() + "/0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f699/v2.0\"");
    comes_in(elsewhere);
    is_refused(elsewhere, "not an account that your school gives", "a stranger's tenant");
}

TEST_F(Providers, are_asked_no_more_often_for_one_address_than_forms_are_taken) {
    Browser stranger{application, "203.0.113.9"};
    int refused = 0;
    for (int visit = 0; visit < 301; ++visit)
        if (stranger.get("/sign-in/openid").status == 429) ++refused;
    EXPECT_EQ(refused, 1);
}

TEST_F(Providers, that_are_slow_keep_no_page_waiting) {
    microsoft.fails(ProviderFails::token_slow);
    std::vector<Browser> browsers(4, Browser(application, "198.51.100.9"));
    std::vector<std::future<void>> waiting;
    for (auto& browser : browsers) {
        auto const back = goes(browser, microsoft, to_microsoft);
        waiting.push_back(std::async(std::launch::async, [&browser, back] { browser.open(back); }));
    }
    EXPECT_EQ(priya.get("/pupils").status, 200);
    EXPECT_EQ(waiting.back().wait_for(std::chrono::seconds{0}), std::future_status::timeout)
        << "the page was there before the provider answered";
    for (auto& one : waiting) one.wait();
}

TEST_F(Providers, answer_nobody_who_asks_for_the_headers_alone) {
    adds_microsoft(priya);
    auto const back = goes(elsewhere, microsoft, to_microsoft);
    http::Request head;
    head.method = "HEAD";
    head.path = "/sign-in/openid";
    head.query = Fields({{"state", microsoft.asked_for("state")}, {"code", "x"}});
    head.headers = {{"host", "withy.test"}};
    EXPECT_EQ(application.handle(head).status, 422);
    elsewhere.open(back);
    EXPECT_EQ(elsewhere.status(), 200) << "the errand is still on";
}

}  // namespace
}  // namespace journeys
