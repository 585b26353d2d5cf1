#include "core/paper/chronicle_support.h"

#include "core/casework/cooperation/support_words.h"
#include "core/text/people_words.h"

using namespace Qt::StringLiterals;

namespace core::chronicle {

void addSupports(Lines& lines, const Case& record, const Profile& profile)
{
    for (const SupportRequest& request : record.supports) {
        add(lines, request.askedAt, "support", requestWords(request, profile), request.by);
        const QString team
            = request.team.isEmpty() ? u"The crisis team"_s : teamName(request.team, profile);
        for (const SupportReply& reply : request.replies)
            add(lines, reply.at, "support",
                joined({u"%1: %2"_s.arg(team, spokenWords(word(reply.answer))), reply.words,
                    reply.rescreened ? u"screened again"_s : QString()}),
                reply.by);
    }
}

void addAlternatives(Lines& lines, const Case& record, const Profile& profile)
{
    for (const AlternativeRow& row : record.alternatives)
        if (!replyOf(record, row))
            add(lines, row.at, "alternative",
                joined({u"Alternative: %1, %2"_s.arg(
                            spokenWords(word(row.option)), spokenWords(word(row.answer))),
                    teamName(row.who, profile), row.reason}));
}

}
