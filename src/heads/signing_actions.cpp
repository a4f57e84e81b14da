#include "heads/signing_actions.hpp"

#include "base/calendar.hpp"
#include "db/patiently.hpp"
#include "heads/rules.hpp"
#include "heads/tree_actions.hpp"

namespace heads {
namespace {

constexpr std::chrono::hours between_looks{1};

struct Unsigned {
    Head head;
    merkle::Tree tree;
    bool is_new = false;
};

// A tree that somebody changed would be signed on and on.
merkle::Tree tree_of(store::Kept const& last) {
    merkle::Tree tree(last.head.size, last.subtrees);
    if (!is_signed(last.head) || tree.root() != last.head.root)
        throw db::Broken("the last signed head of a log was changed: run withy audit verify");
    return tree;
}

std::optional<Unsigned> read(db::Connection& db, SchoolId school, Log log, Instant now) {
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school);
    auto last = store::latest(db, school, log);
    auto const size = store::size(db, school, log);
    if (last && last->head.size == size) return Unsigned{std::move(last->head), {}, false};
    if (size == 0) return std::nullopt;
    if (last && last->head.size > size)
        throw db::Broken("a log is shorter than its last signed head: run withy audit verify");
    auto tree = last ? tree_of(*last) : merkle::Tree();
    grow(db, school, log, tree, size);
    Head head{.school = school, .log = log, .size = size, .root = tree.root(), .signed_at = now};
    return Unsigned{std::move(head), std::move(tree), true};
}

void write(db::Connection& db, store::Kept const& kept) {
    db::patiently([&] {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(kept.head.school);
        store::add(db, kept);
        transaction.commit();
    });
}

bool has_one_of_today(db::Connection& db, SchoolId school, Log log, Instant now) {
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school);
    auto const last = store::latest(db, school, log);
    return last && calendar::local_date(last->head.signed_at) >= calendar::local_date(now);
}

bool signs_where_due(db::Connection& db, signature::Key const& key, SchoolId school, Log log, Instant now) {
    if (has_one_of_today(db, school, log, now)) return false;
    auto const head = sign(db, key, school, log, now);
    return head && head->signed_at == now;
}

}  // namespace

std::optional<Head> sign(
    db::Connection& db, signature::Key const& key, SchoolId school, Log log, Instant now
) {
    auto found = read(db, school, log, now);
    if (!found) return std::nullopt;
    if (!found->is_new) return found->head;
    auto head = signed_by(key, std::move(found->head));
    write(db, {head, found->tree.subtrees()});
    return head;
}

int sign_where_due(db::Connection& db, signature::Key const& key, Instant now) {
    std::vector<store::School> schools;
    {
        db::Transaction const transaction(db, db::Mode::read);
        schools = store::schools(db);
    }
    int signed_now = 0;
    std::string faults;
    for (auto const& school : schools)
        for (auto const log : all_of<Log>()) {
            try {
                signed_now += signs_where_due(db, key, school.id, log, now) ? 1 : 0;
            } catch (db::Broken const& fault) {
                faults += "school " + std::to_string(school.id.number) + ": " + fault.what() + ". ";
            }
        }
    if (!faults.empty()) throw db::Broken(faults);
    return signed_now;
}

Signer::Signer(
    std::unique_ptr<db::Connection> connection,
    signature::Key key,
    Clock clock,
    db::Rounds::Tell tell,
    std::chrono::milliseconds before_the_first
)
    : rounds_(
          std::move(connection),
          {.before_the_first = before_the_first, .between = between_looks},
          [key = std::move(key), clock = std::move(clock)](db::Connection& db) {
              sign_where_due(db, key, clock());
          },
          std::move(tell)
      ) {}

}  // namespace heads
