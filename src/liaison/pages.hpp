#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/page.hpp"
#include "liaison/liaison.hpp"
#include "need_to_know/need_to_know.hpp"

namespace liaison::pages {

std::string questions_path(CaseId const& the_case);
std::string path_of(QuestionId const& question);
std::string messages_path(CaseId const& the_case);
std::string path_of(ParentMessageId const& message);
std::string lines_path(CaseId const& the_case);

// One child's case, and what this visitor may do here.
struct About {
    need_to_know::Seen child;
    CaseId the_case;
    bool may_write = false;
    bool asked_here = false;      // the visitor asked the question
    std::string why_closed = {};  // where nothing new is written any more
    bool sends_mail = false;      // without it a message is spoken or given on paper
    // Whom a message that waits is for, where the visitor may speak with them.
    std::optional<pupils::Contact> parent = {};
};

// Says on a closed case why nothing new can be written.
h::Node closed_notice(About const& about);

design::Page questions(
    design::FormGuard const& guard,
    About const& about,
    std::vector<Question> const& questions,
    Answers const& answers
);

// A question with its answer, or with the form for it.
design::Page question(
    design::FormGuard const& guard, About const& about, Question const& question, Answers const& answers
);

design::Page messages(
    design::FormGuard const& guard,
    About const& about,
    std::vector<ParentMessage> const& messages,
    std::vector<pupils::Contact> const& contacts,
    Answers const& answers
);

// A message with what became of it, or with the class teacher's choice.
design::Page message(
    design::FormGuard const& guard, About const& about, ParentMessage const& message, Answers const& answers
);

design::Page lines(
    design::FormGuard const& guard, About const& about, std::vector<Line> const& lines, Answers const& answers
);

}  // namespace liaison::pages
