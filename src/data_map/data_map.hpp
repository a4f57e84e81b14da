#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

// What is held about people, column by column: what it is, to whom it is given out, how it is merged where
// two records of one child become one, and how it is erased (V6). Read as a document; docs/data-map.md is
// made from it.
namespace data_map {

// What a column holds. Confided is what a child said that only who held the session may read (N2).
enum class Class { key, school, staff, child, special_category, confided, contact, security, system };
constexpr auto words(Class) {
    return std::array{
        "key", "school", "staff", "child", "special_category", "confided", "contact", "security", "system"};
}

// How a value is read aloud. What ends in _at is a moment and in _on a day, whatever stands here.
enum class Shown {
    as_written,
    yes_or_no,
    name_of_staff,
    name_of_contact,
    name_of_area,
    name_of_room,
    name_of_class,
    name_of_measure,
    name_of_taking,
    hundredths,
    words_of_target
};

// To whom a column is given out who asks for what is held about them, and under which words (V5).
struct Given {
    std::string_view label = {};
    bool child = false;
    bool parent = false;
    bool staff = false;
    Shown shown = Shown::as_written;
};

// What becomes of a value where two records of one child become one: the row goes over to the one that stays;
// the value of the one that stays counts; a person chooses; differing values refuse the merging; or it is no
// child's.
enum class Merged { moved, kept, chosen, refused, untouched };
constexpr auto words(Merged) { return std::array{"moved", "kept", "chosen", "refused", "untouched"}; }

// How a value ends: with its row, emptied in it, taken out of it where an empty text would say something, by
// the key that it was sealed with; or not, and why.
enum class Ending { with_row, emptied, taken_out, key_destroyed, kept };
constexpr auto words(Ending) {
    return std::array{"with_row", "emptied", "taken_out", "key_destroyed", "kept"};
}
struct Erased {
    Ending how{};
    std::string_view why = {};
};

// With which key of the child whom they are about words are sealed, so that it ends them in old backups too:
// with that of the record which they belong to; or with that of what the child confided, which opens to
// fewer: of what the child may share, where they do not.
enum class SealedWith { none, of_the_record, of_confidence };

struct Column {
    std::string_view name;
    Class of{};
    Given given;
    Merged merged{};
    Erased erased;
    SealedWith sealed_with{};
    // Of what is confided where the child does not say otherwise: the column that says for whom they said it.
    std::string_view said_for = {};

    constexpr bool is_sealed() const { return sealed_with != SealedWith::none; }
};

// How the rows of a table are found that are about a person.
enum class Found {
    nowhere,
    itself,
    by_pupil,
    by_case,
    by_concern,
    by_discussion,
    by_place,
    by_place_in_it,
    by_place_in_its_programme,
    by_target,
    by_evaluation,
    by_assessment,
    by_entry,
    by_entry_of_contact,
    by_request,
    by_letter,
    by_agreement,
    by_share,
    by_override,
    by_pointer,
    by_record_that_stays,
    by_merging,
    by_child_it_is_reached_for,
    by_contact,
    by_change,
    by_address,
    by_staff,
    by_account,
    by_its_account,
    by_account_alone
};

// Why a table is held, which its lawful basis follows from.
enum class Purpose {
    nurture_support,
    safeguarding,
    running_the_school,
    safe_accounts,
    accountability,
    no_person
};
std::string_view in_words(Purpose purpose);
std::string_view lawful_basis(Purpose purpose);

// How long it is held.
enum class Retention {
    nurture_record,
    safeguarding_pointer,
    data_request,
    on_the_roll,
    staff_record,
    with_the_account,
    with_the_log,
    for_days,
    with_the_school
};
std::string_view in_words(Retention retention);

struct Table {
    std::string_view name;
    std::string_view holds;
    Purpose why{};
    Retention kept{};
    Found of_child = Found::nowhere;
    Found of_parent = Found::nowhere;
    Found of_staff = Found::nowhere;
    std::span<Column const> columns;
    std::string_view not_given = {};  // why nothing of it is given out, where it is found for a person
};

// Whose data is asked for.
enum class About { child, parent, staff };
constexpr auto words(About) { return std::array{"child", "parent", "staff"}; }

// To whom the column is given out; and how a person's rows are found in the table.
constexpr bool is_given(Column const& column, About about) {
    switch (about) {
        case About::child: return column.given.child;
        case About::parent: return column.given.parent;
        case About::staff: return column.given.staff;
    }
    return false;
}
constexpr Found found_for(Table const& table, About about) {
    switch (about) {
        case About::child: return table.of_child;
        case About::parent: return table.of_parent;
        case About::staff: return table.of_staff;
    }
    return Found::nowhere;
}

struct Value {
    Column const* column = nullptr;
    std::string text;  // as the table holds it
};
// A row about a person, as the map gives it out.
struct Row {
    Table const* table = nullptr;
    std::vector<std::string> key;  // whatever names the row, in the order of the map
    std::vector<Value> values;     // what is given out to this person and not empty
};

std::string_view in_words(Class of);
std::string_view in_words(Merged merged);
// "with its row", "kept"
std::string_view in_words(Ending ending);

// The words that the tables are written in.
namespace terms {

using enum Class;
using enum Merged;
using enum Found;
using enum Purpose;
using enum Retention;
using enum Shown;

inline constexpr Given to_nobody{};
constexpr Given to_child(std::string_view label, Shown shown = as_written) {
    return {.label = label, .child = true, .shown = shown};
}
constexpr Given to_parent(std::string_view label, Shown shown = as_written) {
    return {.label = label, .parent = true, .shown = shown};
}
constexpr Given to_staff(std::string_view label, Shown shown = as_written) {
    return {.label = label, .staff = true, .shown = shown};
}
constexpr Given to_child_and_parent(std::string_view label, Shown shown = as_written) {
    return {.label = label, .child = true, .parent = true, .shown = shown};
}
constexpr Given to_child_and_staff(std::string_view label, Shown shown = as_written) {
    return {.label = label, .child = true, .staff = true, .shown = shown};
}
constexpr Given to_parent_and_staff(std::string_view label, Shown shown = as_written) {
    return {.label = label, .parent = true, .staff = true, .shown = shown};
}

// To the child, parent or member of staff who asked.
constexpr Given to_whoever_asked(std::string_view label, Shown shown = as_written) {
    return {.label = label, .child = true, .parent = true, .staff = true, .shown = shown};
}

inline constexpr auto by_the_childs_key = SealedWith::of_the_record;
inline constexpr auto by_the_key_of_confidence = SealedWith::of_confidence;
inline constexpr auto not_sealed = SealedWith::none;

inline constexpr Erased with_row{Ending::with_row};
inline constexpr Erased emptied{Ending::emptied};
inline constexpr Erased taken_out{Ending::taken_out};
inline constexpr Erased key_destroyed{Ending::key_destroyed};
inline constexpr Erased stays_with_the_school{Ending::kept, "it is the school's own"};
inline constexpr Erased stays_with_the_group{Ending::kept, "it is of a group, whose other children stay"};
inline constexpr Erased says_nothing_of_anybody{Ending::kept, "it says nothing about a person"};
inline constexpr Erased part_of_the_chain{Ending::kept, "the log's chain is made over it"};
inline constexpr Erased accounted_for{Ending::kept, "who changed what, and when, is accounted for"};
inline constexpr Erased certified{Ending::kept, "it certifies what was erased, and names nobody"};
inline constexpr Erased says_what_was_imported{Ending::kept, "it says what was imported, and of nobody"};

}  // namespace terms
}  // namespace data_map
