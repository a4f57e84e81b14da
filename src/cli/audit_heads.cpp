#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "app/head_key.hpp"
#include "app/start.hpp"
#include "base/text.hpp"
#include "cli/audit.hpp"
#include "cli/files.hpp"
#include "heads/documents.hpp"
#include "heads/looking_actions.hpp"
#include "heads/rules.hpp"
#include "heads/signing_actions.hpp"

namespace cli {
namespace {

constexpr int key_unknown = 3;

constexpr auto signs_first = "Signs first where the logs end now.";

std::vector<heads::store::School> schools(db::Connection& db) {
    db::Transaction const transaction(db, db::Mode::read);
    return heads::store::schools(db);
}

void heads_now(Session& session) {
    auto const database = app::open_in_use(session.configuration);
    auto const connection = database->connect(db::Mode::write);
    auto const key = app::head_key(session.configuration);
    std::vector<heads::Head> all;
    for (auto const& school : schools(*connection))
        for (auto const log : all_of<heads::Log>())
            if (auto head = heads::sign(*connection, key, school.id, log, clock_reading()))
                all.push_back(std::move(*head));
    session.terminal.out << heads::documents::of_heads(all);
}

// What is to be proved.
struct Wish {
    std::int64_t number = 0;
    std::string log = "changes";
    std::int32_t school = 1;
    std::string from;
};

int refuse(Session& session, std::string const& why) {
    session.terminal.err << "withy: " << why << '\n';
    return session.exit_code = 1;
}

// Of the heads of a file the latest of this log that is no later.
std::optional<heads::Head> earlier_head(std::string const& file, heads::Head const& head) {
    std::optional<heads::Head> found;
    for (auto& one : heads_of_file(file)) {
        bool const fits = one.school == head.school && one.log == head.log && one.size <= head.size;
        if (fits && (!found || found->size < one.size)) found = std::move(one);
    }
    return found;
}

void prove(Session& session, Wish const& wish) {
    auto const log = from_word<heads::Log>(wish.log);
    if (!log) {
        session.exit_code = 2;
        session.terminal.err << "withy: --log takes changes or reads\n";
        return;
    }
    auto const database = app::open_in_use(session.configuration);
    auto const connection = database->connect(db::Mode::write);
    auto const key = app::head_key(session.configuration);
    auto const head = heads::sign(*connection, key, {wish.school}, *log, clock_reading());
    std::string const no_entry = std::string(in_words(*log)) + " of school " + std::to_string(wish.school) +
                                 " has no entry " + std::to_string(wish.number);
    if (!head) return void(refuse(session, no_entry));
    std::optional<heads::Head> earlier;
    if (!wish.from.empty()) {
        earlier = earlier_head(wish.from, *head);
        if (!earlier) return void(refuse(session, wish.from + " holds no earlier head of this log"));
    }
    auto const proof = heads::prove(*connection, wish.number, *head, earlier);
    if (!proof) return void(refuse(session, no_entry));
    session.terminal.out << heads::documents::of_proof(*proof);
    if (auto const fault = heads::fault_of(*proof); !fault.empty()) refuse(session, fault);
}

std::string faults_of(std::vector<heads::Head> const& all) {
    auto const changed = std::ranges::find_if_not(all, heads::is_signed);
    if (changed == all.end()) return {};
    return "The head of " + std::string(in_words(changed->log)) + " of school " +
           std::to_string(changed->school.number) + " at entry " + std::to_string(changed->size) +
           " is not signed by its key.";
}

bool is_of(std::string const& key, heads::Head const& head) { return key.empty() || head.public_key == key; }

// Whoever forges a head signs it with a key of their own, so this alone proves nothing.
void tell_whose_key(Session& session, std::string const& key) {
    session.terminal.out << "The key is " << key
                         << ". Name the installation's with --public-key: until then nothing is proved.\n";
    session.exit_code = key_unknown;
}

// Says what holds by itself: whose key it is, the reader has to know.
void check(Session& session, std::string const& file, std::string const& key) {
    auto const text = text_of_file(file);
    auto const proof = heads::documents::proof_in(text);
    auto const heads = proof ? std::vector{proof->head} : heads_of_file(file);
    auto fault = proof ? heads::fault_of(*proof) : faults_of(heads);
    bool const ours = std::ranges::all_of(heads, [&](auto const& head) { return is_of(key, head); }) &&
                      (!proof || !proof->earlier || is_of(key, *proof->earlier));
    if (fault.empty() && !ours) fault = "It is signed by another key.";
    if (!fault.empty()) {
        session.terminal.out << fault << '\n';
        session.exit_code = 1;
        return;
    }
    if (proof)
        session.terminal.out << "Entry " << proof->leaf + 1 << " stands in " << in_words(proof->head.log)
                             << " of school " << proof->head.school.number << ", which had "
                             << text::counted(static_cast<long>(proof->head.size), "entry", "entries")
                             << " when it was signed.\n";
    if (proof && proof->earlier)
        session.terminal.out << "It goes on from the head of entry " << proof->earlier->size << ".\n";
    if (!proof)
        session.terminal.out << text::counted(static_cast<long>(heads.size()), "head is", "heads are")
                             << " as it was signed.\n";
    if (!heads.empty() && key.empty()) tell_whose_key(session, heads.front().public_key);
}

}  // namespace

void add_heads(CLI::App& audit, Session& session) {
    auto* const command = audit.add_subcommand(
        "heads", "Write where each log stands, signed, as JSON to keep elsewhere. " + std::string(signs_first)
    );
    add_data_options(*command, session);
    command->callback([&session] { heads_now(session); });
}

void add_prove(CLI::App& audit, Session& session) {
    auto* const command = audit.add_subcommand(
        "prove", "Write a proof as JSON that an entry stands in a log. " + std::string(signs_first)
    );
    add_data_options(*command, session);
    auto const wish = std::make_shared<Wish>();
    command->add_option("ENTRY", wish->number, "The entry's number")->required();
    command->add_option("--log", wish->log, "changes or reads")->capture_default_str();
    command->add_option("--school", wish->school, "The school's number")->capture_default_str();
    command->add_option("--from", wish->from, "A file of earlier heads, from which the log is to go on");
    command->callback([&session, wish] { prove(session, *wish); });
}

void add_check(CLI::App& audit, Session& session) {
    auto* const command =
        audit.add_subcommand("check", "Say whether heads or a proof hold, by their file alone");
    struct Given {
        std::string file;
        std::string key;
    };
    auto const given = std::make_shared<Given>();
    command->add_option("FILE", given->file, "What withy audit heads or prove wrote; - reads it from here")
        ->required();
    command->add_option("--public-key", given->key, "The key that has to have signed it");
    command->callback([&session, given] { check(session, given->file, given->key); });
}

}  // namespace cli
