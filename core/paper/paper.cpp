#include "core/paper/paper.h"

#include "core/profile/holiday_note.h"
#include "core/time/london.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace core {

Words::Words(QString text, Ink ink)
{
    add(std::move(text), ink);
}

Words& Words::add(QString text, Ink ink)
{
    if (!text.isEmpty())
        runs.push_back({std::move(text), ink});
    return *this;
}

Words& Words::line(QString text, Ink ink)
{
    if (text.isEmpty())
        return *this;
    if (!runs.empty())
        runs.push_back({u"\n"_s, Ink::Plain});
    return add(std::move(text), ink);
}

bool Words::isEmpty() const
{
    return runs.empty();
}

QString Words::plain() const
{
    QString text;
    for (const Run& run : runs)
        text += run.ink == Ink::Struck ? u"[corrected: %1]"_s.arg(run.text) : run.text;
    return text;
}

PaperFrame frameOf(
    const Profile& profile, const QString& service, const QString& printedBy, Instant printedAt)
{
    const Service* known = profile.service(service);
    return {profile.marking.isEmpty() ? u"OFFICIAL-SENSITIVE – PERSONAL"_s : profile.marking,
        profile.setting(u"not_controlled_footer"_s,
            u"Not controlled when printed: the record on the desk may have moved on. Keep it with "
            u"you; dispose of it as confidential waste."_s),
        known ? known->name : service, printedBy, printedAt, {}};
}

PaperFrame frameOf(const ServiceCalendar& calendar, const QString& service,
    const QString& printedBy, Instant printedAt)
{
    PaperFrame frame = frameOf(calendar.profile(), service, printedBy, printedAt);
    frame.standing = holidayNote(calendar, dateOf(printedAt));
    return frame;
}

Paper paperOf(const PaperFrame& frame, QString kind, QString title, QString ref)
{
    Paper paper;
    paper.kind = std::move(kind);
    paper.marking = frame.marking;
    paper.footer = frame.footer;
    paper.title = std::move(title);
    paper.service = frame.service;
    paper.ref = std::move(ref);
    paper.printedBy = frame.printedBy;
    paper.printedAt = frame.printedAt;
    paper.standing = frame.standing;
    return paper;
}

QString recordVersion(const std::vector<const RecordBase*>& records)
{
    std::vector<Digest> heads;
    int events = 0;
    for (const RecordBase* record : records) {
        heads.insert(heads.end(), record->heads.begin(), record->heads.end());
        events += record->eventCount;
    }
    std::sort(heads.begin(), heads.end());
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const Digest& head : heads)
        hash.addData(QByteArray(
            reinterpret_cast<const char*>(head.data()), static_cast<qsizetype>(head.size())));
    return u"v%1-%2"_s.arg(
        QString::number(events), QString::fromLatin1(hash.result().toHex().left(8)));
}

QString zonedText(Instant at)
{
    const LocalTime local = localOf(at);
    return u"%1 %2 %3"_s.arg(dateText(local.date), local.time.toString(u"HH:mm"_s), zoneName(at));
}

QString printedText(const Paper& paper)
{
    const QString by = paper.printedBy.isEmpty() ? QString() : u" by "_s + paper.printedBy;
    return u"Printed "_s + zonedText(paper.printedAt) + by;
}

void addFact(Facts& facts, const QString& label, const QString& value, Ink ink)
{
    if (!value.isEmpty())
        facts.facts.push_back({label, Words(value, ink)});
}

}
