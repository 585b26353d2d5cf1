#include "db/import_reach.h"

#include "core/conflict/foreign.h"
#include "core/exchange/authority.h"
#include "core/exchange/sharing.h"
#include "db/desk_services.h"
#include "db/store_parts.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

ImportReach::ImportReach(const Store& store)
    : m_store(store)
    , m_services(servicesOfDesks(store)) { }

void ImportReach::note(const Event& event, const Author& author)
{
    if (event.type != QLatin1StringView(CaseShared::type))
        return;
    const auto shared = readPayload<CaseShared>(event.payload);
    const QString itself = subjectText(event.subject);
    m_noted[itself].push_back({itself, shared.with, author.services.value(0)});
    for (const QString& subject : shared.subjects)
        m_noted[subject].push_back({subject, shared.with, author.services.value(0)});
}

QString ImportReach::problemOf(const Event& event, const Author& author) const
{
    const QString from = author.services.value(0);
    const QString& own = m_store.service();
    if (from != own && beginsRecord(event.type)
        && beginnerOf(m_store.parts(), m_services, event.subject) == own)
        return u"“%1” claims to have begun a record that “%2” began"_s.arg(author.name, own);
    if (from != own && event.subject.kind == SubjectKind::Case
        && beginnerOf(m_store.parts(), m_services, event.subject) == own
        && !isShared(event.subject, from))
        return u"“%1” wrote to a case of “%2” that was not shared with it"_s.arg(author.name, own);
    const bool shared = from != own
        && ((event.subject.kind == SubjectKind::Escalation && isShared(event.subject, from))
            || (event.subject.kind == SubjectKind::Alert
                && (isTheirs(event.subject, from) || isGivenTo(event.subject, from))));
    if (mayWrite(event.subject.kind, from, own, shared))
        return {};
    return u"“%1” wrote to a record of the kind “%2”, which belongs to “%3” alone"_s.arg(
        author.name, word(event.subject.kind), own);
}

// A record that is not here yet is taken to be theirs.
bool ImportReach::isTheirs(const Subject& subject, const QString& from) const
{
    const QString beginner = beginnerOf(m_store.parts(), m_services, subject);
    return beginner.isEmpty() || beginner == from;
}

// Whoever is to know tonight also says that it came up, or that it is over. HO-2.1f
bool ImportReach::isGivenTo(const Subject& subject, const QString& from) const
{
    const auto alert = m_store.records().alert(AlertId{subject.id});
    return alert && alert->service == from;
}

// What was shared with the own service by itself, or by a third, lets `from` write nothing.
bool ImportReach::isShared(const Subject& subject, const QString& from) const
{
    const QString text = subjectText(subject);
    const auto noted = m_noted.find(text);
    std::vector<ShareClaim> claims
        = noted == m_noted.end() ? std::vector<ShareClaim>{} : noted->second;
    Rows rows = select(
        *m_store.parts().database, u"SELECT service, desk FROM share WHERE shared = ?"_s, {text});
    while (rows.next()) {
        const auto by = m_services.find(rows.text(1));
        claims.push_back({text, rows.text(0), by == m_services.end() ? QString() : by->second});
    }
    const QString beginner
        = isTheirs(subject, from) ? from : beginnerOf(m_store.parts(), m_services, subject);
    const std::vector<bool> counts = claimsThatCount(claims, {{text, beginner}}, m_store.service());
    for (std::size_t at = 0; at < claims.size(); ++at)
        if (counts[at]
            && (claims[at].with == from
                || (claims[at].with == m_store.service() && claims[at].by == from)))
            return true;
    return false;
}

}
