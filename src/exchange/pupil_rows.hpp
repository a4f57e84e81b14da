#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/faults.hpp"
#include "pupils/details.hpp"

namespace exchange {

// A contact as a file describes one; empty text: the file does not say.
struct ContactInFile {
    pupils::Contact contact;
    bool says_responsibility = false;
    bool says_lives_with = false;
    bool says_language = false;
};

// A pupil as a file describes one. Empty text: the file does not say, and what is known stays.
struct PupilInFile {
    int row = 0;
    pupils::Details details;
    std::string class_name;
    std::vector<ContactInFile> contacts;
    std::vector<std::string> further_classes = {};  // that stand in the same cell, such as a set
    // The file has a preferred name alone, which stands for the legal one of a new pupil.
    bool without_legal_forename = false;
    bool without_legal_surname = false;
    // The fault that it is unless the school knows the pupil by a number.
    std::optional<Fault> without_birth_date = {};
};

// What became of the rows of a file: pupils, and everything that is wrong.
struct CheckedPupils {
    std::vector<PupilInFile> pupils;
    Faults faults;
};

}  // namespace exchange
