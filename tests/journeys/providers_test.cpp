// Signing in by Microsoft and Google: there and back.
#include "journeys/providers.hpp"

namespace journeys {
namespace {

TEST_F(Providers, sign_in_whoever_added_them_and_lead_to_where_the_person_wanted_to_go) {
    adds_microsoft(priya);
    EXPECT_TRUE(priya.shows("priya@school.example")) << "as the provider calls her";
    elsewhere.open("/sign-in?then=%2Fpupils");
    EXPECT_TRUE(elsewhere.shows("Sign in with Microsoft"));
    EXPECT_TRUE(elsewhere.shows("Sign in with Google"));
    EXPECT_TRUE(elsewhere.shows("/sign-in/openid/microsoft?then=%2Fpupils"));
    comes_in(elsewhere, "/sign-in/openid/microsoft?then=%2Fpupils");
    EXPECT_EQ(elsewhere.path(), "/pupils");
    EXPECT_EQ(elsewhere.status(), 200);
    EXPECT_TRUE(elsewhere.shows(school.senco.name));
}

TEST_F(Providers, know_google_by_its_domain) {
    priya.open(goes(priya, google, link_to_add(priya, "google")));
    ASSERT_EQ(priya.path(), "/sign-ins") << priya.body();
    elsewhere.open(goes(elsewhere, google, "/sign-in/openid/google"));
    EXPECT_EQ(elsewhere.status(), 200);
    EXPECT_TRUE(elsewhere.shows(school.senco.name));

    EXPECT_EQ(google.asked_for("prompt"), "select_account") << "a colleague's may be open there";
    EXPECT_FALSE(elsewhere.open("/prove?then=%2Fsign-ins").shows("Go on with Google"))
        << "it says no auth_time";
    EXPECT_EQ(elsewhere.get("/prove/openid/google").status, 404);

    Browser third{application, "198.51.100.8"};
    google.says("hd", "\"another.example\"");
    third.open(goes(third, google, "/sign-in/openid/google"));
    is_refused(third, "not an account that your school gives", "another domain");
    google.says("hd", "");
    third.open(goes(third, google, "/sign-in/openid/google"));
    is_refused(third, "not an account that your school gives", "somebody's own");
}

TEST_F(Providers, sign_nobody_in_who_did_not_add_them_whatever_their_address) {
    auto& db = database.connection();
    {
        db::Transaction transaction(db, db::Mode::write);
        db.run("UPDATE account SET address = 'priya@school.example' WHERE id = $1", school.senco.account);
        transaction.commit();
    }
    comes_in(elsewhere);
    is_refused(elsewhere, "Nobody here has added this Microsoft account", "an address alone");
}

TEST_F(Providers, are_added_only_where_the_school_takes_their_word) {
    Browser theirs{application};
    theirs.keep_cookie(other.senco.token);
    theirs.open("/sign-ins");
    EXPECT_FALSE(theirs.shows("Microsoft"));
    EXPECT_EQ(theirs.open("/sign-ins/openid/microsoft").path(), "/sign-ins");
}

TEST_F(Providers, lead_to_one_account_for_each_person_there) {
    adds_microsoft(priya);
    ada.open(goes(ada, microsoft, link_to_add(ada, "microsoft")));
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("belongs to somebody’s sign-in here already")) << ada.body();
    microsoft.says("oid", "\"somebody else there\"");
    adds_microsoft(ada);
}

TEST_F(Providers, are_no_proof_of_who_is_here_unless_they_say_when_it_was_shown) {
    adds_microsoft(priya);
    comes_in(elsewhere);
    auto const guarded = std::string("/prove?then=%2Fsign-ins%2Fpasskeys%2Fnew");
    EXPECT_EQ(elsewhere.open("/sign-ins/passkeys/new").path(), guarded);
    EXPECT_TRUE(elsewhere.shows("Go on with Microsoft"));
    auto const asks = "/prove/openid/microsoft?then=%2Fsign-ins%2Fpasskeys%2Fnew";
    elsewhere.open(goes(elsewhere, microsoft, asks));
    EXPECT_EQ(microsoft.asked_for("prompt"), "login");
    EXPECT_EQ(microsoft.asked_for("max_age"), "0");
    EXPECT_EQ(elsewhere.status(), 422);
    EXPECT_TRUE(elsewhere.shows("does not say that you showed it just now")) << elsewhere.body();

    microsoft.says("auth_time", std::to_string(now.milliseconds / seconds - 3600));
    elsewhere.open(goes(elsewhere, microsoft, asks));
    EXPECT_EQ(elsewhere.status(), 422) << "an hour ago";
    microsoft.says("auth_time", std::to_string(now.milliseconds / seconds));
    elsewhere.open(goes(elsewhere, microsoft, asks));
    EXPECT_EQ(elsewhere.path(), "/sign-ins/passkeys/new");
}

TEST_F(Providers, prove_nothing_by_an_account_of_somebody_else) {
    adds_microsoft(priya);
    microsoft.says("auth_time", std::to_string(now.milliseconds / seconds));
    ada.open(goes(ada, microsoft, "/prove/openid/microsoft?then=%2Fschool"));
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("belongs to somebody’s sign-in here already")) << ada.body();
}

