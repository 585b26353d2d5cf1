#include "core/casework/fallen_flag.h"

#include "core/casework/flagged.h"
#include "core/journal/new_event.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

bool isDerived(const Flagged& flag)
{
    return flag.id.value.version() == QUuid::Sha1;
}

void tellFallen(Decision& decision, const Case& before, const Flag& flag)
{
    const auto written
        = std::find_if(before.flags.begin(), before.flags.end(), [&flag](const Flagged& each) {
              return !isDerived(each) && each.clause == flag.clause && each.text == flag.text;
          });
    if (written == before.flags.end())
        return;
    const QString words
        = u"%1: by what is told now this no longer holds, and counts no more: %2"_s.arg(
            flag.clause, flag.text);
    if (decision.notes.contains(words))
        return;
    decision.events.push_back(
        newEvent(subjectOf(before.id), CaseFlagged{written->id, flag.clause, flag.text, words}));
    decision.notes.append(words);
}

}
