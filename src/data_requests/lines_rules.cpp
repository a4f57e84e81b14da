#include "data_requests/lines_rules.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/hundredths.hpp"
#include "base/id.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "data_map/whole.hpp"
#include "data_requests/letter_words.hpp"
#include "data_requests/log_detail_rules.hpp"
#include "data_requests/set_words_rules.hpp"
#include "need_to_know/voice.hpp"

namespace data_requests {
namespace {

using data_map::Shown;

constexpr std::string_view blacked_out = "[blacked out]";

// As pages show it where it is one of a few words, and else as it stands; of a set that pages never show the
// word itself: "go_on" is "go on".
std::string as_said(std::string_view table, std::string_view column, std::string const& text) {
    if (auto words = words_of_set(table, column, text); !words.empty()) return words;
    bool const of_a_set = text.find('_') != std::string::npos && std::ranges::all_of(text, [](char letter) {
                              return letter == '_' || (letter >= 'a' && letter <= 'z');
                          });
    auto said = text;
    if (of_a_set) std::ranges::replace(said, '_', ' ');
    return said;
}

std::string moment_in_words(std::string const& text) {
    std::int64_t milliseconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    return calendar::in_words(Instant{milliseconds});
}

std::string day_in_words(std::string const& text) {
    auto const day = calendar::parse_iso(text);
    return day ? calendar::in_words(*day) : text;
}

std::string points_in_words(std::string const& text) {
    int points = 0;
    std::from_chars(text.data(), text.data() + text.size(), points);
    return hundredths::in_words(points);
}

std::string label_of(data_map::Table const* table, std::string const& field) {
    auto const* const column = table == nullptr ? nullptr : data_map::column_named(*table, field);
    if (column == nullptr || column->given.label.empty()) return plainly(field);
    return std::string(column->given.label);
}

std::string_view value_of(data_map::Row const& row, std::string_view column) {
    auto const found =
        std::ranges::find(row.values, column, [](auto const& value) { return value.column->name; });
    return found == row.values.end() ? std::string_view() : std::string_view(found->text);
}

std::string what_was_said(
    std::string_view table, std::string const& field, std::string const& was, Names const& names
) {
    if (auto const found = names.by_id.find(was); found != names.by_id.end()) return found->second;
    if (base::is_uuid(was)) return {};  // says nothing to anybody
    return field.ends_with("_on") ? day_in_words(was) : as_said(table, field, was);
}

// What a change in the log changed, with the labels and words that it has elsewhere in the copy. What was
// made was nothing before, though older entries name what a form began with.
std::string before_in_words(data_map::Row const& row, std::string_view detail, Names const& names) {
    if (value_of(row, "action") == "made") return {};
    auto const of = value_of(row, "subject");
    std::string words;
    for (auto const& [field, was] : what_it_was(detail)) {
        auto const said = what_was_said(of, field, was, names);
        if (said.empty()) continue;
        words += (words.empty() ? "" : "\n") + label_of(data_map::table_named(of), field) + ": " + said;
    }
    return words;
}

// What the child lets those who help see is not: the row says for whom it was said.
bool is_confided(data_map::Row const& row, data_map::Column const& column) {
    if (column.of != data_map::Class::confided || column.said_for.empty())
        return column.of == data_map::Class::confided;
    auto const said_for =
        std::ranges::find(row.values, column.said_for, [](auto const& value) { return value.column->name; });
    auto const word = said_for == row.values.end() ? std::string_view() : std::string_view(said_for->text);
    return !need_to_know::is_shared(from_word<need_to_know::VoiceFor>(word));
}

// One text, and what the child said can't be told from the rest of it. No adult gives it to the child: what
// was said stands where it was said too, and goes that way.
bool is_pack(data_map::Row const& row) { return row.table->name == "moving_pack"; }

std::string in_words(data_map::Row const& row, data_map::Value const& value, Names const& names) {
    auto const& table = *row.table;
    auto const& column = *value.column;
    if (is_confided(row, column))
        return is_pack(row) ? "Kept back whole: it is one text, and what the child said may stand in it"
                            : "Kept back: what was said in confidence goes out only with the child";
    if (value.text.empty()) return {};  // nothing was noted there
    if (column.name.ends_with("_at") || (table.name == "record" && column.name == "at"))
        return moment_in_words(value.text);
    if (column.name.ends_with("_on")) return day_in_words(value.text);
    if (table.name == "record" && column.name == "detail") return before_in_words(row, value.text, names);
    switch (column.given.shown) {
        case Shown::as_written: return as_said(table.name, column.name, value.text);
        case Shown::hundredths: return points_in_words(value.text);
        case Shown::yes_or_no: return value.text == "0" ? "no" : "yes";
        case Shown::name_of_staff:
        case Shown::name_of_contact:
        case Shown::name_of_area:
        case Shown::name_of_room:
        case Shown::name_of_class:
        case Shown::name_of_measure:
        case Shown::name_of_taking:
        case Shown::words_of_target: {
            auto const found = names.by_id.find(value.text);
            return found == names.by_id.end() ? value.text : found->second;
        }
    }
    return value.text;
}

// When a child was born is what a line says, and not which line it is.
bool says_when(data_map::Column const& column) {
    if (column.name == "born_on") return false;
    return column.name.ends_with("_on") || column.name.ends_with("_at") || column.name == "at";
}

std::string names_of(data_map::Row const& row) {
    std::string names(row.table->name);
    std::ranges::replace(names, '_', ' ');
    auto const day = std::ranges::find_if(row.values, [](auto const& value) {
        return says_when(*value.column) && !value.text.empty();
    });
    if (day == row.values.end()) return names;
    return names + " of " +
           (day->column->name.ends_with("_on") ? day_in_words(day->text) : moment_in_words(day->text));
}

// Names of staff stand there for what they did in their work; they are no reason to look twice.
bool may_name_others(data_map::Column const& column) {
    return column.given.shown == Shown::as_written || column.given.shown == Shown::name_of_contact ||
           column.given.shown == Shown::words_of_target;
}

void add_others(std::string_view text, Names const& names, std::vector<std::string>& others) {
    for (auto& word : pupils::names_in(text, names.others))
        if (std::ranges::find(others, word) == others.end()) others.push_back(std::move(word));
}

// Begun, ended and forgotten in time, though nobody writes anything down.
bool holds_no_words(data_map::Row const& row) {
    return row.table->name == "sign_in" || row.table->name == "recovery_code";
}

// Last used a minute ago; of a passkey and of an account elsewhere the name is somebody's words, and is read.
bool is_of_signing_in(data_map::Row const& row) {
    return holds_no_words(row) || row.table->name == "passkey" || row.table->name == "openid_tie";
}

bool is_last_use(data_map::Row const& row, data_map::Value const& value) {
    return is_of_signing_in(row) && value.column->name == "used_at";
}

// By what the tables hold, and not by how it is worded: a decision stands where only the words for it change.
// The id is a digest of the table, the row's key and its values, but for what a child confided: it stands in
// addresses and outlasts the child's key, and short words could be guessed by it without the request's own.
Line line_of(data_map::Row const& row, Names const& names, std::string_view line_key) {
    Line line{.table = std::string(row.table->holds), .names = names_of(row)};
    line.of_signing_in = is_of_signing_in(row);
    line.holds_no_words = holds_no_words(row);
    std::string said;
    std::string texts;
    for (auto const& value : row.values) {
        bool const moves = is_last_use(row, value);
        if (!moves && !line.holds_no_words && !value.text.empty() &&
            value.column->of != data_map::Class::confided)
            said += std::string(value.column->name) + '\0' + value.text + '\0';
        auto text = in_words(row, value, names);
        if (text.empty()) continue;
        if (is_confided(row, *value.column) && !is_pack(row)) line.confided = true;
        if (may_name_others(*value.column)) add_others(text, names, line.others);
        if (!moves) texts += text + '\0';
        line.parts.push_back(
            {.label = std::string(value.column->given.label),
             .text = std::move(text),
             .of_a_letter = holds_a_letters_words(row.table->name, value.column->name)}
        );
    }
    std::string key;
    for (auto const& part : row.key) key += part + '\0';
    line.id = secret::digest({line_key, row.table->name, key, said});
    line.wording = secret::digest({line_key, line.id, texts});
    return line;
}

struct Places {
    std::size_t part;
    std::size_t from;
    std::size_t to;
    friend auto operator<=>(Places const&, Places const&) = default;
};

std::size_t number_in(std::string_view& text) {
    std::size_t number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty()) text.remove_prefix(1);  // what stands between two numbers
    return number;
}

constexpr char before_the_wording = '@';

bool reads_as_decided(Line const& line, KeptBack const& kept) {
    return kept.decision != Decision::redacted || kept.hidden.ends_with(before_the_wording + line.wording);
}

// Within the line, in order; what lies outside it is left out.
std::vector<Places> read(Line const& line, std::string_view text) {
    text = text.substr(0, text.find(before_the_wording));
    std::vector<Places> all;
    while (!text.empty()) {
        Places one{};
        one.part = number_in(text);
        one.from = number_in(text);
        one.to = number_in(text);
        if (one.part < line.parts.size() && one.from < one.to && one.to <= line.parts[one.part].text.size())
            all.push_back(one);
    }
    return all;
}

std::vector<Places> found_in(Line const& line, std::string_view phrase) {
    std::vector<Places> found;
    for (std::size_t part = 0; part < line.parts.size(); ++part) {
        auto const& text = line.parts[part].text;
        for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + phrase.size()))
            found.push_back({part, at, at + phrase.size()});
    }
    return found;
}