TEST_F(Providers, are_added_by_whoever_just_showed_who_they_are) {
    adds_microsoft(priya);
    comes_in(elsewhere);
    EXPECT_EQ(elsewhere.open("/sign-ins/openid/google").path(), "/prove?then=%2Fsign-ins%2Fopenid%2Fgoogle");
}

TEST_F(Providers, are_added_by_a_link_of_ones_own_page_alone) {
    for (std::string const address :
         {"/sign-ins/openid/microsoft",
          "/sign-ins/openid/microsoft?guard=",
          "/sign-ins/openid/microsoft?guard=guessed"})
        EXPECT_EQ(priya.open(address).path(), "/sign-ins") << address;
    auto const of_adas_page = link_to_add(ada, "microsoft");
    EXPECT_EQ(priya.open(of_adas_page).path(), "/sign-ins") << "of another sign-in";
    EXPECT_TRUE(priya.shows("Add your account at Microsoft"));
}

TEST_F(Providers, add_nothing_to_whoever_signed_in_here_meanwhile) {
    auto const back = goes(priya, microsoft, link_to_add(priya, "microsoft"));
    priya.keep_cookie(school.administrator.token);
    priya.open(back);
    EXPECT_EQ(priya.status(), 422);
    ada.open("/sign-ins");
    EXPECT_TRUE(ada.shows("Add your account at Microsoft")) << "still to be added";
}

TEST_F(Providers, take_up_an_invitation_without_a_password) {
    auto const link = invited("Nell Fox", "nell@school.example");
    elsewhere.open(link);
    EXPECT_TRUE(elsewhere.shows("Join with Microsoft")) << elsewhere.body();
    elsewhere.open(goes(elsewhere, microsoft, link + "/openid/microsoft"));
    EXPECT_EQ(elsewhere.path(), "/sign-ins");
    EXPECT_TRUE(elsewhere.shows("Nell Fox"));
    EXPECT_TRUE(elsewhere.shows("You have none.")) << "no password";
    EXPECT_EQ(elsewhere.open("/sign-ins/passkeys/new").path(), "/sign-ins/passkeys/new") << "at once";
    EXPECT_EQ(ada.get(link).status, 410) << "used up";

    Browser later{application, "198.51.100.8"};
    comes_in(later);
    EXPECT_EQ(later.status(), 200);
    EXPECT_TRUE(later.shows("Nell Fox"));
    time_goes_by(11 * minutes);
    EXPECT_TRUE(later.open("/sign-ins/passkeys/new").shows("You have no password here."));
}

TEST_F(Providers, take_up_no_invitation_for_somebody_who_has_an_account_already) {
    adds_microsoft(priya);
    auto const link = invited("Nell Fox", "nell@school.example");
    elsewhere.open(goes(elsewhere, microsoft, link + "/openid/microsoft"));
    is_refused(elsewhere, "belongs to somebody’s sign-in here already", "Priya's account at Microsoft");
    EXPECT_EQ(elsewhere.get(link).status, 200) << "and the link still works";
}

TEST_F(Providers, are_removed_and_what_began_by_them_ends) {
    adds_microsoft(priya);
    comes_in(elsewhere);
    priya.open("/sign-ins").submit("/sign-ins/openid/microsoft/removal", {});
    EXPECT_EQ(priya.status(), 422) << "it is the only way in that she has";
    has_password(school.senco);
    priya.open("/sign-ins").submit("/sign-ins/openid/microsoft/removal", {});
    EXPECT_EQ(priya.path(), "/sign-ins");
    EXPECT_TRUE(priya.shows("Add your account at Microsoft"));
    EXPECT_EQ(elsewhere.open("/pupils").path(), "/sign-in?then=%2Fpupils");
    Browser third{application, "198.51.100.8"};
    comes_in(third);
    is_refused(third, "Nobody here has added this Microsoft account", "it is no way in any more");
}

TEST(WithoutProviders, nobody_is_led_to_any) {
    support::TestDatabase database;
    support::SmallSchool const school{database};
    app::Application application{
        database.database(),
        {.secure_cookies = false, .public_address = "https://withy.test", .sealing_key = sealed::Key{}},
        [&] { return school.now; }};
    Browser browser{application};
    EXPECT_FALSE(browser.open("/sign-in").shows("Microsoft"));
    EXPECT_EQ(browser.get(to_microsoft).status, 404);
    EXPECT_EQ(browser.get("/sign-in/openid/anybody").status, 404);
    EXPECT_EQ(browser.get("/sign-in/openid").status, 422);
}

}  // namespace
}  // namespace journeys
