#include "installation/rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/calendar.hpp"
#include "installation/second_way_rules.hpp"

namespace installation {
namespace {

using Lines = std::vector<std::string>;

constexpr std::int64_t a_day = 24 * hours;
constexpr std::int64_t signed_within = 2 * a_day;     // a log is signed daily while Withy runs
constexpr std::int64_t renewal_is_late = 14 * a_day;  // those who give certificates for 90 days renew at 30
constexpr std::uint64_t megabyte = 1'000'000;
constexpr std::uint64_t least_room = 500 * megabyte;  // SQLite's log alone grows to 256 MB
constexpr Instant before_withy{1'767'225'600'000};    // 2026
constexpr std::int64_t clocks_differ = 5 * minutes;

Finding safe(Check check) { return {.check = check}; }
Finding not_used(Check check) { return {.check = check, .verdict = Verdict::not_used}; }
Finding unsafe_where(Check check, Lines lines) {
    auto const verdict = lines.empty() ? Verdict::safe : Verdict::unsafe;
    return {.check = check, .verdict = verdict, .lines = std::move(lines)};
}
Finding look(Check check, std::string line) {
    return {.check = check, .verdict = Verdict::look, .lines = {std::move(line)}};
}

bool has_tls(Setup const& setup) { return !setup.tls_certificate_file.empty(); }
bool is_secure(Setup const& setup) { return has_tls(setup) || setup.public_address.starts_with("https://"); }

// SQLite has neither roles nor row-level security.
Finding safe_on_postgresql(Facts const& facts, Check check) {
    return facts.setup.database_url.starts_with("postgres") ? safe(check) : not_used(check);
}

std::string joined(Lines const& names, std::size_t most = 10) {
    std::string text;
    for (std::size_t at = 0; at < names.size() && at < most; ++at) text += (at == 0 ? "" : ", ") + names[at];
    if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
    return text;
}

// The host in "smtp://host:25" or "postgresql://user@host/name".
std::string_view host_in(std::string_view url) {
    if (auto const scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('/'));
    if (auto const at = url.rfind('@'); at != url.npos) url.remove_prefix(at + 1);
    if (url.starts_with('[')) return url.substr(1, url.find(']') - 1);
    return url.substr(0, url.find(':'));
}

Finding user(Facts const& facts) {
    if (!facts.machine.runs_as_root) return safe(Check::user);
    return unsafe_where(
        Check::user,
        {"Withy runs as root, so a fault in it is a fault of the whole machine. Run it as a user of its own, "
         "as "
         "docs/operations.md shows"}
    );
}

Finding files(Facts const& facts) {
    Lines lines;
    for (auto const& file : facts.machine.open_to_others)
        lines.push_back(
            file.path + (file.is_key ? " holds a secret and is open to others" : " is open to others") +
            " on this machine. Run: chmod go= " + file.path
        );
    return unsafe_where(Check::files, std::move(lines));
}

Finding command_line(Facts const& facts) {
    if (!facts.machine.command_line_shows_a_password) return safe(Check::command_line);
    return unsafe_where(
        Check::command_line,
        {"A command line shows the database's password to everybody on this machine. Put the address into "
         "WITHY_DATABASE, or the password into ~/.pgpass, and choose a new one"}
    );
}

Finding network(Facts const& facts) {
    if (is_loopback(facts.setup.listen_address) || has_tls(facts.setup)) return safe(Check::network);
    return unsafe_where(
        Check::network,
        {"Withy listens on " + facts.setup.listen_address +
         " without TLS, so that others can go past the web server in front. Listen on 127.0.0.1, or name a "
         "certificate in WITHY_TLS_CERTIFICATE_FILE"}
    );
}

Finding address(Facts const& facts) {
    if (is_secure(facts.setup)) return safe(Check::address);
    if (facts.database.is_demonstration) return not_used(Check::address);
    return unsafe_where(
        Check::address,
        {"People reach Withy on plain http, so their passwords and cookies can be read on the way. Name the "
         "address that they type in WITHY_PUBLIC_ADDRESS, beginning with https://, or a certificate in "
         "WITHY_TLS_CERTIFICATE_FILE"}
    );
}

// How many addresses a network such as "10.0.0.0/8" holds is told by its bits; one address has none.
bool is_too_wide(std::string_view network) {
    auto const slash = network.find('/');
    if (slash == network.npos) return false;
    int bits = 0;
    std::from_chars(network.data() + slash + 1, network.data() + network.size(), bits);
    constexpr int least_of_ipv4 = 8;
    constexpr int least_of_ipv6 = 32;
    return bits < (network.find(':') == network.npos ? least_of_ipv4 : least_of_ipv6);
}

Finding proxies(Facts const& facts) {
    if (facts.setup.trusted_proxies.empty()) return not_used(Check::proxies);
    Lines lines;
    std::string_view left = facts.setup.trusted_proxies;
    while (!left.empty()) {
        auto const comma = std::min(left.find(','), left.size());
        auto const network = left.substr(0, comma);
        if (is_too_wide(network))
            lines.push_back(
                "WITHY_TRUSTED_PROXIES believes " + std::string(network) +
                ", so that almost anybody can pass for another network address. Name the web servers alone"
            );
        left.remove_prefix(std::min(comma + 1, left.size()));
    }
    return unsafe_where(Check::proxies, std::move(lines));
}

Finding certificate(Facts const& facts) {
    auto const& found = facts.machine.certificate;
    if (!found) return not_used(Check::certificate);
    if (!found->ends_at) return unsafe_where(Check::certificate, {found->fault});
    auto const left = *found->ends_at - facts.now;
    auto const day = calendar::in_words(calendar::local_date(*found->ends_at));
    if (left <= 0)
        return unsafe_where(
            Check::certificate,
            {"The certificate ended on " + day + ", so browsers turn people away. Renew it"}
        );
    if (left >= renewal_is_late) return safe(Check::certificate);
    return look(
        Check::certificate, "The certificate ends on " + day + ". Renew it; Withy takes the new one by itself"
    );
}

Finding mail(Facts const& facts) {
    auto const& setup = facts.setup;
    if (setup.mail_server.empty()) return not_used(Check::mail);
    // With a user, Withy signs in over TLS or not at all.
    if (!setup.mail_server.starts_with("smtp://") || !setup.mail_user.empty()) return safe(Check::mail);
    if (is_loopback(host_in(setup.mail_server))) return safe(Check::mail);
    return look(
        Check::mail,
        "Mail goes to " + setup.mail_server +
            " in plain text where that server offers no TLS, with links that open letters. Use smtps:// in "
            "WITHY_MAIL_SERVER"
    );
}

// What anybody in the world can have an account in.
constexpr std::array for_everybody{
    "9188040d-6c67-4c5b-b112-36a304b66dad", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com"};

Finding providers(Facts const& facts) {
    Lines lines;
    auto const& setup = facts.setup;
    for (auto const* const realm : for_everybody)
        for (auto const& realms : {setup.microsoft_tenants, setup.google_domains})
            if (realms.find(realm) != realms.npos)
                lines.push_back(
                    "Anybody can have an account in " + std::string(realm) +
                    ", so its word says nothing of a school. Take it out of WITHY_MICROSOFT_TENANTS or "
                    "WITHY_GOOGLE_DOMAINS"
                );
    if (setup.microsoft_tenants.empty() && setup.google_domains.empty()) return not_used(Check::providers);
    if (facts.database.is_demonstration)
        lines.emplace_back(
            "People of a real school can sign in by Microsoft or Google to made-up data. Take the settings "
            "out"
        );
    return unsafe_where(Check::providers, std::move(lines));
}

Finding demonstration(Facts const& facts) {
    auto const& setup = facts.setup;
    bool const is_in_a_real_place = !setup.public_address.empty() || !is_loopback(setup.listen_address);
    if (!facts.database.is_demonstration) return not_used(Check::demonstration);
    if (!is_in_a_real_place) return safe(Check::demonstration);
    return unsafe_where(
        Check::demonstration,
        {"This is the demonstration, in which anybody may be anyone, at an address that others reach. Enter "
         "no "
         "real child; for a school begin with an empty data folder"}
    );
}

Finding role(Facts const& facts) {
    if (!facts.database.role_passes_policies) return safe_on_postgresql(facts, Check::role);
    return unsafe_where(
        Check::role,
        {"Withy's role in PostgreSQL is a superuser or has BYPASSRLS, so the database does not hold the "
         "schools "
         "apart. Make a role without either, let it own the database, and name it in WITHY_DATABASE"}
    );
}

Finding row_level_security(Facts const& facts) {
    auto const& tables = facts.database.unprotected_tables;
    if (tables.empty()) return safe_on_postgresql(facts, Check::row_level_security);
    return unsafe_where(
        Check::row_level_security,
        {"Row-level security was taken off " + joined(tables) +
         ". Find out who did it; for each run: ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL "
         "SECURITY"}
    );
}

Finding migrations(Facts const& facts) {
    auto const& database = facts.database;
    if (!database.schema_fault.empty())
        return unsafe_where(Check::migrations, {"Withy and its data do not fit: " + database.schema_fault});
    if (database.missing_migrations.empty()) return safe(Check::migrations);
    return unsafe_where(
        Check::migrations,
        {"The database lacks " + joined(database.missing_migrations) +
         ", and with them gates of this version. Run: withy migrate"}
    );
}

Finding gates(Facts const& facts) {
    auto const& altered = facts.database.altered;
    if (!altered)
        return look(
            Check::gates, "They are compared with the migrations on the command line alone. Run: withy doctor"
        );
    if (altered->empty()) return safe(Check::gates);
    return unsafe_where(
        Check::gates,
        {"These were changed past Withy, so the database may take what it should refuse: " +
         joined(*altered) + ". Find out who did it, and restore a backup from before"}
    );
}

Finding log(Facts const& facts) {
    Lines lines;
    for (auto const& broken : facts.database.broken_ends)
        lines.push_back(
            "The " + broken.log + " of " + broken.school + " ends at entry " + std::to_string(broken.last) +
            ", and not at " + std::to_string(broken.head) +
            " as its head says. Keep the database as it is and run: withy audit verify"
        );
    for (auto const& open : facts.database.not_signed)
        if (!facts.database.is_demonstration && facts.now - open.since > signed_within)
            lines.push_back(
                "What was changed at " + open.school + " since " +
                calendar::in_words(calendar::local_date(open.since)) +
                " is not signed. See in the log of withy serve why, then run: withy audit verify"
            );
    return unsafe_where(Check::log, std::move(lines));
}

Finding backups(Facts const& facts) {
    auto const& newest = facts.machine.newest_backup_at;
    if (facts.database.is_demonstration) return not_used(Check::backups);
    auto const& folder = facts.setup.backups;
    if (!newest)
        return unsafe_where(
            Check::backups,
            {"There is no backup in " + folder +
             ". Make one each night, as docs/operations.md shows, and name the folder in WITHY_BACKUPS"}
        );
    if (facts.now - *newest <= a_day) return safe(Check::backups);
    return unsafe_where(
        Check::backups,
        {"The newest backup in " + folder + " is of " + calendar::in_words(calendar::local_date(*newest)) +
         ". Look why none came since"}
    );
}

Finding child_keys(Facts const& facts) {
    Lines lines;
    for (auto const& path : facts.machine.child_keys_in_backups)
        lines.push_back(
            path +
            " lies among the backups, so that what was erased can be opened in them. Keep one copy of the "
            "children's keys elsewhere, which each new one replaces, and delete this one"
        );
    return unsafe_where(Check::child_keys, std::move(lines));
}

Finding room(Facts const& facts) {
    auto const& room = facts.machine.room;
    if (!room) return not_used(Check::room);
    auto const in_words = std::to_string(room->free_bytes / megabyte) + " MB";
    if (room->free_bytes < least_room)
        return unsafe_where(
            Check::room,
            {"Only " + in_words +
             " are free on the disk of the data; once it is full nothing is saved. Make room"}
        );
    constexpr std::uint64_t tenths = 10;
    if (room->free_bytes >= room->all_bytes / tenths) return safe(Check::room);
    return look(
        Check::room, "Less than a tenth of the data's disk is free: " + in_words + ". Make room in time"
    );
}

// No network is asked: what a clock can't be is seen from what was written.
Finding clock(Facts const& facts) {
    constexpr auto mend = "Set it, and let the machine keep it by NTP: deadlines and sign-ins lean on it";
    if (facts.now < before_withy)
        return unsafe_where(
            Check::clock,
            {"The machine's clock says " + calendar::iso(calendar::local_date(facts.now)) +
             ", before there was this Withy. " + mend}
        );
    auto const& newest = facts.database.newest_entry_at;
    if (!newest || *newest - facts.now <= clocks_differ) return safe(Check::clock);
    return unsafe_where(
        Check::clock,
        {"The newest entry of the log is of " + calendar::iso(calendar::local_date(*newest)) + ", " +
         calendar::local_time(*newest) + ", which has not come yet by the machine's clock. " + mend}
    );
}

}  // namespace

std::vector<Finding> findings(Facts const& facts) {
    constexpr std::array all{
        user,
        files,
        command_line,
        network,
        address,
        proxies,
        certificate,
        mail,
        providers,
        second_way,
        demonstration,
        role,
        row_level_security,
        migrations,
        gates,
        log,
        backups,
        child_keys,
        room,
        clock};
    std::vector<Finding> found;
    found.reserve(all.size());
    for (auto const& check : all) found.push_back(check(facts));
    return found;
}

bool is_unsafe(std::vector<Finding> const& findings) {
    return std::ranges::any_of(findings, [](auto const& one) { return one.verdict == Verdict::unsafe; });
}

bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

bool shows_a_password(std::string_view command_line) {
    if (command_line.find("withy") == command_line.npos) return false;
    for (auto at = command_line.find("postgres"); at != command_line.npos;
         at = command_line.find("postgres", at + 1)) {
        auto url = command_line.substr(at, command_line.find(' ', at) - at);
        auto const scheme = url.find("://");
        if (scheme == url.npos) continue;
        auto const user = url.substr(scheme + 3, url.find('@') - scheme - 3);
        if (url.find('@') != url.npos && user.find(':') != user.npos) return true;
    }
    return false;
}

}  // namespace installation
