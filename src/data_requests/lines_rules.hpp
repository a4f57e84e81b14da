#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "data_requests/data_requests.hpp"
#include "pupils/naming_rules.hpp"

namespace data_requests {

// What ids stand for, and whose names may be another person's.
struct Names {
    std::map<std::string, std::string, std::less<>>
        by_id;                   // of staff, contacts, areas, rooms, classes and targets
    pupils::OtherPeople others;  // other children, and contacts
};

// The rows as lines to be read, each with what is kept back of it. The ids are made with the key of the
// request, without which what a line holds can't be found again by guessing.
std::vector<Line> lines_of(
    std::span<data_map::Row const> rows,
    Names const& names,
    std::span<KeptBack const> kept_back,
    std::string_view line_key
);

// A digest of these rows as they are stored, with sealed words unopened, and of what their ids stand for: as
// long as it is the same, so are the lines but for those of signing in that hold nobody's words.
std::string digest_as_stored(
    std::span<data_map::Row const> rows, Names const& names, std::string_view line_key
);

// What was decided about lines that are not held, or not so, any more: it keeps nothing back.
std::vector<KeptBack> of_no_line(std::span<KeptBack const> kept_back, std::span<Line const> lines);

// These places as they are kept with a decision: with how the line reads, since letters are found again only
// where it reads the same. Where it reads otherwise, what is blacked out is decided anew.
std::string kept_places(Line const& line, std::string const& places);

// The lines as one text, to be kept when the request is prepared; a digest of the lines and of how they read;
// and marks those that this text does not hold. None is new where none was kept.
std::string as_read(std::span<Line const> lines);
std::string digest_of(std::span<Line const> lines);
void mark_new(std::span<Line> lines, std::string_view read);

// The lines that this text holds, and those without anybody's words, which it doesn't hold; and what became
// of all that it holds, and of what was decided about them. Nothing is taken for read where no text was kept,
// or one of ids that lines don't have any more.
std::vector<Line> read_then(std::span<Line const> lines, std::string_view read);
Since since_read(std::span<Line const> lines, std::span<KeptBack const> kept_back, std::string_view read);

// The places of these phrases in the line, wherever they stand; or the first phrase that stands nowhere in
// it.
Expected<std::string, std::string> places_of(Line const& line, std::span<std::string const> phrases);

// The phrases that stand at these places.
std::vector<std::string> phrases_at(Line const& line, std::string_view places);

// What is given out of the line: without what is blacked out; nothing where all of it is kept back.
std::optional<Line> given_of(Line const& line);

}  // namespace data_requests
