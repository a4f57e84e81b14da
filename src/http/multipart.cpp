#include <algorithm>

#include "base/text.hpp"
#include "http/parse.hpp"
#include "http/text_value.hpp"

namespace http {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t most_header_bytes = std::size_t{8} * 1024;
constexpr std::size_t most_boundary_bytes = 70;  // RFC 2046
constexpr std::size_t most_file_name_bytes = 1024;

using Parameters = std::vector<std::pair<std::string, std::string>>;

void skip_spaces(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

std::string_view without_spaces_after(std::string_view text) {
    auto const last = text.find_last_not_of(" \t");
    return last == text.npos ? std::string_view{} : text.substr(0, last + 1);
}

// Takes a text in quotes from the front. A backslash escapes a quote or a backslash and stands for itself
// before anything else, because browsers send it so in the names of files.
bool take_quoted(std::string_view& rest, std::string& out) {
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return true;
        }
        bool const escapes =
            rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\');
        if (escapes) ++i;
        out += rest[i];
    }
    return false;
}

// Reads `; name=value; other="quoted value"`; names in lower case.
Expected<Parameters, Malformed> read_parameters(std::string_view rest) {
    Parameters parameters;
    for (;;) {
        skip_spaces(rest);
        if (rest.empty()) return parameters;
        if (!rest.starts_with(';')) return refuse(Malformed::multipart);
        rest.remove_prefix(1);
        skip_spaces(rest);
        if (rest.empty()) return parameters;

        auto const equals = rest.find_first_of("=;");
        if (equals == rest.npos || rest[equals] == ';') return refuse(Malformed::multipart);
        auto const name = text::ascii_lower(without_spaces_after(rest.substr(0, equals)));
        rest.remove_prefix(equals + 1);
        skip_spaces(rest);

        std::string value;
        if (rest.starts_with('"')) {
            if (!take_quoted(rest, value)) return refuse(Malformed::multipart);
        } else {
            auto const word = rest.substr(0, rest.find(';'));
            value = without_spaces_after(word);
            rest.remove_prefix(word.size());
        }
        parameters.emplace_back(name, std::move(value));
    }
}

std::string const* find(Parameters const& parameters, std::string_view name) {
    auto const found = std::ranges::find(parameters, name, &Parameters::value_type::first);
    return found == parameters.end() ? nullptr : &found->second;
}

// "form-data" of `form-data; name="file"`, in lower case; the rest begins at the semicolon.
std::pair<std::string, std::string_view> kind_and_rest(std::string_view value) {
    auto const kind = value.substr(0, value.find(';'));
    return {text::ascii_lower(text::trimmed(kind)), value.substr(kind.size())};
}

bool may_be_boundary(std::string_view text) {
    auto const allowed = [](char c) { return c >= ' ' && c <= '~'; };
    return !text.empty() && text.size() <= most_boundary_bytes && std::ranges::all_of(text, allowed);
}

Expected<std::string, Malformed> boundary_of(std::string_view content_type) {
    auto const [kind, rest] = kind_and_rest(content_type);
    if (kind != "multipart/form-data") return refuse(Malformed::multipart);
    auto const parameters = read_parameters(rest);
    if (!parameters) return refuse(parameters.error());
    auto const* boundary = find(*parameters, "boundary");
    if (boundary == nullptr || !may_be_boundary(*boundary)) return refuse(Malformed::multipart);
    return *boundary;
}

// Hands out the parts between the boundaries, each with its headers.
class Parts {
public:
    Parts(std::string_view boundary, std::string_view body)
        : delimiter_(std::string(line_end) + "--" + std::string(boundary)), rest_(body) {}

    // Passes what stands before the first part.
    Expected<void, Malformed> begin() {
        auto const first = std::string_view(delimiter_).substr(line_end.size());
        if (rest_.starts_with(first)) {
            rest_.remove_prefix(first.size());
            return end_delimiter_line();
        }
        auto const before = take_until_delimiter();
        if (!before) return refuse(before.error());
        return end_delimiter_line();
    }

    bool done() const { return done_; }

    Expected<std::string_view, Malformed> next() {
        auto const part = take_until_delimiter();
        if (!part) return part;
        auto const ended = end_delimiter_line();
        if (!ended) return refuse(ended.error());
        return part;
    }

private:
    Expected<std::string_view, Malformed> take_until_delimiter() {
        auto const at = rest_.find(delimiter_);
        if (at == rest_.npos) return refuse(Malformed::multipart);
        auto const before = rest_.substr(0, at);
        rest_.remove_prefix(at + delimiter_.size());
        return before;
    }

