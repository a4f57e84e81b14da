#include "safeguarding/courier_actions.hpp"

#include <algorithm>
#include <chrono>

#include "db/patiently.hpp"
#include "records/actions.hpp"
#include "safeguarding/delivery_actions.hpp"
#include "safeguarding/handover_rules.hpp"
#include "safeguarding/handover_store.hpp"

namespace safeguarding {
namespace {

constexpr std::chrono::seconds between_rounds{5};
constexpr auto a_claim_lasts = 2 * minutes;  // longer than a receiver is waited for

// Nobody's doing: the log says what became of the pointer, and not to whom it went.
void write_end(
    db::Connection& db, SchoolId school, PointerId const& pointer, HandoverState end, Instant now
) {
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
         .subject = "handover",
         .subject_id = std::string(pointer.text()),
         .fields = {{"state", std::string(word(HandoverState::waiting)), std::string(word(end))}}}
    );
}

}  // namespace

Courier::Courier(Connect connect, Receivers receivers, Clock clock)
    : connect_(std::move(connect)),
      receivers_(std::move(receivers)),
      clock_(std::move(clock)),
      connection_(connect_()) {}

void Courier::start() {
    walk_.start({.before_the_first = {}, .between = between_rounds}, [this] { return walk(); });
}

int Courier::round() {
    auto parcels = collect(clock_());
    std::stable_partition(parcels.begin(), parcels.end(), [this](Parcel const& parcel) {
        return !kept_waiting_by_.contains(parcel.school);
    });
    int handed_over = 0;
    for (auto const& parcel : parcels) {
        if (walk_.is_ending()) return handed_over;
        if (carry(parcel)) ++handed_over;
    }
    return handed_over;
}

// One of each school, so that none waits for all of another's. Ends its transaction before the first word
// goes over the network.
std::vector<Courier::Parcel> Courier::collect(Instant now) {
    std::vector<Parcel> parcels;
    auto& db = *connection_;
    db::Transaction transaction(db, db::Mode::read);
    for (auto const school : store::schools(db)) {
        db.enter(school);
        if (auto due = store::due(db, school, now)) parcels.push_back({school, std::move(*due)});
    }
    transaction.commit();
    return parcels;
}

bool Courier::carry(Parcel const& parcel) {
    if (!db::patiently([&] { return claim(parcel); })) return false;
    auto const delivery = hand_over(parcel);
    if (delivery.kept_waiting)
        kept_waiting_by_.insert(parcel.school);
    else
        kept_waiting_by_.erase(parcel.school);
    db::patiently([&] { return mark(parcel, delivery), true; });
    return delivery.fault.empty();
}

Delivery Courier::hand_over(Parcel const& parcel) const {
    if (parcel.due.child_reference.empty())
        return {
            .fault = parcel.due.by == HandsOver::with_upn ? "The child has no UPN"
                                                          : "The child has no admission number",
            .for_good = true};
    auto const receiver = receivers_(parcel.school);
    if (!receiver) return {.fault = receiver.error()};
    return deliver(*receiver, parcel.due.pointer, message_of(parcel.school, parcel.due));
}

bool Courier::claim(Parcel const& parcel) {
    auto const now = clock_();
    auto& db = *connection_;
    db::Transaction transaction(db, db::Mode::write);
    db.enter(parcel.school);
    bool const ours = store::claim(db, parcel.school, parcel.due.pointer, now, now + a_claim_lasts);
    transaction.commit();
    return ours;
}

void Courier::mark(Parcel const& parcel, Delivery const& delivery) {
    auto const now = clock_();
    auto const& due = parcel.due;
    auto& db = *connection_;
    db::Transaction transaction(db, db::Mode::write);
    db.enter(parcel.school);
    bool const taken = delivery.fault.empty();
    auto const again = taken || delivery.for_good
                           ? std::nullopt
                           : next_try(due.tries + 1, due.tries_since, now, delivery.not_before);
    auto const state = taken   ? HandoverState::handed_over
                       : again ? HandoverState::waiting
                               : HandoverState::given_up;
    bool const marked = store::mark(db, parcel.school, due.pointer, due.tries, state, now, again);
    if (marked) store::note_try(db, parcel.school, due.pointer, due.tries + 1, now, delivery.fault);
    if (marked && state != HandoverState::waiting) write_end(db, parcel.school, due.pointer, state, now);
    transaction.commit();
}

// Where some were taken, more may be due.
bool Courier::walk() {
    try {
        if (!connection_) connection_ = connect_();
        return round() > 0;
    } catch (std::exception const&) {
        // The database was away or too busy. The pointers wait in it; a new connection finds them.
        connection_.reset();
        return false;
    }
}

}  // namespace safeguarding
