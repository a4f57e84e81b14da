#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <ostream>
#include <set>
#include <utility>

#include "app/head_key.hpp"
#include "app/start.hpp"
#include "base/text.hpp"
#include "cli/audit.hpp"
#include "heads/looking_actions.hpp"
#include "heads/rules.hpp"
#include "readings/store.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"

namespace cli {
namespace {

// "12:ab34…", the end of a log as an earlier look at it was told.
struct End {
    std::string words;
    std::int64_t number = 0;
    std::string hash;
};

std::optional<End> end_in(std::string const& words) {
    End end{.words = words};
    auto const colon = words.find(':');
    if (colon == words.npos) return std::nullopt;
    auto const* const stop = words.data() + colon;
    auto const read = std::from_chars(words.data(), stop, end.number);
    if (read.ec != std::errc{} || read.ptr != stop || end.number < 1) return std::nullopt;
    end.hash = words.substr(colon + 1);
    return end.hash.size() == records::first_hash().size() ? std::optional(end) : std::nullopt;
}

// What the command was given.
struct Wish {
    std::vector<std::string> ends;
    std::vector<std::string> files;
    std::vector<std::string> keys;
};

// What the logs are held against.
struct Held {
    std::vector<End> ends;           // each has to stand in one log
    std::vector<heads::Head> heads;  // as they were kept elsewhere
    std::vector<std::string> keys;   // whose signatures count
};

class Verification {
public:
    Verification(Session& session, db::Database& database, Held held)
        : session_(session),
          database_(database),
          connection_(database.connect(db::Mode::read)),
          held_(std::move(held)) {}

    void run() {
        auto const schools = [&] {
            db::Transaction const transaction(*connection_, db::Mode::read);
            return heads::store::schools(*connection_);
        }();
        for (auto const& school : schools)
            for (auto const log : all_of<heads::Log>()) look_at(school, log);
        tell_lost();
    }

private:
    void look_at(heads::store::School const& school, heads::Log log) {
        auto const kept = kept_heads(school.id, log);
        std::set<merkle::Size> sizes;
        for (auto const& head : kept) sizes.insert(head.size);
        for (auto const& head : held_.heads)
            if (is_of(head, school.id, log)) sizes.insert(head.size);

        auto const connect = [this] { return database_.connect(db::Mode::read); };
        auto const found = heads::look_through(connect, school.id, log, sizes);
        tell(school, log, found);
        for (auto const& head : kept) hold_against(head, found);
        tell_kept(kept);
        std::erase_if(held_.heads, [&](auto const& head) {
            if (!is_of(head, school.id, log)) return false;
            hold_against(head, found);
            return true;
        });
        forget_ends_of(school.id, log);
    }

    static bool is_of(heads::Head const& head, SchoolId school, heads::Log log) {
        return head.school == school && head.log == log;
    }

    std::vector<heads::Head> kept_heads(SchoolId school, heads::Log log) {
        db::Transaction const transaction(*connection_, db::Mode::read);
        connection_->enter(school);
        std::vector<heads::Head> kept;
        for (auto& one : heads::store::all(*connection_, school, log)) kept.push_back(std::move(one.head));
        return kept;
    }

    void tell(heads::store::School const& school, heads::Log log, heads::Found const& found) {
        auto& out = session_.terminal.out;
        out << school.name << ", " << in_words(log) << ": "
            << text::counted(static_cast<long>(found.entries), "entry", "entries");
        if (auto const number = first_break(school.id, log, found)) {
            out << ". The log is broken at entry " << *number
                << ": it was changed, taken out or put in past Withy.\n";
            session_.exit_code = 1;
        } else if (found.entries == 0) {
            out << ".\n";
        } else {
            out << ", each follows the one before. The last is " << found.entries << ':' << found.last_hash
                << '\n';
        }
        tell_lost_details(found.lost);
    }

    // A detail may lawfully be erased, and the log holds without it; where the erasure did not say which,
    // only people can say whether its time was over.
    void tell_lost_details(records::LostDetails const& lost) {
        auto& out = session_.terminal.out;
        auto const entries = [&](std::int64_t count) -> std::ostream& {
            return out << "  " << text::counted(static_cast<long>(count), "entry has", "entries have");
        };
        if (auto const named = lost.all - lost.counted - lost.unaccounted; named > 0)
            entries(named) << " lost the detail by an erasure that says so.\n";
        if (lost.counted > 0)
            entries(lost.counted) << " lost the detail by an erasure that says how many went, and not which. "
                                     "See that its time was over.\n";
        if (lost.unaccounted == 0) return;
        entries(lost.unaccounted) << " lost the detail without an erasure that accounts for it";
        if (lost.first) out << ", the first is entry " << *lost.first;
        out << ": it was taken out past Withy.\n";
        session_.exit_code = 1;
    }

