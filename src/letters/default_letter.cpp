#include "letters/default_letter.hpp"

namespace letters {

Template default_letter() {
    return {
        .title = "Nurture support for [child]",
        .words = R"(Dear [parent]

We would like to offer [child] nurture support at [school], and we are asking for your consent. Nurture support helps children to understand their own feelings and those of others. It is neither a reward nor a sanction.

# What [child] would do
[programme]. A trained Nurture Assistant plans and leads every session. After each one they note how it went, and some weeks after the last one the class teacher looks at what has changed.

# It is for you to decide
Support starts only if you agree. You can say no, and you can change your mind at any time: then the sessions stop at once. Neither changes how [child] is taught or cared for at school. A yes holds for [holds for]; if support is to go on after that, we ask you again.

# What is written down, and who sees it
- What [child] hopes to get better at, what each session did, and how it helped.
- The Nurture Assistant, the class teacher, the SENCo and the headteacher see this because they work with [child]. What [child] says in confidence stays with the Nurture Assistant, unless we are worried that a child is not safe.

# How to answer
Let us know by [reply by], in whichever way suits you:
- by phone or computer:
  [link]
- on paper: send back the slip with this letter
- by telephone: [telephone]

If you would like to talk first, or need this letter in another language or in large print, ring us and ask for me. To change your mind later, use the same address or ring us.

Yours sincerely

[senco]
SENCo, [school])",
        .version = 0};
}

}  // namespace letters
