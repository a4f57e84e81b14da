#include "journeys/meetings_page.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"

namespace journeys {
namespace {

constexpr std::string_view about = R"(# Who reaches which page and form about a child

What the policy says of everybody in the school: of every role, with everything that somebody can be to one
child. A test asserts each of these meetings of Withy itself, on both databases: it asks for every page and form
that names a child, and the rule of [need-to-know.md](need-to-know.md) for the same facts. Nobody here holds two
roles but where it says so.

Each role met each tie, also where no page brings the two together: somebody who delivered a programme as a
Nurture Assistant and is support staff since is still to the child what they were. One thing can't be: nobody
teaches a class without being a class teacher, so that tie stands with the role.

A blank, and a page or form that is not named, means: answered as if it did not exist. What a page then shows of
the child follows need-to-know.md. A form that was sent empty counts as open where it came back. *Some* are the
concerns that this person wrote, the sessions that they hold, held or stand in for, with the programme of these,
and the requests that wait for their signature; the others of the same child are closed to them. A child whose
case is closed has one page more, `/cases/{case}/next-concern`, which opens to the SENCo alone; and until there is
another case, who delivered the closed one reads and logs its check-ins.

Everything is asked twice. The second time the child was *asked again*: whoever is their class teacher, and everybody
who holds their sessions, may know what was said; everybody who had raised a concern by then may know how it goes;
and their no to the headteacher was weighed and closes it, whatever reason is given. The support is to go to another
within seven days, and what was said until a day, or opened for some hours, is over.
)";

std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

template <class Value>
Value& value_of(std::vector<std::pair<std::string, Value>>& all, std::string const& name) {
    auto found = std::ranges::find(all, name, &std::pair<std::string, Value>::first);
    if (found == all.end()) found = all.insert(found, {name, {}});
    return found->second;
}

// "12 and 3": pages and forms.
std::string counted(std::vector<Opens> const& column, auto const& routes) {
    int pages = 0;
    int forms = 0;
    for (std::size_t at = 0; at < column.size(); ++at)
        if (column[at] != Opens::nothing) ++(routes[at].first == "GET" ? pages : forms);
    return pages + forms == 0 ? "–" : std::to_string(pages) + " + " + std::to_string(forms);
}

std::string_view in_a_cell(Opens opens) {
    switch (opens) {
        case Opens::nothing: return " |";
        case Opens::some: return " some |";
        case Opens::all: return " yes |";
    }
    return {};
}

}  // namespace

void Meetings::note(
    std::string const& held, std::string const& tie, visits::Route const& route, Opens opens
) {
    std::pair const key(route.method, route.path);
    auto found = std::ranges::find(routes_, key);
    if (found == routes_.end()) found = routes_.insert(found, key);
    auto const row = static_cast<std::size_t>(found - routes_.begin());
    auto& column = value_of(value_of(held_, held), tie);
    column.resize(std::max(column.size(), row + 1), Opens::nothing);
    column[row] = opens;
}

std::string Meetings::page() const {
    std::vector<std::pair<std::vector<std::string>, OfARole>> tables;
    for (auto const& [held, of_the_role] : held_) {
        auto found =
            std::ranges::find_if(tables, [&](auto const& table) { return table.second == of_the_role; });
        if (found == tables.end()) found = tables.insert(found, {{}, of_the_role});
        found->first.push_back(held);
    }
    std::string page(about);
    page += at_a_glance();
    for (auto const& [roles, of_the_role] : tables)
        page += "\n## " + capitalised(text::joined(roles, "; ")) + "\n\n" + table_of(of_the_role);
    return page;
}

std::string Meetings::at_a_glance() const {
    std::string table =
        "\n## At a glance\n\nHow many pages and forms open, of " +
        std::to_string(
            std::ranges::count(routes_, "GET", &std::pair<std::string_view, std::string_view>::first)
        ) +
        " and " +
        std::to_string(
            std::ranges::count(routes_, "POST", &std::pair<std::string_view, std::string_view>::first)
        ) +
        ".\n\n| Who is |";
    for (auto const& [held, of_the_role] : held_) table += ' ' + held + " |";
    table += "\n|---|";
    for (std::size_t column = 0; column < held_.size(); ++column) table += "---|";
    table += '\n';
    for (std::size_t tie = 0; tie < held_.front().second.size(); ++tie) {
        table += "| and " + held_.front().second[tie].first + " |";
        for (auto const& [held, of_the_role] : held_)
            table += ' ' + counted(of_the_role[tie].second, routes_) + " |";
        table += '\n';
    }
    return table;
}

// By path, a page before its form.
std::vector<std::size_t> Meetings::rows_in_order() const {
    std::vector<std::size_t> rows(routes_.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::ranges::sort(rows, {}, [&](std::size_t row) {
        return std::pair(routes_[row].second, routes_[row].first);
    });
    return rows;
}

std::string Meetings::table_of(OfARole const& of_the_role) const {
    std::vector<std::pair<Column, std::vector<std::string>>> columns;
    for (auto const& [tie, column] : of_the_role) {
        auto found = std::ranges::find(columns, column, &std::pair<Column, std::vector<std::string>>::first);
        if (found == columns.end()) found = columns.insert(found, {column, {}});
        found->second.push_back(tie);
    }
    std::string head = "| |";
    std::string line = "|---|";
    for (auto const& [column, ties] : columns) {
        head += ' ' + (columns.size() == 1 ? "whatever they are to the child" : text::joined(ties, "; or ")) +
                " |";
        line += "---|";
    }
    std::string rows;
    for (auto const row : rows_in_order()) {
        std::string cells;
        bool opens = false;
        for (auto const& [column, ties] : columns) {
            cells += in_a_cell(column[row]);
            opens = opens || column[row] != Opens::nothing;
        }
        auto const& [method, path] = routes_[row];
        if (opens) rows += "| " + std::string(method) + " `" + std::string(path) + "` |" + cells + '\n';
    }
    return rows.empty() ? "Nothing opens, whatever they are to the child.\n"
                        : head + '\n' + line + '\n' + rows;
}

}  // namespace journeys
