#include "core/handover/handover_code.h"

#include "core/exchange/word_code.h"
#include "core/journal/field_bytes.h"

#include <QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int wordsOfACode = 3;

Digest hashOf(const QByteArray& bytes)
{
    return digestFrom(QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256))
        .value_or(Digest{});
}

void put(FieldWriter& out, const std::optional<Instant>& at)
{
    out.number(at ? toMillis(*at) : 0);
}

void putProposal(FieldWriter& out, const HandoverItem& item)
{
    for (const QString& text : {item.transferNumber, item.windowName, item.from, item.to,
             word(item.purpose), word(item.reason), item.words, item.ipass.illness,
             item.ipass.summary, item.ipass.actions, item.ipass.contingency, item.proposedBy})
        out.text(text);
    out.number(toMillis(item.proposedAt));
    out.number(static_cast<qint64>(item.clocks.size()));
    for (const ClockSnapshot& clock : item.clocks) {
        out.text(clock.kind);
        out.text(clock.title);
        out.number(toMillis(clock.due));
    }
    out.number(item.warrant ? 1 : 0);
    for (const QString& text : {item.warrantLead, item.warrantManager, item.warrantActions})
        out.text(text);
    put(out, item.warrantLeadAt);
    put(out, item.warrantManagerAt);
}

// In an order that does not depend on how the record came together.
std::vector<ClockFact> runningClocksOf(const Case& record)
{
    std::vector<ClockFact> running;
    std::copy_if(record.clocks.begin(), record.clocks.end(), std::back_inserter(running),
        [](const ClockFact& clock) { return clock.state == ClockState::Running; });
    std::sort(running.begin(), running.end(), [](const ClockFact& a, const ClockFact& b) {
        return std::tie(a.due, a.kind, a.title) < std::tie(b.due, b.kind, b.title);
    });
    return running;
}

void putPerson(FieldWriter& out, const Person* person)
{
    const Person unknown;
    const Person& who = person ? *person : unknown;
    out.text(who.details.name.value_or(QString()));
    out.text(who.details.born ? who.details.born->toString(Qt::ISODate) : QString());
    out.text(who.nhs.isEmpty() ? who.details.nhsNumber.value_or(QString()) : who.nhs);
    out.text(word(who.nhsStatus));
}

void putDocuments(FieldWriter& out, const Case& record)
{
    std::vector<std::array<QString, 3>> documents;
    for (const Document& document : record.documents)
        documents.push_back({word(document.kind), word(document.state), document.fileHash});
    std::sort(documents.begin(), documents.end());
    out.number(static_cast<qint64>(documents.size()));
    for (const auto& document : documents)
        for (const QString& text : document)
            out.text(text);
}

void putCase(FieldWriter& out, const Case& record)
{
    const StatusEpisode* status = record.currentStatus();
    out.text(status ? word(status->status) : QString());
    out.number(status ? toMillis(status->start) : 0);
    const bool placed = !record.place.empty();
    out.text(placed ? word(record.place.current().kind) : QString());
    out.text(placed ? record.place.current().detail : QString());
    const std::vector<ClockFact> clocks = runningClocksOf(record);
    out.number(static_cast<qint64>(clocks.size()));
    for (const ClockFact& clock : clocks) {
        out.text(clock.kind);
        out.text(clock.title);
        out.number(toMillis(clock.start));
        out.number(toMillis(clock.due));
    }
}

}

QByteArray handoverBytes(const Case& record, const Person* person, const HandoverItem& item)
{
    FieldWriter out("dutydesk.handover");
    out.id(record.id.value);
    out.text(record.ref);
    putProposal(out, item);
    putCase(out, record);
    out.text(record.title);
    putPerson(out, person);
    putDocuments(out, record);
    return out.taken();
}

QStringList handoverCode(const Case& record, const Person* person, const HandoverItem& item)
{
    return wordCode(hashOf(handoverBytes(record, person, item)), wordsOfACode);
}

QString codeCovers()
{
    return u"the proposal, the title of the case, the person's name, birth date and NHS number, "
           u"the "
           u"legal status, the place, the running clocks and the documents"_s;
}

QStringList sessionCode(const std::vector<HandedOver>& all)
{
    if (all.empty())
        return {};
    std::vector<Digest> digests;
    digests.reserve(all.size());
    for (const HandedOver& each : all)
        digests.push_back(hashOf(handoverBytes(*each.record, each.person.get(), each.item)));
    std::sort(digests.begin(), digests.end());
    FieldWriter out("dutydesk.handovers");
    out.digests(digests);
    return wordCode(hashOf(out.taken()), wordsOfACode);
}

}
