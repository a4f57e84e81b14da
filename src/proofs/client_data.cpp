#include "proofs/client_data.hpp"

#include <boost/json.hpp>

#include "base/base64url.hpp"
#include "base/secret.hpp"
#include "proofs/json_values.hpp"

namespace proofs {
namespace {

namespace json = boost::json;

bool is_within_another_page(json::object const& data) {
    auto const* const crosses = data.if_contains("crossOrigin");
    return (crosses != nullptr && *crosses != json::value(false)) || data.contains("topOrigin");
}

}  // namespace

std::vector<Fault> faults_of_client_data(
    std::string_view client_data, std::string_view purpose, Place const& place, std::string_view challenge
) {
    json::error_code fault;
    auto const parsed = json::parse(json::string_view(client_data.data(), client_data.size()), fault);
    if (fault || !parsed.is_object()) return {Fault::unreadable};
    auto const& data = parsed.get_object();

    std::vector<Fault> faults;
    if (text_in(data, "type") != purpose) faults.push_back(Fault::another_purpose);
    if (challenge.empty() || !secret::are_equal(text_in(data, "challenge"), base::base64url(challenge)))
        faults.push_back(Fault::another_challenge);
    if (text_in(data, "origin") != place.origin) faults.push_back(Fault::another_origin);
    if (is_within_another_page(data)) faults.push_back(Fault::within_another_page);
    return faults;
}

}  // namespace proofs
