#include "core/casework/cooperation/support_words.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void addWords(QStringList& parts, const QString& label, const QString& words)
{
    if (!words.isEmpty())
        parts.append(label.arg(words));
}

void addTime(QStringList& parts, const QString& label, const std::optional<Instant>& at)
{
    if (at)
        parts.append(label.arg(dateTimeText(*at)));
}

void addOlder(QStringList& parts, const OlderRoute& older)
{
    if (older.illness)
        addWords(parts, u"illness: %1"_s, spokenWords(word(*older.illness)));
    addWords(parts, u"organic cause excluded by %1"_s, older.organicExcludedBy);
    addTime(parts, u"organic cause excluded at %1"_s, older.organicExcludedAt);
    addTime(parts, u"discussed with OPMH at %1"_s, older.mdtAt);
    addWords(parts, u"before OPMH because: %1"_s, older.beforeOpmh);
}

bool isAnswer(const AlternativeRow& row, const SupportReply& reply)
{
    if (row.at != reply.at || row.reason != reply.words)
        return false;
    switch (reply.answer) {
    case SupportAnswer::Agreed:
    case SupportAnswer::Attended: return row.answer == AlternativeAnswer::Offered;
    // An earlier program called a decline not suitable.
    case SupportAnswer::Declined:
        return row.answer == AlternativeAnswer::Declined
            || row.answer == AlternativeAnswer::NotSuitable;
    default: return false;
    }
}

QString routeWords(const SupportRequest& request)
{
    if (request.via == u"opmh"_s)
        return u"via OPMH"_s;
    return request.via == u"gp"_s ? u"by the GP"_s : QString();
}

}

QString teamName(const QString& team, const Profile& profile)
{
    if (const Team* known = profile.team(team))
        return known->name;
    const ContactPoint* contact = profile.contact(team);
    return contact ? contact->name : team;
}

const SupportReply* replyOf(const SupportRequest& request, const AlternativeRow& row)
{
    if (!request.isCrisis() || row.option != Alternative::Crht
        || (!row.who.isEmpty() && row.who != request.team))
        return nullptr;
    const auto found = std::find_if(request.replies.begin(), request.replies.end(),
        [&row](const SupportReply& reply) { return isAnswer(row, reply); });
    return found == request.replies.end() ? nullptr : &*found;
}

const SupportReply* replyOf(const Case& record, const AlternativeRow& row)
{
    for (const SupportRequest& request : record.supports)
        if (const SupportReply* reply = replyOf(request, row))
            return reply;
    return nullptr;
}

QString answerWords(const Case& record, const AlternativeRow& row)
{
    const SupportReply* reply = replyOf(record, row);
    return spokenWords(reply ? word(reply->answer) : word(row.answer));
}

std::vector<SupportRequest> besideTheMatrix(const Case& record)
{
    std::vector<SupportRequest> beside;
    for (const SupportRequest& request : record.supports)
        if (request.isCrisis()
            && std::none_of(record.alternatives.begin(), record.alternatives.end(),
                [&request](const AlternativeRow& row) {
                    const SupportReply* reply = replyOf(request, row);
                    return reply && reply == &request.replies.back();
                }))
            beside.push_back(request);
    return beside;
}

QString crhtWords(const Case& record)
{
    const std::vector<SupportRequest> asked = besideTheMatrix(record);
    const AlternativeRow* row = newestRow(record, Alternative::Crht);
    if (!asked.empty()
        && (!row || asked.back().answeredAt.value_or(asked.back().askedAt) > row->at))
        return spokenWords(word(asked.back().answer));
    return row ? answerWords(record, *row) : u"not asked"_s;
}

QString organicWords(const Case& record)
{
    for (auto each = record.supports.rbegin(); each != record.supports.rend(); ++each) {
        if (each->older.organicExcludedBy.isEmpty())
            continue;
        QStringList parts;
        addWords(parts, u"by %1"_s, each->older.organicExcludedBy);
        addTime(parts, u"%1"_s,
            each->older.organicExcludedAt ? each->older.organicExcludedAt : each->gpSeenAt);
        return parts.join(u", "_s);
    }
    return {};
}

QString requestWords(const SupportRequest& request, const Profile& profile)
{
    QStringList parts{u"Asked "_s
        + (request.team.isEmpty() ? u"a crisis team"_s : teamName(request.team, profile))};
    if (request.kind != SupportKind::Other)
        parts.front() += u" for "_s + spokenWords(word(request.kind));
    if (request.mode)
        addWords(parts, u"meeting: %1"_s, spokenWords(word(*request.mode)));
    addWords(parts, u"what: %1"_s, request.what);
    addWords(parts, u"why: %1"_s, request.why);
    addTime(parts, u"for %1"_s, request.plannedAt);
    addWords(parts, u"short notice because: %1"_s, request.noticeReason);
    addWords(parts, u"%1"_s, request.trusted ? u"a trusted assessment"_s : QString());
    addWords(parts, u"%1"_s, routeWords(request));
    addTime(parts, u"seen by the GP at %1"_s, request.gpSeenAt);
    addOlder(parts, request.older);
    addWords(parts, u"discussed: %1"_s, request.discussion);
    return parts.join(u"; "_s);
}

}
