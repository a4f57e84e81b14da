#include "installation/installation.hpp"

namespace installation {

std::string_view in_words(Check check) {
    switch (check) {
        case Check::user: return "Withy's own user";
        case Check::files: return "Who may read its files";
        case Check::command_line: return "No password on a command line";
        case Check::network: return "Where it listens";
        case Check::address: return "Cookies and passwords travel encrypted";
        case Check::proxies: return "Which web servers are believed";
        case Check::certificate: return "The certificate";
        case Check::mail: return "Mail travels encrypted";
        case Check::providers: return "By whose word people sign in";
        case Check::second_way: return "More than a password for those who see most";
        case Check::demonstration: return "Made-up data stays apart";
        case Check::role: return "The role in PostgreSQL";
        case Check::row_level_security: return "PostgreSQL holds the schools apart";
        case Check::migrations: return "Withy and its data fit";
        case Check::gates: return "The gates stand as they were made";
        case Check::log: return "The log of changes ends where it should";
        case Check::backups: return "Backups";
        case Check::child_keys: return "The children's keys lie in no backup";
        case Check::room: return "Room on the disk";
        case Check::clock: return "The clock";
    }
    return {};
}

std::string_view in_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::not_used: return "Not used";
        case Verdict::safe: return "Safe";
        case Verdict::look: return "Look at it";
        case Verdict::unsafe: return "Unsafe";
    }
    return {};
}

}  // namespace installation
