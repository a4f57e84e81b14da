#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "base/fields.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "http/date_limits.hpp"

namespace http {

// Reads typed values from a form and collects what is wrong with every field, so that a person mends all
// of it at once:
//     FormReader form(request.form);
//     Input input{.seen = form.text("seen", "Enter what you saw"),
//                 .on = form.date("on", "Enter the day", within_the_last(2, today))};
//     if (!form.errors().empty()) return refuse(form.errors());
// Each reader takes the message for an absent value; readers ending in _if_any allow its absence.
class FormReader {
public:
    explicit FormReader(Fields const& fields) : fields_(fields) {}

    // Trimmed text of 1 to `most` characters; a longer one is refused with how long it is. One of at most 200
    // is a single line, in which line ends become spaces: no browser's field sends them.
    std::string text(std::string_view field, std::string_view absent, std::size_t most = 4000);
    std::string text_if_any(std::string_view field, std::size_t most = 4000);

    bool ticked(std::string_view field) const;

    // A day from an ISO value, from the three parts day, month and year ("on-day", "on-month", "on-year"), or
    // from one text such as 12/5/2026, 12 5 2026 or 12 May 2026. Says which part is wrong, or between which
    // days it must lie.
    Date date(std::string_view field, std::string_view absent, DateLimits const& limits);
    std::optional<Date> date_if_any(std::string_view field, DateLimits const& limits);

    // Whole number within bounds.
    long number(std::string_view field, std::string_view absent, long least, long most);
    // The same, of which every message says what it is for: a list of errors stands without its fields.
    long number_for(std::string_view what, std::string_view field, long least, long most);
    std::optional<long> number_if_any(std::string_view field, long least, long most);

    template <Worded Set>
    Set choice(std::string_view field, std::string_view absent) {
        auto const value = from_word<Set>(fields_.value(field));
        if (!value) add_error(field, absent);
        return value.value_or(Set{});
    }
    template <Worded Set>
    std::optional<Set> choice_if_any(std::string_view field) const {
        return from_word<Set>(fields_.value(field));
    }
    template <Worded Set>
    std::vector<Set> choices(std::string_view field) const {
        std::vector<Set> chosen;
        for (auto const value : fields_.values(field))
            if (auto const one = from_word<Set>(value)) chosen.push_back(*one);
        return chosen;
    }
    template <class SomeId>
    SomeId id(std::string_view field, std::string_view absent) {
        auto const value = SomeId::parse(fields_.value(field));
        if (!value) add_error(field, absent);
        return value.value_or(SomeId{});
    }
    template <class SomeId>
    std::optional<SomeId> id_if_any(std::string_view field) const {
        return SomeId::parse(fields_.value(field));
    }
    template <class SomeId>
    std::vector<SomeId> ids(std::string_view field) const {
        std::vector<SomeId> chosen;
        for (auto const value : fields_.values(field))
            if (auto const one = SomeId::parse(value)) chosen.push_back(*one);
        return chosen;
    }

    void add_error(std::string_view field, std::string_view message);
    FormErrors const& errors() const { return errors_; }
    Fields const& fields() const { return fields_; }

private:
    Fields const& fields_;
    FormErrors errors_;
};

}  // namespace http
