#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "child_keys/child_keys.hpp"
#include "db/rounds.hpp"

namespace child_keys {

// The records that became one with this child's, unless that was taken back: what was written of them before
// stays sealed with their own keys.
std::vector<std::string> records_merged_into(db::Connection& db, SchoolId school, std::string_view pupil);

// Notes, in the transaction that erases this record of a child and before it does, that its keys are to be
// destroyed: those of records that were merged into the child's too, unless that was taken back; and with the
// nurture record those of programmes that were for nobody else whose record stands.
void note_for_destroying(
    db::Connection& db, SchoolId school, std::string_view pupil, std::string_view record
);

// Destroys whatever keys were noted, and says how many. A key that is gone already is no fault: whoever dies
// before the note is taken away does it again.
int destroy_noted(db::Connection& db);

// Destroys what was noted when it starts and every few seconds after that, on a thread of its own.
class Destroyer {
public:
    // Tells what kept a key from being destroyed.
    Destroyer(std::unique_ptr<db::Connection> connection, db::Rounds::Tell tell);

private:
    db::Rounds rounds_;
};

}  // namespace child_keys
