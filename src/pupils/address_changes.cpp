#include "pupils/address_changes.hpp"

namespace pupils {
namespace {

std::string or_none(std::string const& address) { return address.empty() ? "none" : address; }

}  // namespace

std::string in_words(AddressChange const& change) {
    return "On " + calendar::day_and_month(calendar::local_date(change.made_at)) + " " + change.made_by +
           " changed it from " + or_none(change.address_before) + " to " + or_none(change.address) + ".";
}

}  // namespace pupils
