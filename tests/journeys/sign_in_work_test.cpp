// What a sign-in costs, whoever it is of and however it ends: one password is hashed, as every other. So its
// time tells nobody which addresses have an account. No clock is asked here; bin/bench sign-in measures it.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <mutex>

#include "base/secret.hpp"
#include "journeys/browser.hpp"
#include "proofs/one_time_code.hpp"
#include "support/small_school.hpp"

namespace {

// With what each password was hashed, such as "$argon2id$v=19$m=65536,t=2,p=1$".
std::mutex while_noting_a_hash;
std::vector<std::string> passwords_hashed_with;

void note_hash(std::string_view hash) {
    constexpr int parts = 3;
    std::size_t end = 0;
    for (int part = 0; part < parts && end != hash.npos; ++part) end = hash.find('$', end == 0 ? 1 : end + 1);
    std::lock_guard const alone(while_noting_a_hash);
    passwords_hashed_with.emplace_back(hash.substr(0, end == hash.npos ? end : end + 1));
}

}  // namespace

// The program's own are found before the library's, and hash too.
extern "C" int crypto_pwhash_str_verify(char const* hash, char const* password, unsigned long long size) {
    using Verify = int (*)(char const*, char const*, unsigned long long);
    static auto const verify = reinterpret_cast<Verify>(dlsym(RTLD_NEXT, "crypto_pwhash_str_verify"));
    note_hash(hash);
    return verify(hash, password, size);
}
extern "C" int crypto_pwhash_str_alg(
    char* hash,
    char const* password,
    unsigned long long size,
    unsigned long long operations,
    std::size_t memory,
    int algorithm
) {
    using Make = int (*)(char*, char const*, unsigned long long, unsigned long long, std::size_t, int);
    static auto const make = reinterpret_cast<Make>(dlsym(RTLD_NEXT, "crypto_pwhash_str_alg"));
    auto const made = make(hash, password, size, operations, memory, algorithm);
    note_hash(hash);
    return made;
}

namespace journeys {
namespace {

using Hashes = std::vector<std::string>;

constexpr std::string_view right_password = "seven quiet willows";
constexpr std::string_view wrong_password = "seven quiet willow";

class WorkOfSigningIn : public testing::Test {
protected:
    WorkOfSigningIn() {
        forget();
        hash_ = secret::hash_of_password(right_password);
        as_every_other = forget();
        database.change([&](db::Connection& db) {
            db.enter(school.school);
            has(school.administrator, "ada@alder.example", hash_);
            has(school.senco, "invited@alder.example", "");
            has(school.support_staff, "left@alder.example", hash_);
            db.run(
                "UPDATE staff SET left_on = $1 WHERE school_id = $2 AND id = $3",
                school.today - 1,
                school.school,
                school.support_staff.staff
            );
            has(school.teacher_of_4b, "app@alder.example", hash_);
            auto const row = "authenticator_app " + std::string(school.teacher_of_4b.account.text());
            db.run(
                R"(INSERT INTO authenticator_app (account_id, sealed_secret, made_at, confirmed_at)
                   VALUES ($1, $2, $3, $3))",
                school.teacher_of_4b.account,
                sealed::seal(sealed::Key{}, app_secret, row),
                now
            );
            has(school.headteacher, "passkey@alder.example", hash_);
            db.run(
                R"(INSERT INTO passkey (id, account_id, credential_id, public_key, algorithm, uses, may_be_copied, name,
                                        made_at)
                   VALUES ($1, $2, 'a', 'b', -7, 0, 0, 'The key on my ring', $3))",
                Id<struct PasskeyTag>::make(now),
                school.headteacher.account,
                now
            );
            db.run(
                "INSERT INTO second_way_demand (school_id, role, starts_on) VALUES ($1, 'headteacher', $2)",
                school.school,
                school.today
            );
        });
    }

    // What was hashed since.
    static Hashes forget() {
        std::lock_guard const alone(while_noting_a_hash);
        return std::exchange(passwords_hashed_with, {});
    }
    Browser somebody() { return Browser(application, "198.51.100." + std::to_string(++places_)); }
    static Fields typed(std::string_view address, std::string_view password) {
        return Fields{{{"address", std::string(address)}, {"password", std::string(password)}}};
    }
    Hashes work_of_trying(std::string_view address, std::string_view password, std::string_view answer) {
        auto browser = somebody();
        browser.open("/sign-in");
        forget();
        browser.send("/sign-in", typed(address, password));
        EXPECT_TRUE(browser.shows(answer)) << address << ' ' << password << ": " << browser.body();
        return forget();
    }
    static Hashes work_of_code(Browser& browser, std::string const& code) {
        forget();
        browser.submit("/sign-in/code", Fields{{{"code", code}}});
        return forget();
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    Instant now = school.now;
    app::Application application{
        database.database(),
        {.secure_cookies = false,
         .demonstration = false,
         .public_address = "https://withy.test",
         .sealing_key = sealed::Key{}},
        [this] { return now; }};
    Hashes as_every_other;  // one, as a new password is hashed
    std::string const app_secret = "twenty bytes of chance";

private:
    void has(support::Person const& person, std::string const& address, std::string const& hash) {
        database.connection().run(
            "UPDATE account SET address = $1, password_hash = $2 WHERE id = $3", address, hash, person.account
        );
    }

    std::string hash_;
    int places_ = 0;
};

