#include "app/providers.hpp"

#include <algorithm>
#include <charconv>

#include "app/secret_file.hpp"
#include "base/id.hpp"
#include "base/text.hpp"

namespace app {
namespace {

using Realms = std::vector<visits::Realm>;

// What was set of one provider.
struct Set {
    std::string name;  // as its settings begin
    std::string realms_name;
    std::string client;
    std::string secret_file;
    std::string realms;

    bool is_on() const { return !client.empty(); }
    bool is_touched() const { return is_on() || !secret_file.empty() || !realms.empty(); }
};

Set microsoft_of(Configuration const& configuration) {
    return {
        "WITHY_MICROSOFT",
        "TENANTS",
        configuration.microsoft_client,
        configuration.microsoft_secret_file,
        configuration.microsoft_tenants};
}

Set google_of(Configuration const& configuration) {
    return {
        "WITHY_GOOGLE",
        "DOMAINS",
        configuration.google_client,
        configuration.google_secret_file,
        configuration.google_domains};
}

bool is_domain(std::string_view name) {
    return name.find('.') != name.npos && std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
           });
}

bool all_are(std::optional<Realms> const& realms, auto const& what) {
    return realms && !realms->empty() &&
           std::ranges::all_of(*realms, [&](auto const& realm) { return what(realm.name); });
}

void add_mistakes(std::vector<std::string>& mistakes, Set const& set, bool realms_are_right) {
    if (!set.is_touched()) return;
    if (set.client.empty() || set.secret_file.empty())
        mistakes.push_back(
            set.name + "_CLIENT and " + set.name +
            "_SECRET_FILE stand together: the one is of no use without "
            "the other"
        );
    if (!realms_are_right)
        mistakes.push_back(
            set.name + "_" + set.realms_name + " must list each school's own, such as 1:" +
            (set.realms_name == "TENANTS" ? "0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f601" : "school.example") +
            ": otherwise anybody there could come in"
        );
}

// One tenant is asked at its own address, as an application of a single tenant has to be; several at the one
// that all organisations have.
std::string address_of_microsoft(Realms const& realms) {
    bool const one =
        std::ranges::all_of(realms, [&](auto const& realm) { return realm.name == realms.front().name; });
    return "https://login.microsoftonline.com/" + (one ? realms.front().name : "organizations") + "/v2.0";
}

}  // namespace

std::optional<Realms> realms_in(std::string_view text) {
    Realms realms;
    for (auto const part : text::split(text, ',')) {
        auto entry = text::trimmed(part);
        if (entry.empty()) continue;
        SchoolId school{1};
        if (auto const colon = entry.find(':'); colon != entry.npos) {
            auto const [end, error] = std::from_chars(entry.data(), entry.data() + colon, school.number);
            if (error != std::errc{} || end != entry.data() + colon || school.number < 1) return std::nullopt;
            entry = text::trimmed(entry.substr(colon + 1));
        }
        if (entry.empty()) return std::nullopt;
        realms.push_back({school, text::ascii_lower(entry)});
    }
    return realms;
}

std::vector<std::string> mistakes_in_providers(Configuration const& configuration) {
    std::vector<std::string> mistakes;
    auto const microsoft = microsoft_of(configuration);
    auto const google = google_of(configuration);
    add_mistakes(mistakes, microsoft, all_are(realms_in(microsoft.realms), base::is_uuid));
    add_mistakes(mistakes, google, all_are(realms_in(google.realms), is_domain));
    if ((microsoft.is_on() || google.is_on()) && !configuration.address_for_links().starts_with("https://"))
        mistakes.emplace_back(
            "WITHY_PUBLIC_ADDRESS must start with https:// where people sign in by Microsoft or Google"
        );
    return mistakes;
}

std::shared_ptr<visits::Providers const> providers_of(Configuration const& configuration) {
    visits::Providers all;
    if (auto const set = microsoft_of(configuration); set.is_on()) {
        auto realms = realms_in(set.realms).value_or(Realms{});
        auto address = realms.empty() ? std::string() : address_of_microsoft(realms);
        all.push_back(
            {.kind = visits::ProviderKind::microsoft,
             .address = std::move(address),
             .client = set.client,
             .secret = secret_in(set.secret_file, "client secret of Microsoft"),
             .realms = std::move(realms)}
        );
    }
    if (auto const set = google_of(configuration); set.is_on())
        all.push_back(
            {.kind = visits::ProviderKind::google,
             .address = "https://accounts.google.com",
             .client = set.client,
             .secret = secret_in(set.secret_file, "client secret of Google"),
             .realms = realms_in(set.realms).value_or(Realms{})}
        );
    if (all.empty()) return nullptr;
    return std::make_shared<visits::Providers const>(std::move(all));
}

}  // namespace app