// Those that touch each other are one.
std::vector<Places> joined(std::vector<Places> places) {
    std::ranges::sort(places);
    std::vector<Places> all;
    for (auto const& one : places) {
        if (!all.empty() && all.back().part == one.part && one.from <= all.back().to)
            all.back().to = std::max(all.back().to, one.to);
        else
            all.push_back(one);
    }
    return all;
}

}  // namespace

std::vector<Line> lines_of(
    std::span<data_map::Row const> rows,
    Names const& names,
    std::span<KeptBack const> kept_back,
    std::string_view line_key
) {
    std::vector<Line> lines;
    for (auto const& row : rows) {
        auto line = line_of(row, names, line_key);
        auto const found = std::ranges::find(kept_back, line.id, &KeptBack::line);
        if (found != kept_back.end()) {
            line.to_decide_again = !reads_as_decided(line, *found);
            if (!line.to_decide_again) line.kept_back = *found;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string digest_as_stored(
    std::span<data_map::Row const> rows, Names const& names, std::string_view line_key
) {
    std::string stored;
    for (auto const& row : rows) {
        if (holds_no_words(row)) continue;
        stored += std::string(row.table->name) + '\0';
        for (auto const& part : row.key) stored += part + '\0';
        for (auto const& value : row.values)
            if (!is_last_use(row, value))
                stored += std::string(value.column->name) + '\0' + value.text + '\0';
    }
    std::string known;
    for (auto const& [id, name] : names.by_id) known += id + '\0' + name + '\0';
    return secret::digest({line_key, stored, known});
}

std::vector<KeptBack> of_no_line(std::span<KeptBack const> kept_back, std::span<Line const> lines) {
    std::vector<KeptBack> all;
    for (auto const& kept : kept_back)
        if (std::ranges::find(lines, kept.line, &Line::id) == lines.end()) all.push_back(kept);
    return all;
}

std::string kept_places(Line const& line, std::string const& places) {
    return places + before_the_wording + line.wording;
}

std::string as_read(std::span<Line const> lines) {
    std::string ids;
    for (auto const& line : lines)
        if (!line.holds_no_words) ids += (ids.empty() ? "" : " ") + line.id;
    return ids;
}

std::string digest_of(std::span<Line const> lines) {
    std::string wordings;
    for (auto const& line : lines)
        if (!line.of_signing_in) wordings += line.wording;
    return secret::digest({as_read(lines), wordings});
}

void mark_new(std::span<Line> lines, std::string_view read) {
    if (read.empty()) return;
    auto const ids = text::split(read, ' ');
    std::set<std::string_view> const known(ids.begin(), ids.end());
    for (auto& line : lines) line.is_new = !line.holds_no_words && !known.contains(line.id);
}

std::vector<Line> read_then(std::span<Line const> lines, std::string_view read) {
    auto const ids = text::split(read, ' ');
    std::set<std::string_view> const known(ids.begin(), ids.end());
    std::vector<Line> all;
    for (auto const& line : lines)
        if (line.holds_no_words || known.contains(line.id)) all.push_back(line);
    return all;
}

Since since_read(std::span<Line const> lines, std::span<KeptBack const> kept_back, std::string_view read) {
    auto const then = read_then(lines, read);
    auto const stand = static_cast<std::size_t>(std::ranges::count(then, false, &Line::holds_no_words));
    bool const all_stand = !read.empty() && stand == text::split(read, ' ').size();
    bool const all_is_decided =
        of_no_line(kept_back, then).empty() && std::ranges::none_of(then, &Line::to_decide_again);
    if (!all_stand || !all_is_decided) return Since::changed;
    return then.size() == lines.size() ? Since::nothing : Since::more;
}

Expected<std::string, std::string> places_of(Line const& line, std::span<std::string const> phrases) {
    std::vector<Places> all;
    for (auto const& phrase : phrases) {
        auto found = found_in(line, phrase);
        if (found.empty()) found = found_in(line, without_bullet(phrase));
        if (found.empty()) return refuse(phrase);
        all.insert(all.end(), found.begin(), found.end());
    }
    std::string text;
    for (auto const& one : joined(std::move(all)))
        text += (text.empty() ? "" : ",") + std::to_string(one.part) + ":" + std::to_string(one.from) + "-" +
                std::to_string(one.to);
    return text;
}

std::vector<std::string> phrases_at(Line const& line, std::string_view places) {
    std::vector<std::string> phrases;
    for (auto const& one : read(line, places)) {
        auto phrase = line.parts[one.part].text.substr(one.from, one.to - one.from);
        if (std::ranges::find(phrases, phrase) == phrases.end()) phrases.push_back(std::move(phrase));
    }
    return phrases;
}

std::optional<Line> given_of(Line const& line) {
    if (line.kept_back && line.kept_back->decision == Decision::withheld) return std::nullopt;
    auto given = line;
    if (!line.kept_back) return given;
    auto const places = read(line, line.kept_back->hidden);
    for (auto one = places.rbegin(); one != places.rend(); ++one)
        given.parts[one->part].text.replace(one->from, one->to - one->from, blacked_out);
    return given;
}

}  // namespace data_requests
