#include "journeys/markup.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace journeys {
namespace {

using Attributes = std::map<std::string, std::string, std::less<>>;

// One tag, or the text between two.
struct Piece {
    std::string_view text;
    std::string_view tag;  // "form", "/form"; empty for text
    Attributes attributes;
};

constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

std::string unescaped(std::string_view text) {
    std::string out;
    while (true) {
        auto const plain = std::min(text.find('&'), text.size());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) return out;
        auto const entity =
            std::ranges::find_if(entities, [&](auto const& one) { return text.starts_with(one.first); });
        out += entity == entities.end() ? text.front() : entity->second;
        text.remove_prefix(entity == entities.end() ? 1 : entity->first.size());
    }
}

// name="value" pairs and bare names, as Withy writes them.
Attributes attributes_in(std::string_view inside) {
    Attributes found;
    while (true) {
        auto const begin = inside.find_first_not_of(" \n");
        if (begin == std::string_view::npos) return found;
        inside.remove_prefix(begin);
        auto const end = std::min(inside.find_first_of("= \n", 1), inside.size());
        auto const name = std::string(inside.substr(0, end));
        inside.remove_prefix(end);
        if (!inside.starts_with("=\"")) {
            found[name] = "";
            continue;
        }
        inside.remove_prefix(2);
        auto const close = std::min(inside.find('"'), inside.size());
        found[name] = unescaped(inside.substr(0, close));
        inside.remove_prefix(std::min(close + 1, inside.size()));
    }
}

std::vector<Piece> pieces_of(std::string_view markup) {
    std::vector<Piece> pieces;
    while (!markup.empty()) {
        auto const open = std::min(markup.find('<'), markup.size());
        if (open > 0) pieces.push_back({.text = markup.substr(0, open), .tag = {}, .attributes = {}});
        markup.remove_prefix(open);
        if (markup.empty()) break;
        auto const close = std::min(markup.find('>'), markup.size() - 1);
        auto const inside = markup.substr(1, close - 1);
        auto const name_ends = std::min(inside.find_first_of(" \n"), inside.size());
        pieces.push_back(
            {.text = {},
             .tag = inside.substr(0, name_ends),
             .attributes = attributes_in(inside.substr(name_ends))}
        );
        markup.remove_prefix(close + 1);
    }
    return pieces;
}

std::string attribute(Attributes const& attributes, std::string_view name) {
    auto const found = attributes.find(name);
    return found == attributes.end() ? std::string() : found->second;
}

Control& control(Form& form, std::string const& name, Kind kind) {
    auto const found = std::ranges::find(form.controls, name, &Control::name);
    if (found != form.controls.end()) return *found;
    form.controls.push_back({.name = name, .kind = kind, .values = {}});
    return form.controls.back();
}

bool is_part_of_a_date(std::string_view name) {
    return name.ends_with("-day") || name.ends_with("-month") || name.ends_with("-year");
}

void add_input(Form& form, Attributes const& attributes) {
    auto const name = attribute(attributes, "name");
    if (name.empty()) return;
    auto const type = attribute(attributes, "type");
    auto const value = attribute(attributes, "value");
    if (type == "radio" || type == "checkbox") {
        control(form, name, type == "radio" ? Kind::chosen : Kind::ticked).values.push_back(value);
        if (attributes.contains("checked")) form.as_it_stands.add(name, value);
        return;
    }
    auto const kind = type == "hidden"          ? Kind::hidden
                      : type == "file"          ? Kind::file
                      : is_part_of_a_date(name) ? Kind::date_part
                                                : Kind::typed;
    control(form, name, kind).values.push_back(value);
    if (kind != Kind::file) form.as_it_stands.add(name, value);
}

