#include "safeguarding/handover_forms.hpp"

#include "http/read_form.hpp"
#include "safeguarding/receiver.hpp"

namespace safeguarding::forms {
namespace {

constexpr std::size_t most_of_an_address = 500;
constexpr long highest_version = 1'000'000'000;

}  // namespace

Expected<CpomsSettings, FormErrors> read_settings(Fields const& fields) {
    http::FormReader form(fields);
    CpomsSettings settings{
        .address = form.text_if_any("cpoms_address", most_of_an_address),
        .hands_over = form.choice<HandsOver>("hands_over", "Choose what is handed over")};
    if (!settings.address.empty() && !is_https(settings.address))
        form.add_error(
            "cpoms_address", "Enter an address that begins with https://, such as https://school.cpoms.net"
        );
    if (!form.errors().empty()) return refuse(form.errors());
    return settings;
}

Fields typed(CpomsSettings const& settings) {
    return Fields(
        {{"cpoms_address", settings.address}, {"hands_over", std::string(word(settings.hands_over))}}
    );
}

int version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, highest_version).value_or(0));
}

}  // namespace safeguarding::forms
