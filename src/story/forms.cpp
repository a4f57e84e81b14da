#include "story/forms.hpp"

#include "http/read_form.hpp"

namespace story::forms {

Expected<std::string, FormErrors> read_undoing(Fields const& fields) {
    http::FormReader form(fields);
    auto reason = form.text("reason", "Enter why", 500);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

}  // namespace story::forms
