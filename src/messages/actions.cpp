#include "messages/actions.hpp"

#include <algorithm>

#include "messages/store.hpp"

namespace messages {

MessageId send(Visit& visit, Outgoing const& outgoing) {
    auto const id = visit.new_id<MessageId>();
    store::add(visit.db, visit.school, id, outgoing, visit.now);
    return id;
}

void tell_that_something_waits(Visit& visit, std::vector<std::string> addresses) {
    std::ranges::sort(addresses);
    addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
    for (auto const& address : addresses)
        if (!address.empty())
            send(
                visit,
                {.address = address,
                 .subject = "Something waits for you in Withy",
                 .words = "Something new waits for you in Withy. Look at it today:\n\n" +
                          visit.public_address +
                          "/\n\nThis message says no more, so that it is safe to arrive anywhere.\n"}
            );
}

void send_invitation(Visit& visit, std::string const& address, std::string const& link) {
    send(
        visit,
        {.address = address,
         .subject = "Choose your password for Withy",
         .words =
             visit.school_name +
             " invites you to Withy, where it runs its nurture support. Open this link and choose a "
             "password:\n\n" +
             link +
             "\n\nIt works once, for 14 days. Whoever holds it can use it, so pass it on to nobody. If you "
             "did not expect it, tell the school.\n"}
    );
}

void tell_old_address(Visit& visit, std::string const& address) {
    send(
        visit,
        {.address = address,
         .subject = "Your e-mail address in Withy was changed",
         .words = visit.school_name + " has another e-mail address for you in Withy from now on. You sign in "
                                      "as before. If you did not "
                                      "expect this, tell the SENCo or the headteacher today.\n"}
    );
}

void tell_person(Visit& visit, std::string const& address, std::string const& what) {
    send(
        visit,
        {.address = address,
         .subject = "What you may do in Withy changes",
         .words = what + "\n\nIf you did not expect this, tell the headteacher or the SENCo today.\n"}
    );
}

}  // namespace messages