TEST_F(WorkOfSigningIn, is_one_hash_for_everybody_and_for_nobody_with_a_right_password_and_a_wrong_one) {
    ASSERT_EQ(as_every_other.size(), 1U);
    constexpr std::string_view wrong = "Check both";
    struct Way {
        std::string_view address, password, answer;
    };
    for (auto const& [address, password, answer] : std::vector<Way>{
             {"nobody@alder.example", right_password, wrong},
             {"nobody@alder.example", wrong_password, wrong},
             {"no address at all", wrong_password, wrong},
             {"invited@alder.example", right_password, wrong},
             {"invited@alder.example", wrong_password, wrong},
             {"ada@alder.example", wrong_password, wrong},
             {"ADA@alder.example ", wrong_password, wrong},
             {"left@alder.example", wrong_password, wrong},
             {"left@alder.example", right_password, "leads to no school"},
             {"app@alder.example", wrong_password, wrong},
             {"app@alder.example", right_password, "Enter the code"},
             {"passkey@alder.example", wrong_password, wrong},
             {"passkey@alder.example", right_password, "Sign in with your passkey"},
             {"ada@alder.example", right_password, "Ada Quinn"}})
        EXPECT_EQ(work_of_trying(address, password, answer), as_every_other) << address << ' ' << password;
}

// Which is said to whoever tries, and comes as soon for an address that nobody has.
TEST_F(WorkOfSigningIn, is_none_while_trying_is_paused_for_somebody_and_for_nobody_alike) {
    for (auto const* const address : {"ada@alder.example", "invited@alder.example", "nobody@alder.example"}) {
        for (int times = 0; times < 5; ++times)
            EXPECT_EQ(work_of_trying(address, wrong_password, "Check both"), as_every_other) << address;
        for (auto const password : {right_password, wrong_password})
            EXPECT_EQ(work_of_trying(address, password, "too many tries"), Hashes{}) << address;
    }
}

// What is left blank is known to who left it.
TEST_F(WorkOfSigningIn, is_none_for_a_form_that_says_nothing) {
    for (auto const* const address : {"ada@alder.example", "nobody@alder.example", ""})
        EXPECT_EQ(work_of_trying(address, "", "Enter the password"), Hashes{});
}

// The second way comes after a right password, and costs no other hash whether it is right or wrong.
TEST_F(WorkOfSigningIn, is_none_more_for_a_second_way_that_is_wrong_or_right) {
    auto browser = somebody();
    browser.open("/sign-in").send("/sign-in", typed("app@alder.example", right_password));
    auto const code = proofs::one_time_code(app_secret, proofs::step_at(now));
    auto const another = code == "123456" ? "654321" : "123456";
    EXPECT_EQ(work_of_code(browser, another), Hashes{});
    EXPECT_TRUE(browser.shows("This code does not count")) << browser.body();
    EXPECT_EQ(work_of_code(browser, "aaaa-bbbb-cccc-dddd"), Hashes{});
    EXPECT_TRUE(browser.shows("This code does not count")) << browser.body();
    EXPECT_EQ(work_of_code(browser, code), Hashes{});
    EXPECT_TRUE(browser.shows("Rob Ellis")) << browser.body();
}

}  // namespace
}  // namespace journeys
