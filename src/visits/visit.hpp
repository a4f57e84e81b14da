#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "base/sealed.hpp"
#include "db/connection.hpp"
#include "design/page.hpp"
#include "http/message.hpp"
#include "visits/providers.hpp"
#include "visits/reads.hpp"
#include "visits/setup.hpp"
#include "visits/telling.hpp"
#include "visits/who.hpp"

namespace visits {

// Everything about one request that a handler may rely on: who came, where, when, and the transaction that
// holds all it reads and writes. One clock reading; `today` is the day in England.
struct Visit {
    db::Connection& db;
    Instant now;
    Date today;
    SchoolId school;
    std::string school_name;
    Who who;
    design::Frame frame;
    std::string public_address = {};  // "https://withy.school.example": what links for others begin with
    bool sends_mail = false;          // without a mail server letters go on paper
    std::optional<sealed::Key> sealing_key = {};  // opens what this installation seals; it is in no database
    Setup const* setup = nullptr;                 // what the operator set, where somebody serves
    std::shared_ptr<Providers const> providers = {};  // who else may say who somebody is; none: nobody
    Instant proven_at = {};              // when the person last proved on this device who they are
    std::vector<Telling> tellings = {};  // e-mail that leaves with what this visit changes
    mutable Reads reads = {};            // noted by need_to_know; in the log before the answer leaves

    // The staff member who acts; a route that asks for any permission but `anyone` always has one.
    StaffId const& staff() const { return who.staff.value(); }

    // The installation's key. Whoever starts Withy without one seals and opens nothing: this throws.
    sealed::Key const& key() const { return sealing_key.value(); }

    // For links whose token says which school they belong to: from here on the transaction is that school's.
    void enter(SchoolId the_school, std::string_view the_name);

    // A new id, made at this visit's time.
    template <class SomeId>
    SomeId new_id() const {
        return SomeId::make(now);
    }

    // A whole page with this person's frame around it.
    http::Response page(design::Page const& page) const;
    // 422: the page that shows a refused form again.
    http::Response form_again(design::Page page) const;
};

}  // namespace visits

using visits::Visit;
