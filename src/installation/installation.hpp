#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "visits/setup.hpp"

// Whether Withy stands safely on its machine: what an operator can mend, not what a school enters.
namespace installation {

using visits::Setup;

struct OpenFile {
    std::string path;
    bool is_key = false;  // what it holds opens more than itself
};

struct Room {
    std::uint64_t free_bytes = 0;
    std::uint64_t all_bytes = 0;
};

struct CertificateFact {
    std::optional<Instant> ends_at;
    std::string fault;  // why it can't be read
};

// What the process and the machine show.
struct MachineFacts {
    bool runs_as_root = false;
    std::vector<OpenFile> open_to_others;        // files and folders that other users of the machine may use
    bool command_line_shows_a_password = false;  // of this or another process
    std::vector<std::string> child_keys_in_backups;  // files where the keys lie with what they open
    std::optional<Room> room;                        // on the disk of the data; empty where there is none
    std::optional<Instant> newest_backup_at;
    std::optional<CertificateFact> certificate;  // where Withy has one of its own
};

// A school's log that does not end where its head says.
struct BrokenEnd {
    std::string log;  // "log of changes"
    std::string school;
    std::int64_t head = 0;
    std::int64_t last = 0;
};

// A school whose log goes on after its last signed head, and since when.
struct NotSigned {
    std::string school;
    Instant since;
};

// How many of some people can be signed in as by a password alone, and how many can't.
struct SecondWays {
    std::int64_t people = 0;
    std::int64_t have_one = 0;
};

// Of whom a school demands a second way to sign in, and who has one: of those, and of whoever administers the
// school or reads its children's cases.
struct SecondWaysOfSchool {
    std::string school;
    std::vector<std::string> roles = {};  // that demand one, "SENCo"
    SecondWays demanded = {};
    SecondWays see_most = {};
};

// What the database shows.
struct DatabaseFacts {
    bool is_demonstration = false;
    bool role_passes_policies = false;
    std::vector<std::string> unprotected_tables;
    // Parts of the schema that are not as the migrations make them; empty where nobody compared them.
    std::optional<std::vector<std::string>> altered;
    std::vector<std::string> missing_migrations;
    std::string schema_fault;  // the database is newer than this Withy, or its migrations are others
    std::vector<BrokenEnd> broken_ends;
    std::vector<NotSigned> not_signed;
    std::optional<Instant> newest_entry_at;  // of any log
    std::vector<SecondWaysOfSchool> second_ways;
};

struct Facts {
    Instant now;
    Setup setup;
    MachineFacts machine;
    DatabaseFacts database;
};

enum class Check {
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
    clock,
};

// What an installation does not have, such as e-mail, is neither safe nor unsafe.
enum class Verdict { not_used, safe, look, unsafe };

// What one check found; where something is to be done, a line for each. How it stands is said besides where
// a verdict alone would not tell.
struct Finding {
    Check check{};
    Verdict verdict = Verdict::safe;
    std::vector<std::string> lines = {};
    std::vector<std::string> stands = {};
};

// "Withy's own user".
std::string_view in_words(Check check);
std::string_view in_words(Verdict verdict);

}  // namespace installation
