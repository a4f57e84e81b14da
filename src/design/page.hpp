#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "design/form.hpp"
#include "html/html.hpp"

namespace design {

struct Place {
    std::string text = {};
    std::string path = {};
    bool current = false;
};

// What surrounds every page of one request: whose school, who is here, where they may go.
struct Frame {
    std::string school_name = {};
    std::string person_name = {};  // empty: nobody is signed in, and neither search nor places are shown
    std::string person_path = {};  // where the person finds their own devices and password
    std::string person_role = {};  // "SENCo", "Class teacher of 4B"
    std::vector<Place> places = {};
    FormGuard guard = {};
    bool may_search = true;
    bool demonstration = false;  // a line above everything says that all data is made up
    std::string lock_path = {};  // empty: no lock button
    std::string sign_out_path = "/sign-out";
    h::Node banner = {};  // what has just been done, as by design::done
};

enum class Layout {
    reading,       // one column of reading width: forms, letters, a pupil's story
    wide,          // up to 1,200 px: lists and boards
    whole_screen,  // no chrome at all: a child's check-in
    paper,         // looks like the A4 sheet it prints as: letters, minutes, reports
};

struct Page {
    std::string title = {};  // without the name of the product
    Place back = {};         // where the back link leads; none without a path
    Layout layout = Layout::reading;
    bool refused = false;  // the form is shown again with errors: the title says so first
    h::Node main = {};     // begins with the h1, as by design::heading
};

// A complete document.
std::string page(Frame const& frame, Page const& page);

// A document that needs no server: its style stands in it, and nothing leads from it.
std::string document(Page const& page);

// The h1 of a page, with a small line above it where the place needs a name.
h::Node heading(std::string_view text, std::string_view above = {});

// Who this is about, the same at the top of all pages of one pupil.
struct PupilHeader {
    std::string name = {};  // the preferred name
    std::string path = {};
    std::string class_name = {};  // "4B"
    std::string year = {};        // "Year 4"
    std::string supported_by = {};
    std::string why_seen = {};  // "You see this because you teach 4B."
    h::Node tag = {};
};
h::Node pupil_header(PupilHeader const& pupil);

}  // namespace design
