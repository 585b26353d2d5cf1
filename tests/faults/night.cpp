#include "tests/faults/night.h"

#include "db/health.h"
#include "db/resources.h"
#include "db/store_parts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>

using namespace Qt::StringLiterals;

namespace {

// "#1" stands for the identifier that the first command made, and so on.
const std::vector<const char*> night{
    R"({"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt",
        "roles": ["edt_officer", "admin"]})",
    R"({"do": "contact.log", "user": "kofi", "words": "Man on the footbridge, police with him"})",
    R"({"do": "person.add", "user": "kofi", "name": "Aaron Lisle", "born": "1999-05-09",
        "telephone": "07700 900190"})",
    R"({"do": "contact.link_person", "user": "kofi", "contact": "#1", "person": "#2"})",
    R"({"do": "contact.open_case", "user": "kofi", "contact": "#1", "title": "Under 136 at the ED"})",
    R"({"do": "case.place", "user": "kofi", "case": "#4", "kind": "ed", "detail": "Fenwick ED"})",
    R"({"do": "case.status", "user": "kofi", "case": "#4", "status": "s136",
        "start": "2026-11-18T17:40:00Z", "evidence": "ED log"})",
    R"({"do": "case.note", "user": "kofi", "case": "#4", "words": "Rang the ward: no bed yet"})",
    R"({"do": "case.task", "user": "kofi", "case": "#4", "what": "Ring the ward again",
        "due": "2026-11-18T21:00:00Z"})",
    R"({"do": "case.note", "user": "kofi", "case": "#4", "words": "Sober enough at 20:10"})",
    R"({"do": "contact.note", "user": "kofi", "contact": "#1", "words": "Police left at 19:00"})",
    R"({"do": "case.note", "user": "kofi", "case": "#4", "words": "Second doctor on the way"})",
};

QUuid actionOf(std::size_t command)
{
    return {static_cast<uint>(command) + 1, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 9};
}

std::vector<core::Event> allEvents(const db::Store& store)
{
    std::vector<core::Event> events;
    db::Rows rows = db::select(*store.parts().database,
        u"SELECT h.digest, h.envelope, b.evidence, b.late_reason, b.payload"
        " FROM header h JOIN body b ON b.place = h.place"_s);
    while (rows.next())
        events.push_back(db::readEvent(rows, 0));
    return events;
}

// A command names the records that it wrote to; opening a case names its contact as well.
QStringList recordsIn(const QJsonObject& made)
{
    QStringList ids;
    for (const QString& key : {u"case"_s, u"user"_s, u"contact"_s, u"person"_s})
        if (made.contains(key))
            ids.append(made.value(key).toString());
    return ids;
}

}

NightUnderTest::NightUnderTest()
{
    db::InitOptions options;
    options.profile = db::profileBytes(u"anyshire"_s);
    options.service = u"edt"_s;
    options.desk = u"EDT desk 1"_s;
    options.training = core::fromMillis(1795032000000); // 2026-11-18T20:00Z
    m_store = db::Store::create(path(), options);
}

QString NightUnderTest::path() const
{
    return m_folder.filePath(u"desk.db"_s);
}

std::size_t NightUnderTest::commands()
{
    return night.size();
}

bool NightUnderTest::work()
{
    m_problem.reset();
    for (std::size_t next = m_answered.size(); next < night.size(); ++next) {
        QByteArray text(night[next]);
        for (std::size_t before = 0; before < next; ++before)
            text.replace("\"#" + QByteArray::number(static_cast<qulonglong>(before)) + '"',
                '"' + recordsIn(m_answered[before].made).value(0).toUtf8() + '"');
        QJsonObject request = QJsonDocument::fromJson(text).object();
        request.insert(u"action"_s, actionOf(next).toString(QUuid::WithoutBraces));
        try {
            const db::Answer answer = m_store->submit(request);
            if (!answer.done())
                throw std::runtime_error(answer.decision.refusals.front().text.toStdString());
            m_answered.push_back({answer.action, answer.decision.made});
        } catch (const db::Error& error) {
            m_problem = error;
            return false;
        }
    }
    return true;
}

QStringList NightUnderTest::complaints() const
{
    QStringList complaints;
    if (const auto& damage = m_store->damage())
        complaints.append(damage->text);
    for (const db::Problem& problem : db::verify(*m_store).problems)
        complaints.append(u"event %1 %2"_s.arg(problem.seq).arg(problem.text));
    for (const db::Problem& problem : db::quickCheck(*m_store).problems)
        complaints.append(problem.text);
    checkAnswered(complaints);
    checkWholeActions(complaints);
    return complaints;
}

bool NightUnderTest::rebuildAgrees()
{
    const QByteArray rows = db::digestOfRows(*m_store);
    return db::rebuild(*m_store) == rows;
}

void NightUnderTest::checkAnswered(QStringList& complaints) const
{
    for (const Answered& each : m_answered)
        for (const QString& id : recordsIn(each.made))
            if (!m_store->find(id))
                complaints.append(u"%1 was answered and is gone"_s.arg(id));
    std::map<QUuid, int> stored;
    for (const core::Event& event : allEvents(*m_store))
        ++stored[event.action];
    for (const Answered& each : m_answered)
        if (!stored.contains(each.action))
            complaints.append(u"action %1 was answered and is gone"_s.arg(each.action.toString()));
}

void NightUnderTest::checkWholeActions(QStringList& complaints) const
{
    std::map<QUuid, int> stored;
    std::map<QUuid, int> promised;
    for (const core::Event& event : allEvents(*m_store)) {
        ++stored[event.action];
        promised[event.action] = event.count;
    }
    for (const auto& [action, count] : promised)
        if (stored[action] != count)
            complaints.append(u"half of action %1 is there"_s.arg(action.toString()));
}
