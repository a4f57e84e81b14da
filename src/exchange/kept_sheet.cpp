#include "exchange/kept_sheet.hpp"

#include <charconv>

namespace exchange {
namespace {

// A file of a school's begins with no such line, so that an import begun before sheets were kept is known.
constexpr std::string_view first_line = "withy sheet 1\n";

class Writing {
public:
    void number(std::size_t number) { bytes_ += std::to_string(number) + ' '; }
    void number(int number) { bytes_ += std::to_string(number) + ' '; }
    void text(std::string_view text) {
        number(text.size());
        bytes_ += text;
    }
    template <class Values, class Each>
    void all(Values const& values, Each const& each) {
        number(values.size());
        for (auto const& value : values) each(value);
    }
    void texts(std::vector<std::string> const& texts) {
        all(texts, [&](auto const& one) { text(one); });
    }
    std::string taken() { return std::move(bytes_); }

private:
    std::string bytes_{first_line};
};

// Reads until something is not as it was written; from there on all is empty.
class Reading {
public:
    explicit Reading(std::string_view bytes) : rest_(bytes) {}

    int number() {
        int value = 0;
        auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        auto const length = static_cast<std::size_t>(end - rest_.data());
        if (error != std::errc{} || length == rest_.size() || rest_[length] != ' ') return broken();
        rest_.remove_prefix(length + 1);
        return value;
    }
    std::size_t count() {
        auto const value = number();
        // Nothing takes less than a byte, so that a broken count asks for no memory.
        bool const fits = value >= 0 && static_cast<std::size_t>(value) <= rest_.size();
        return static_cast<std::size_t>(fits ? value : broken());
    }
    std::string text() {
        auto const length = count();
        std::string text(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return text;
    }
    template <class Value, class Each>
    void all(std::vector<Value>& values, Each const& each) {
        auto const many = count();
        for (std::size_t at = 0; at < many && !is_broken_; ++at) values.push_back(each());
    }
    void texts(std::vector<std::string>& texts) {
        all(texts, [&] { return text(); });
    }
    bool is_whole() const { return !is_broken_ && rest_.empty(); }

private:
    int broken() {
        is_broken_ = true;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool is_broken_ = false;
};

CsvRow row_from(Reading& from) {
    CsvRow row{.number = from.number(), .cells = {}};
    from.texts(row.cells);
    from.all(row.numbers, [&] { return from.number(); });
    from.texts(row.schools);
    return row;
}

// The texts of one value are read in the order of its members, which braces promise.
Origin origin_from(Reading& from) { return Origin{from.text(), from.text()}; }

SchoolInFiles school_from(Reading& from) {
    return SchoolInFiles{from.text(), from.text(), static_cast<std::size_t>(from.number())};
}

Fault fault_from(Reading& from) {
    return Fault{static_cast<Code>(from.number()), from.number(), from.text(), from.text(), from.text()};
}

}  // namespace

std::string as_bytes(Sheet const& sheet) {
    Writing to;
    to.texts(sheet.heading);
    to.all(sheet.rows, [&](CsvRow const& row) {
        to.number(row.number);
        to.texts(row.cells);
        to.all(row.numbers, [&](int number) { to.number(number); });
        to.texts(row.schools);
    });
    to.number(sheet.heading_row);
    to.text(sheet.leading_file);
    to.all(sheet.origins, [&](Origin const& origin) {
        to.text(origin.file);
        to.text(origin.heading);
    });
    to.all(sheet.schools, [&](SchoolInFiles const& school) {
        to.text(school.id);
        to.text(school.name);
        to.number(school.pupils);
    });
    to.texts(sheet.unneeded);
    to.all(sheet.faults, [&](Fault const& fault) {
        to.number(static_cast<int>(fault.code));
        to.number(fault.row);
        to.text(fault.column);
        to.text(fault.value);
        to.text(fault.file);
    });
    return to.taken();
}

std::optional<Sheet> sheet_from(std::string_view bytes) {
    if (!bytes.starts_with(first_line)) return std::nullopt;
    Reading from(bytes.substr(first_line.size()));
    Sheet sheet;
    from.texts(sheet.heading);
    from.all(sheet.rows, [&] { return row_from(from); });
    sheet.heading_row = from.number();
    sheet.leading_file = from.text();
    from.all(sheet.origins, [&] { return origin_from(from); });
    from.all(sheet.schools, [&] { return school_from(from); });
    from.texts(sheet.unneeded);
    from.all(sheet.faults, [&] { return fault_from(from); });
    if (!from.is_whole()) return std::nullopt;
    return sheet;
}

}  // namespace exchange
