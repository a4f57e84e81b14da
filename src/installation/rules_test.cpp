#include "installation/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

namespace installation {
namespace {

constexpr std::int64_t a_day = 24 * hours;
constexpr std::uint64_t gigabyte = 1'000'000'000;
constexpr Instant now{1'795'000'000'000};  // November 2026

// A school's server behind a web server, as docs/operations.md sets it up.
Facts well_kept() {
    Facts facts{.now = now};
    facts.setup = {
        .data = "/var/lib/withy",
        .database_url = "sqlite:/var/lib/withy/withy.db",
        .listen_address = "127.0.0.1",
        .public_address = "https://withy.school.example",
        .trusted_proxies = "127.0.0.1, 10.0.0.0/8",
        .mail_server = "smtps://mail.example:465",
        .backups = "/backup",
    };
    facts.machine.room = Room{.free_bytes = 50 * gigabyte, .all_bytes = 100 * gigabyte};
    facts.machine.newest_backup_at = now - 3 * hours;
    facts.database.altered.emplace();
    facts.database.newest_entry_at = now - 1 * minutes;
    return facts;
}

using Change = std::function<void(Facts&)>;

// What this one check says once this is changed; no other check says anything else than before.
Finding after(Check check, Change const& change) {
    auto facts = well_kept();
    change(facts);
    Finding said;
    for (auto const& finding : findings(facts)) {
        if (finding.check == check)
            said = finding;
        else
            EXPECT_LE(finding.verdict, Verdict::safe)
                << in_words(finding.check) << " while " << in_words(check);
    }
    EXPECT_EQ(said.lines.empty(), said.verdict <= Verdict::safe) << "what is to be done is said";
    return said;
}

Verdict verdict(Check check, Change const& change) { return after(check, change).verdict; }

bool says(Finding const& finding, std::string_view words) {
    return std::ranges::any_of(finding.lines, [&](auto const& line) {
        return line.find(words) != line.npos;
    });
}

TEST(InstallationRules, a_well_kept_installation_is_safe_by_every_check_of_what_it_has) {
    std::set<Check> const not_used{
        Check::certificate, Check::providers, Check::demonstration, Check::role, Check::row_level_security};
    auto const found = findings(well_kept());
    std::set<Check> seen;
    for (auto const& finding : found) {
        EXPECT_EQ(finding.verdict, not_used.contains(finding.check) ? Verdict::not_used : Verdict::safe)
            << in_words(finding.check);
        seen.insert(finding.check);
    }
    EXPECT_EQ(found.size(), static_cast<std::size_t>(Check::clock) + 1);
    EXPECT_EQ(seen.size(), found.size()) << "each check once";
    EXPECT_FALSE(is_unsafe(found));
}

TEST(InstallationRules, postgresql_is_safe_where_it_is_used) {
    auto const on_postgresql = [](Facts& f) { f.setup.database_url = "postgresql://withy@db/withy"; };
    EXPECT_EQ(after(Check::role, on_postgresql).verdict, Verdict::safe);
    EXPECT_EQ(after(Check::row_level_security, on_postgresql).verdict, Verdict::safe);
}

// Who administers the schools or reads their children's cases.
SecondWaysOfSchool demands_none(std::string const& school, std::int64_t people, std::int64_t have_one = 0) {
    return {.school = school, .see_most = {.people = people, .have_one = have_one}};
}

bool says_how_it_stands(Finding const& finding, std::string_view words) {
    return says(Finding{.lines = finding.stands}, words);
}

TEST(InstallationRules, a_school_that_demands_no_second_way_is_a_suggestion_and_never_unsafe) {
    auto const found = after(Check::second_way, [](Facts& f) {
        f.database.second_ways = {
            demands_none("Alder Brook", 3),
            demands_none("Birch Lane", 5, 4),
            demands_none("Cedar Hill", 2, 2)};
    });
    EXPECT_EQ(found.verdict, Verdict::look);
    ASSERT_EQ(found.lines.size(), 2U) << "a line for each school where somebody has none";
    EXPECT_TRUE(says(found, "3 people who administer Alder Brook or read its children's cases have no second")
    );
    EXPECT_TRUE(says(found, "1 person who administers Birch Lane or reads its children's cases has no second")
    );
    EXPECT_TRUE(says(found, "under School, A second way to sign in")) << "and where it is demanded";
    EXPECT_TRUE(says_how_it_stands(found, "Birch Lane demands a second way to sign in of nobody."));
    EXPECT_TRUE(says_how_it_stands(found, "cases 2 of 2 have one")) << "of the school that is safe too";
}

TEST(InstallationRules, a_second_way_that_is_demanded_is_looked_at_until_all_have_one) {
    auto const found = [](std::int64_t have_one) {
        return after(Check::second_way, [&](Facts& f) {
            f.database.second_ways = {
                {.school = "Alder Brook",
                 .roles = {"Headteacher", "SENCo"},
                 .demanded = {.people = 3, .have_one = have_one},
                 .see_most = {.people = 7, .have_one = have_one}}};
        });
    };
    EXPECT_EQ(found(3).verdict, Verdict::safe);
    EXPECT_TRUE(says_how_it_stands(found(3), "of these roles: Headteacher and SENCo."));
    EXPECT_TRUE(says_how_it_stands(found(3), "3 of 3 have one"));
    EXPECT_EQ(found(2).verdict, Verdict::look);
    EXPECT_TRUE(says(found(2), "1 person of whom Alder Brook demands a second way to sign in has none"));
    EXPECT_TRUE(says(found(0), "3 people of whom Alder Brook demands a second way to sign in have none"));
    EXPECT_TRUE(says_how_it_stands(found(0), "0 of 3 have one"));
}

TEST(InstallationRules, a_second_way_that_nobody_has_is_looked_at_whoever_is_asked) {
    auto const found = [](std::int64_t have_one) {
        return after(Check::second_way, [&](Facts& f) {
            f.database.second_ways = {
                {.school = "Alder Brook",
                 .roles = {"Governor"},
                 .demanded = {},
                 .see_most = {.people = 7, .have_one = have_one}}};
        });
    };
    EXPECT_TRUE(says(found(0), "Nobody at Alder Brook has a second way to sign in"));
    EXPECT_EQ(found(1).verdict, Verdict::safe) << "the school has decided";
}

TEST(InstallationRules, made_up_people_are_told_of_like_a_schools) {
    auto facts = well_kept();
    facts.setup.public_address = "";
    facts.database.is_demonstration = true;
    facts.database.second_ways = {demands_none("Alder Brook", 3)};
    for (auto const& finding : findings(facts))
        EXPECT_EQ(
            finding.verdict == Verdict::look || finding.verdict == Verdict::unsafe,
            finding.check == Check::second_way
        ) << in_words(finding.check);
}

TEST(InstallationRules, the_word_of_whom_anybody_can_be_is_unsafe) {
    auto const with = [](std::string const& tenants, std::string const& domains) {
        return verdict(Check::providers, [&](Facts& f) {
            f.setup.microsoft_tenants = tenants;
            f.setup.google_domains = domains;
        });
    };
    EXPECT_EQ(with("1:0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f601", "1:school.example"), Verdict::safe);
    EXPECT_EQ(with("9188040d-6c67-4c5b-b112-36a304b66dad", ""), Verdict::unsafe) << "personal accounts";
    EXPECT_EQ(with("", "1:school.example, 2:gmail.com"), Verdict::unsafe);
    EXPECT_EQ(
        verdict(
            Check::providers,
            [](Facts& f) {
                f.setup.google_domains = "1:school.example";
                f.setup.public_address = "";
                f.database.is_demonstration = true;
            }
        ),
        Verdict::unsafe
    );
}

TEST(InstallationRules, childrens_keys_among_backups_are_unsafe_and_named) {
    auto const found = after(Check::child_keys, [](Facts& f) {
        f.machine.child_keys_in_backups = {"/backup/child-keys.db"};
    });
    EXPECT_EQ(found.verdict, Verdict::unsafe);
    EXPECT_TRUE(says(found, "/backup/child-keys.db"));
}

TEST(InstallationRules, root_is_unsafe) {
    EXPECT_EQ(verdict(Check::user, [](Facts& f) { f.machine.runs_as_root = true; }), Verdict::unsafe);
}

TEST(InstallationRules, each_file_that_others_may_use_is_named_with_its_mend) {
    auto const found = after(Check::files, [](Facts& f) {
        f.machine.open_to_others = {{.path = "/var/lib/withy"}, {.path = "/etc/key.pem", .is_key = true}};
    });
    EXPECT_EQ(found.verdict, Verdict::unsafe);
    ASSERT_EQ(found.lines.size(), 2U);
    EXPECT_TRUE(says(found, "chmod go= /var/lib/withy"));
    EXPECT_TRUE(says(found, "/etc/key.pem holds a secret"));
}

TEST(InstallationRules, a_password_on_a_command_line_is_unsafe) {
    EXPECT_EQ(
        verdict(Check::command_line, [](Facts& f) { f.machine.command_line_shows_a_password = true; }),
        Verdict::unsafe
    );
}

TEST(InstallationRules, a_password_is_seen_among_withys_own_arguments_alone) {
    for (auto const* const shown :
         {"withy serve --database postgresql://withy:secret@db/withy",
          "/usr/bin/withy migrate --database=postgres://a:b@c",
          "withy serve --data postgres --database postgresql://withy:secret@db/withy --listen 127.0.0.1:1"})
        EXPECT_TRUE(shows_a_password(shown)) << shown;
    for (auto const* const hidden :
         {"withy serve --database postgresql://withy@db/withy",
          "withy serve --database postgresql://db:5432/withy",
          "withy serve --database postgresql:///withy --note a@b:c",
          "withy serve",
          "psql postgresql://other:secret@db/other"})
        EXPECT_FALSE(shows_a_password(hidden)) << hidden;
}

TEST(InstallationRules, listening_beyond_this_machine_asks_for_tls) {
    for (auto const* const address : {"0.0.0.0", "::", "192.168.1.5"}) {
        EXPECT_EQ(
            verdict(Check::network, [&](Facts& f) { f.setup.listen_address = address; }), Verdict::unsafe
        ) << address;
        EXPECT_EQ(
            verdict(
                Check::network,
                [&](Facts& f) {
                    f.setup.listen_address = address;
                    f.setup.tls_certificate_file = "chain.pem";
                }
            ),
            Verdict::safe
        ) << address;
    }
    EXPECT_EQ(verdict(Check::network, [](Facts& f) { f.setup.listen_address = "::1"; }), Verdict::safe);
}

TEST(InstallationRules, plain_http_is_unsafe_but_in_a_demonstration_at_home) {
    EXPECT_EQ(verdict(Check::address, [](Facts& f) { f.setup.public_address = ""; }), Verdict::unsafe);
    EXPECT_EQ(
        verdict(Check::address, [](Facts& f) { f.setup.public_address = "http://withy.example"; }),
        Verdict::unsafe
    );
    EXPECT_EQ(
        verdict(
            Check::address,
            [](Facts& f) {
                f.setup.public_address = "";
                f.setup.tls_certificate_file = "chain.pem";
            }
        ),
        Verdict::safe
    );
    EXPECT_EQ(
        verdict(
            Check::address,
            [](Facts& f) {
                f.setup.public_address = "";
                f.database.is_demonstration = true;
            }
        ),
        Verdict::not_used
    ) << "nobody has a password there";
}

TEST(InstallationRules, whoever_believes_everybody_is_told) {
    for (auto const* const wide :
         {"0.0.0.0/0", "127.0.0.1, 0.0.0.0/1", "::/0", "10.0.0.0/7", "2001:db8::/16"})
        EXPECT_EQ(verdict(Check::proxies, [&](Facts& f) { f.setup.trusted_proxies = wide; }), Verdict::unsafe)
            << wide;
    EXPECT_EQ(verdict(Check::proxies, [](Facts& f) { f.setup.trusted_proxies = ""; }), Verdict::not_used);
    for (auto const* const narrow : {"127.0.0.1", "10.0.0.0/8, 192.168.0.0/16", "fd00::1, fd00:1::/32"})
        EXPECT_EQ(verdict(Check::proxies, [&](Facts& f) { f.setup.trusted_proxies = narrow; }), Verdict::safe)
            << narrow;
}

TEST(InstallationRules, a_certificate_is_told_of_in_time) {
    auto const ends = [](Instant at) {
        return [at](Facts& f) { f.machine.certificate = CertificateFact{at, {}}; };
    };
    EXPECT_EQ(verdict(Check::certificate, ends(now + 14 * a_day)), Verdict::safe);
    EXPECT_EQ(verdict(Check::certificate, ends(now + 14 * a_day - 1)), Verdict::look);
    EXPECT_EQ(verdict(Check::certificate, ends(now + 1)), Verdict::look);
    EXPECT_EQ(verdict(Check::certificate, ends(now)), Verdict::unsafe);
    auto const broken = after(Check::certificate, [](Facts& f) {
        f.machine.certificate = CertificateFact{std::nullopt, "chain.pem can't be read"};
    });
    EXPECT_EQ(broken.verdict, Verdict::unsafe);
    EXPECT_TRUE(says(broken, "chain.pem can't be read"));
}

TEST(InstallationRules, mail_that_may_go_in_plain_text_is_told_of) {
    auto const server = [](std::string const& url, std::string const& user = {}) {
        return [url, user](Facts& f) {
            f.setup.mail_server = url;
            f.setup.mail_user = user;
        };
    };
    EXPECT_EQ(verdict(Check::mail, server("smtp://mail.example:25")), Verdict::look);
    EXPECT_EQ(verdict(Check::mail, server("smtp://mail.example:587", "withy")), Verdict::safe);
    EXPECT_EQ(verdict(Check::mail, server("smtp://127.0.0.1:25")), Verdict::safe);
    EXPECT_EQ(verdict(Check::mail, server("smtp://[::1]:25")), Verdict::safe);
    EXPECT_EQ(verdict(Check::mail, server("")), Verdict::not_used);
}

TEST(InstallationRules, a_demonstration_that_others_reach_is_unsafe) {
    auto const made_up = [](Facts& f) { f.database.is_demonstration = true; };
    EXPECT_EQ(verdict(Check::demonstration, made_up), Verdict::unsafe) << "it has a public address";
    EXPECT_EQ(
        verdict(
            Check::demonstration,
            [&](Facts& f) {
                made_up(f);
                f.setup.public_address = "";
            }
        ),
        Verdict::safe
    );
}

TEST(InstallationRules, a_role_past_the_policies_and_a_bare_table_are_unsafe) {
    EXPECT_EQ(
        verdict(Check::role, [](Facts& f) { f.database.role_passes_policies = true; }), Verdict::unsafe
    );
    auto const bare = after(Check::row_level_security, [](Facts& f) {
        f.database.unprotected_tables = {"pupil", "room"};
    });
    EXPECT_EQ(bare.verdict, Verdict::unsafe);
    EXPECT_TRUE(says(bare, "pupil, room"));
}

TEST(InstallationRules, a_schema_of_another_version_is_unsafe) {
    auto const older =
        after(Check::migrations, [](Facts& f) { f.database.missing_migrations = {"0060_more"}; });
    EXPECT_EQ(older.verdict, Verdict::unsafe);
    EXPECT_TRUE(says(older, "lacks 0060_more"));
    EXPECT_TRUE(says(older, "withy migrate"));
    EXPECT_EQ(
        verdict(Check::migrations, [](Facts& f) { f.database.schema_fault = "it is newer"; }), Verdict::unsafe
    );
}

TEST(InstallationRules, gates_that_were_changed_are_named_up_to_ten) {
    EXPECT_EQ(verdict(Check::gates, [](Facts& f) { f.database.altered.reset(); }), Verdict::look);
    auto const changed =
        after(Check::gates, [](Facts& f) { f.database.altered = std::vector<std::string>(13, "trigger x"); });
    EXPECT_EQ(changed.verdict, Verdict::unsafe);
    EXPECT_TRUE(says(changed, "and 3 more"));
}

TEST(InstallationRules, a_log_that_does_not_end_at_its_head_is_unsafe) {
    auto const since = [](Facts& f, std::int64_t days) {
        f.database.not_signed = {{"Alder Brook", f.now - days * (24 * hours)}};
    };
    EXPECT_EQ(after(Check::log, [&](Facts& f) { since(f, 1); }).verdict, Verdict::safe);
    EXPECT_EQ(after(Check::log, [&](Facts& f) { since(f, 3); }).verdict, Verdict::unsafe);
    auto const cut = after(Check::log, [](Facts& f) {
        f.database.broken_ends = {{"log of reads", "Alder Brook", 12, 11}};
    });
    EXPECT_EQ(cut.verdict, Verdict::unsafe);
    EXPECT_TRUE(says(cut, "The log of reads of Alder Brook ends at entry 11, and not at 12"));
}

TEST(InstallationRules, a_backup_is_a_day_old_at_most) {
    auto const of = [](std::optional<Instant> at) {
        return [at](Facts& f) { f.machine.newest_backup_at = at; };
    };
    EXPECT_EQ(verdict(Check::backups, of(now - a_day)), Verdict::safe);
    EXPECT_EQ(verdict(Check::backups, of(now - a_day - 1)), Verdict::unsafe);
    EXPECT_TRUE(says(after(Check::backups, of(std::nullopt)), "There is no backup in /backup"));
}

TEST(InstallationRules, room_on_the_disk_is_told_of_before_it_is_gone) {
    auto const free = [](std::uint64_t bytes) {
        return [bytes](Facts& f) { f.machine.room = Room{.free_bytes = bytes, .all_bytes = 100 * gigabyte}; };
    };
    EXPECT_EQ(verdict(Check::room, free(10 * gigabyte)), Verdict::safe);
    EXPECT_EQ(verdict(Check::room, free(10 * gigabyte - 1)), Verdict::look);
    EXPECT_EQ(verdict(Check::room, free(gigabyte / 2 - 1)), Verdict::unsafe);
    EXPECT_EQ(verdict(Check::room, [](Facts& f) { f.machine.room.reset(); }), Verdict::not_used);
}

TEST(InstallationRules, a_clock_that_cannot_be_right_is_unsafe) {
    EXPECT_EQ(
        verdict(Check::clock, [](Facts& f) { f.database.newest_entry_at = f.now + 5 * minutes; }),
        Verdict::safe
    );
    EXPECT_EQ(
        verdict(Check::clock, [](Facts& f) { f.database.newest_entry_at = f.now + 5 * minutes + 1; }),
        Verdict::unsafe
    );
    EXPECT_EQ(
        verdict(
            Check::clock,
            [](Facts& f) {
                f.now = Instant{};
                f.machine.newest_backup_at = f.now;
                f.database.newest_entry_at.reset();
            }
        ),
        Verdict::unsafe
    );
}

}  // namespace
}  // namespace installation
