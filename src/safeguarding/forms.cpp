#include "safeguarding/forms.hpp"

#include "base/text.hpp"
#include "http/read_form.hpp"
#include "safeguarding/safeguarding.hpp"

namespace safeguarding::forms {

Fields at(Instant now) {
    return Fields({{"put_on", calendar::iso(calendar::local_date(now))}, {"time", calendar::local_time(now)}}
    );
}

Expected<Entered, FormErrors> read(Fields const& fields, Date today, Instant now) {
    http::FormReader form(fields);
    auto const on = form.date("put_on", "Enter the day it was put on CPOMS", http::within_the_last(2, today));
    auto const time = form.text("time", "Enter the time it was put on CPOMS, such as 14:05");
    auto const reference = form.text("reference", "Enter the CPOMS reference");
    auto const put_at = calendar::instant_at(on, time);
    if (!time.empty() && !put_at) form.add_error("time", "Enter a time of day, such as 14:05");
    auto const late = put_at ? objection_to(*put_at, now) : std::nullopt;
    if (late) form.add_error("time", in_words(*late));
    auto const account = reference.empty() ? std::nullopt : objection_to(reference);
    if (account) form.add_error("reference", in_words(*account));
    if (!form.errors().empty()) return refuse(form.errors());
    return Entered{.put_at = *put_at, .reference = reference};
}

}  // namespace safeguarding::forms