// Reads a form's tags one after another; texts and options belong to the field that is open.
class Reader {
public:
    void read(Piece const& piece) {
        if (piece.tag == "form") begin(piece.attributes);
        if (!form_) return;
        if (piece.tag.empty()) form_->words += unescaped(piece.text) + ' ';
        if (piece.tag == "/form") return end();
        if (piece.tag == "input") add_input(*form_, piece.attributes);
        if (piece.tag == "button") add_button(piece.attributes);
        if (piece.tag == "textarea") textarea_ = attribute(piece.attributes, "name"), words_.clear();
        if (piece.tag == "/textarea") add_textarea();
        if (piece.tag.empty() && textarea_) words_ += unescaped(piece.text);
        if (piece.tag == "select") select_ = attribute(piece.attributes, "name"), selected_.reset();
        if (piece.tag == "option" && select_) add_option(piece.attributes);
        if (piece.tag == "/select") add_select();
    }

    std::vector<Form> forms;

private:
    void begin(Attributes const& attributes) {
        form_ = Form{
            .method = attribute(attributes, "method"),
            .action = attribute(attributes, "action"),
            .other_actions = {},
            .controls = {},
            .as_it_stands = {},
            .words = {}};
    }
    void end() {
        forms.push_back(std::move(*form_));
        form_.reset();
    }
    void add_button(Attributes const& attributes) {
        if (attributes.contains("formaction"))
            form_->other_actions.push_back(attribute(attributes, "formaction"));
        auto const name = attribute(attributes, "name");
        if (name.empty()) return;
        control(*form_, name, Kind::sent_with_button).values.push_back(attribute(attributes, "value"));
    }
    void add_textarea() {
        if (!textarea_) return;
        if (words_.starts_with('\n')) words_.erase(0, 1);
        control(*form_, *textarea_, Kind::typed).values.push_back(words_);
        form_->as_it_stands.add(*textarea_, words_);
        textarea_.reset();
    }
    void add_option(Attributes const& attributes) {
        auto const value = attribute(attributes, "value");
        control(*form_, *select_, Kind::chosen).values.push_back(value);
        if (!selected_ || attributes.contains("selected")) selected_ = value;
    }
    void add_select() {
        if (select_ && selected_) form_->as_it_stands.add(*select_, *selected_);
        select_.reset();
    }

    std::optional<Form> form_;
    std::optional<std::string> textarea_;
    std::string words_;
    std::optional<std::string> select_;
    std::optional<std::string> selected_;
};

// Tags within a line of text; every other tag parts two words.
bool stands_within_words(std::string_view tag) {
    if (tag.starts_with('/')) tag.remove_prefix(1);
    constexpr std::array<std::string_view, 6> within{"a", "strong", "em", "span", "abbr", "time"};
    return std::ranges::find(within, tag) != within.end();
}

}  // namespace

bool Form::leads_to(std::string_view address) const {
    return action == address || std::ranges::find(other_actions, address) != other_actions.end();
}

bool Form::offers(std::string_view name) const {
    return std::ranges::any_of(controls, [&](auto const& one) { return one.name == name; });
}

std::vector<std::string> Form::choices() const {
    std::vector<std::string> all;
    for (auto const& one : controls)
        if (one.kind == Kind::chosen || one.kind == Kind::ticked || one.kind == Kind::sent_with_button)
            all.insert(all.end(), one.values.begin(), one.values.end());
    return all;
}

std::vector<Form> forms_in(std::string_view markup) {
    Reader reader;
    for (auto const& piece : pieces_of(markup)) reader.read(piece);
    return std::move(reader.forms);
}

std::vector<std::string> links_in(std::string_view markup) {
    std::vector<std::string> links;
    for (auto const& piece : pieces_of(markup)) {
        if (piece.tag != "a") continue;
        auto const path = attribute(piece.attributes, "href");
        links.push_back(path.substr(0, path.find('#')));
    }
    return links;
}

std::string words_in(std::string_view markup) {
    std::string words;
    auto const add = [&](std::string_view text) {
        for (char const c : text) {
            bool const space = c == ' ' || c == '\n' || c == '\t';
            if (!space) words += c;
            if (space && !words.empty() && words.back() != ' ') words += ' ';
        }
    };
    for (auto const& piece : pieces_of(markup)) {
        if (piece.tag.empty()) add(unescaped(piece.text));
        if (!piece.tag.empty() && !stands_within_words(piece.tag)) add(" ");
    }
    return words;
}

}  // namespace journeys
