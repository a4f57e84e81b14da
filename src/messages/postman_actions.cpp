#include "messages/postman_actions.hpp"

#include <chrono>

#include "db/patiently.hpp"
#include "messages/rules.hpp"
#include "messages/store.hpp"
#include "records/actions.hpp"

namespace messages {
namespace {

constexpr std::chrono::seconds between_rounds{5};
constexpr auto a_claim_lasts = 2 * minutes;  // longer than a mail server is waited for

// Nobody's doing: the log says what became of the message, and neither to whom it went nor what it said.
void write_end(db::Connection& db, SchoolId school, MessageId const& message, State end, Instant now) {
    Visit visit{
        .db = db,
        .now = now,
        .today = calendar::local_date(now),
        .school = school,
        .school_name = {},
        .who = {},
        .frame = {}};
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "outbox",
         .subject_id = std::string(message.text()),
         .fields = {{"state", std::string(word(State::waiting)), std::string(word(end))}}}
    );
}

}  // namespace

Postman::Postman(Connect connect, MailServer server, Clock clock)
    : connect_(std::move(connect)),
      server_(std::move(server)),
      clock_(std::move(clock)),
      connection_(connect_()) {}

void Postman::start() {
    walk_.start({.before_the_first = {}, .between = between_rounds}, [this] { return walk(); });
}

int Postman::round() {
    int handed_over = 0;
    for (auto const& parcel : collect(clock_())) {
        if (walk_.is_ending()) return handed_over;
        if (carry(parcel)) ++handed_over;
    }
    return handed_over;
}

// Reads everything that is due and ends its transaction before the first word goes over the network.
std::vector<Postman::Parcel> Postman::collect(Instant now) {
    std::vector<Parcel> parcels;
    auto& db = *connection_;
    db::Transaction transaction(db, db::Mode::read);
    for (auto const school : store::schools(db)) {
        db.enter(school);
        auto messages = store::due(db, school, now);
        if (messages.empty()) continue;
        auto const from = store::school_name(db, school);
        for (auto& message : messages) {
            Mail mail{
                .id = std::string(message.id.text()),
                .from_name = from,
                .to = message.address,
                .subject = message.subject,
                .words = message.words,
                .date = message.made_at,
            };
            parcels.push_back({school, std::move(message), std::move(mail)});
        }
    }
    transaction.commit();
    return parcels;
}

// Several servers may serve one database, so each message is one postman's before it leaves.
bool Postman::carry(Parcel const& parcel) {
    if (!db::patiently([&] { return claim(parcel); })) return false;
    auto const fault = deliver(server_, parcel.mail);
    db::patiently([&] { return mark(parcel, fault), true; });
    return !fault;
}

bool Postman::claim(Parcel const& parcel) {
    auto const now = clock_();
    auto& db = *connection_;
    db::Transaction transaction(db, db::Mode::write);
    db.enter(parcel.school);
    bool const ours = store::claim(db, parcel.school, parcel.message.id, now, now + a_claim_lasts);
    transaction.commit();
    return ours;
}

void Postman::mark(Parcel const& parcel, std::optional<Fault> const& fault) {
    auto const now = clock_();
    auto const& message = parcel.message;
    auto& db = *connection_;
    db::Transaction transaction(db, db::Mode::write);
    db.enter(parcel.school);
    if (fault) {
        auto const again =
            fault->for_good ? std::nullopt : next_attempt(message.attempts + 1, message.made_at, now);
        store::mark_failed(db, parcel.school, message.id, fault->words, again);
        if (!again) write_end(db, parcel.school, message.id, State::given_up, now);
    } else {
        store::mark_sent(db, parcel.school, message.id, now);
        write_end(db, parcel.school, message.id, State::sent, now);
    }
    transaction.commit();
}

bool Postman::walk() {
    try {
        if (!connection_) connection_ = connect_();
        round();
    } catch (std::exception const&) {
        // The database was away or too busy. The messages wait in it; a new connection finds them.
        connection_.reset();
    }
    return false;
}

}  // namespace messages
