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

}  // namespace messages
