#include "moving/forms.hpp"

#include <algorithm>

#include "base/mail_address.hpp"
#include "base/text.hpp"
#include "http/read_form.hpp"

namespace moving::forms {
namespace {

constexpr std::size_t most_of_a_name = 120;
constexpr std::size_t most_of_an_address = 254;
constexpr std::size_t most_of_why = 1000;
// A pack may be asked for long after a child has gone.
constexpr int years_around = 2;

}  // namespace

Fields new_pack(Date today) { return Fields({{"moves_on", calendar::iso(today)}}); }

Fields as_before(NextSchool const& to) {
    return Fields(
        {{"next_school", to.name},
         {"senco_name", to.senco_name},
         {"address", to.senco_address},
         {"moves_on", calendar::iso(to.moves_on)},
         {"why", to.why}}
    );
}

Expected<NextSchool, FormErrors> read_pack(Fields const& fields, Date today) {
    http::FormReader form(fields);
    NextSchool to;
    to.name = form.text("next_school", "Enter the name of the next school", most_of_a_name);
    to.senco_name = form.text("senco_name", "Enter the name of the SENCo there", most_of_a_name);
    to.senco_address =
        text::ascii_lower(form.text("address", "Enter the SENCo's e-mail address", most_of_an_address));
    to.moves_on = form.date(
        "moves_on", "Enter the day on which the child moves", http::around(years_around, years_around, today)
    );
    to.why = form.text("why", "Enter why this goes to the next school", most_of_why);
    if (!to.senco_address.empty() && !text::is_mail_address(to.senco_address))
        form.add_error("address", "Enter an e-mail address, such as name@school.example");
    if (!form.errors().empty()) return refuse(form.errors());
    return to;
}

std::vector<std::string> read_lines(Fields const& fields) {
    std::vector<std::string> lines;
    for (auto const value : fields.values("line"))
        if (std::ranges::find(lines, value) == lines.end()) lines.emplace_back(value);
    return lines;
}

Expected<std::string, FormErrors> read_discarding(Fields const& fields) {
    http::FormReader form(fields);
    auto why = form.text("why", "Enter why the pack is discarded", most_of_why);
    if (!form.errors().empty()) return refuse(form.errors());
    return why;
}

Expected<std::string, FormErrors> read_code(Fields const& fields) {
    auto code = code_typed(fields.value("code"));
    if (code.empty())
        return refuse(FormErrors{{"code", "Enter the eight digits that the school told you by telephone"}});
    return code;
}

Expected<std::string, FormErrors> read_receipt(Fields const& fields) {
    http::FormReader form(fields);
    auto name = form.text("name", "Enter your name", most_of_a_name);
    if (!form.errors().empty()) return refuse(form.errors());
    return name;
}

}  // namespace moving::forms