    // Where the log ends, by the place that its end is kept in.
    std::pair<std::int64_t, std::string> kept_end(SchoolId school, heads::Log log) {
        switch (log) {
            case heads::Log::changes: {
                auto head = records::store::head(*connection_, school);
                return {head.number, std::move(head.hash)};
            }
            case heads::Log::reads: {
                auto head = readings::store::head(*connection_, school);
                return {head.number, std::move(head.hash)};
            }
        }
        return {};
    }

    // An end that was cut off shows by the kept one alone. A log that grew meanwhile ends where that says.
    std::optional<std::int64_t> first_break(SchoolId school, heads::Log log, heads::Found const& found) {
        if (found.first_fault) return found.first_fault;
        db::Transaction const transaction(*connection_, db::Mode::read);
        connection_->enter(school);
        auto const [number, hash] = kept_end(school, log);
        auto const last = static_cast<std::int64_t>(found.entries);
        if (number == last && (last == 0 || hash == found.last_hash)) return std::nullopt;
        bool const grew = number > last && heads::store::hash(*connection_, school, log, number) == hash;
        if (grew) return std::nullopt;
        return std::min(number, last) + 1;
    }

    void hold_against(heads::Head const& head, heads::Found const& found) {
        auto const root = found.roots.find(head.size);
        bool const fits = root != found.roots.end() && root->second == head.root;
        bool const ours = std::ranges::find(held_.keys, head.public_key) != held_.keys.end();
        if (!heads::is_signed(head))
            object(head, "is not signed by its key: it was changed.");
        else if (!ours)
            object(
                head,
                "is signed by another key than this installation's. If you know the key, say so "
                "with --public-key."
            );
        else if (!fits)
            object(head, "does not fit the log: it was changed, cut or written anew, past Withy.");
    }

    void object(heads::Head const& head, std::string_view what) {
        session_.terminal.out << "  The head of " << in_words(head.log) << " at entry " << head.size << ' '
                              << what << '\n';
        session_.exit_code = 1;
    }

    void tell_kept(std::vector<heads::Head> const& kept) {
        if (kept.empty()) return;
        session_.terminal.out << "  "
                              << text::counted(
                                     static_cast<long>(kept.size()), "signed head was", "signed heads were"
                                 )
                              << " held against it, the last of entry " << kept.back().size << ".\n";
    }

    void forget_ends_of(SchoolId school, heads::Log log) {
        db::Transaction const transaction(*connection_, db::Mode::read);
        connection_->enter(school);
        std::erase_if(held_.ends, [&](End const& end) {
            return heads::store::hash(*connection_, school, log, end.number) == end.hash;
        });
    }

    void tell_lost() {
        for (auto const& end : held_.ends) {
            session_.terminal.out << "No log holds " << end.words
                                  << " any more: it was cut, or written anew, past Withy.\n";
            session_.exit_code = 1;
        }
        for (auto const& head : held_.heads) object(head, "is of a school that is not here.");
    }

    Session& session_;
    db::Database& database_;
    std::unique_ptr<db::Connection> connection_;
    Held held_;
};

void verify(Session& session, Wish const& wish) {
    Held held{.ends = {}, .heads = {}, .keys = wish.keys};
    for (auto const& words : wish.ends) {
        auto const end = end_in(words);
        if (!end) {
            session.terminal.err << "withy: --head takes a number and a hash, such as 12:"
                                 << records::first_hash() << '\n';
            session.exit_code = 2;
            return;
        }
        held.ends.push_back(*end);
    }
    for (auto const& file : wish.files)
        for (auto& head : heads_of_file(file)) held.heads.push_back(std::move(head));

    auto const database = app::open_in_use(session.configuration);
    if (auto const key = app::public_head_key(session.configuration)) held.keys.push_back(*key);
    Verification(session, *database, std::move(held)).run();
}

}  // namespace

void add_verify(CLI::App& audit, Session& session) {
    auto* const command = audit.add_subcommand("verify", "Say whether the logs are whole, school by school");
    add_data_options(*command, session);
    auto const wish = std::make_shared<Wish>();
    command->add_option(
        "--head", wish->ends, "NUMBER:HASH that an earlier look called the last; may be said again"
    );
    command->add_option("--heads", wish->files, "A file that withy audit heads wrote; may be said again");
    command->add_option(
        "--public-key",
        wish->keys,
        "A key whose signatures count too, such as one from before; may be said again"
    );
    command->callback([&session, wish] { verify(session, *wish); });
}

}  // namespace cli