    // After the last boundary stand two hyphens, after each other one the end of its line.
    Expected<void, Malformed> end_delimiter_line() {
        if (rest_.starts_with("--")) {
            done_ = true;
            return {};
        }
        skip_spaces(rest_);
        if (!rest_.starts_with(line_end)) return refuse(Malformed::multipart);
        rest_.remove_prefix(line_end.size());
        return {};
    }

    std::string delimiter_;
    std::string_view rest_;
    bool done_ = false;
};

struct Part {
    std::string name;
    std::optional<std::string> file_name;
    std::string_view data;
};

Expected<Parameters, Malformed> disposition_of(std::string_view headers) {
    while (!headers.empty()) {
        auto const line = headers.substr(0, headers.find(line_end));
        headers.remove_prefix(std::min(line.size() + line_end.size(), headers.size()));
        auto const colon = line.find(':');
        if (colon == line.npos) return refuse(Malformed::multipart);
        if (text::ascii_lower(line.substr(0, colon)) != "content-disposition") continue;
        auto const [kind, rest] = kind_and_rest(line.substr(colon + 1));
        if (kind != "form-data") return refuse(Malformed::multipart);
        return read_parameters(rest);
    }
    return refuse(Malformed::multipart);
}

// Browsers write a quote in the name of a file as %22 and nothing else that a file's name may hold so.
std::string with_quotes(std::string name) {
    for (auto at = name.find("%22"); at != name.npos; at = name.find("%22", at + 1))
        name.replace(at, 3, "\"");
    return name;
}

std::string base_name(std::string const& path) {
    auto const slash = path.find_last_of("/\\");
    auto name = slash == path.npos ? path : path.substr(slash + 1);
    return name == "." || name == ".." ? std::string{} : name;
}

Expected<std::string, Malformed> safe_file_name(std::string const& sent) {
    auto const checked = text_value(sent, most_file_name_bytes);
    if (!checked) return checked;
    if (checked->find_first_of("\t\n") != checked->npos) return refuse(Malformed::encoding);
    return base_name(with_quotes(*checked));
}

Expected<Part, Malformed> read_part(std::string_view part, FormLimits const& limits) {
    constexpr std::string_view blank_line = "\r\n\r\n";
    auto const end = part.substr(0, most_header_bytes).find(blank_line);
    if (end == part.npos)
        return refuse(part.size() > most_header_bytes ? Malformed::too_long : Malformed::multipart);
    auto const disposition = disposition_of(part.substr(0, end));
    if (!disposition) return refuse(disposition.error());
    auto const* sent_name = find(*disposition, "name");
    if (sent_name == nullptr) return refuse(Malformed::multipart);
    auto name = text_value(*sent_name, limits.field_bytes);
    if (!name) return refuse(name.error());

    Part read{
        .name = std::move(*name), .file_name = std::nullopt, .data = part.substr(end + blank_line.size())};
    if (auto const* sent_file_name = find(*disposition, "filename")) {
        auto file_name = safe_file_name(*sent_file_name);
        if (!file_name) return refuse(file_name.error());
        read.file_name = std::move(*file_name);
    }
    return read;
}

Expected<void, Malformed> add(Multipart& form, Part part, FormLimits const& limits) {
    if (part.file_name) {
        bool const nothing_chosen = part.file_name->empty() && part.data.empty();
        if (!nothing_chosen)
            form.uploads.push_back({std::move(part.name), std::move(*part.file_name), std::string(part.data)}
            );
        return {};
    }
    auto value = text_value(part.data, limits.field_bytes);
    if (!value) return refuse(value.error());
    form.fields.add(std::move(part.name), std::move(*value));
    return {};
}

}  // namespace

Expected<Multipart, Malformed> parse_multipart(
    std::string_view content_type, std::string_view body, FormLimits const& limits
) {
    auto const boundary = boundary_of(content_type);
    if (!boundary) return refuse(boundary.error());
    Parts parts(*boundary, body);
    if (auto const begun = parts.begin(); !begun) return refuse(begun.error());

    Multipart form;
    for (std::size_t count = 1; !parts.done(); ++count) {
        if (count > limits.fields) return refuse(Malformed::too_many_fields);
        auto const text = parts.next();
        if (!text) return refuse(text.error());
        auto part = read_part(*text, limits);
        if (!part) return refuse(part.error());
        if (auto const added = add(form, std::move(*part), limits); !added) return refuse(added.error());
    }
    return form;
}

}  // namespace http
