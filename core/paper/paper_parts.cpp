#include "core/paper/paper_parts.h"

#include "core/casework/held.h"
#include "core/casework/printed_words.h"
#include "core/text/identifiers.h"
#include "core/time/london.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace core {

// A clock of a contact stands on no case.
static QString refOf(const Deadline& clock, const Records& records)
{
    if (const auto record = records.caseRecord(clock.caseId))
        return record->ref;
    if (clock.subject.kind != SubjectKind::Contact)
        return {};
    const auto contact = records.contact({clock.subject.id});
    return contact ? contact->ref : QString();
}

Grid clocksGrid(const std::vector<Deadline>& clocks, Instant printedAt, const Records* cases)
{
    Grid grid;
    grid.columns = {{u"Clock"_s, 34}, {u"Due"_s, 24}, {u"At printing"_s, 22}, {u"Who"_s, 18},
        {u"Clause"_s, 13}};
    if (cases)
        grid.columns.insert(grid.columns.begin(), {u"Case, contact"_s, 28});
    for (const Deadline& clock : clocks) {
        const bool expired = alarmAt(clock, printedAt) == Alarm::Expired;
        TableRow row{{Words(clock.title, Ink::Strong), Words(zonedText(clock.due)),
                         Words(stateText(clock, printedAt), expired ? Ink::Alert : Ink::Plain),
                         Words(clock.who), Words(clock.clause, Ink::Quiet)},
            false};
        if (cases)
            row.cells.insert(row.cells.begin(), Words(refOf(clock, *cases)));
        grid.rows.push_back(std::move(row));
    }
    grid.whenEmpty = u"No clock is running."_s;
    return grid;
}

QString ageText(const Person& person, Instant at)
{
    const PersonDetails& details = person.details;
    const auto age = ageOn(person, dateOf(at));
    if (details.born && age)
        return u"%1, born %2"_s.arg(
            QString::number(*age), QLocale::c().toString(*details.born, u"d MMM yyyy"_s));
    if (!age)
        return {};
    const QString basis = details.ageBasis.value_or(QString());
    return basis.isEmpty() ? u"about %1"_s.arg(*age) : u"about %1 (%2)"_s.arg(*age).arg(basis);
}

void addIdentity(Facts& facts, const Person* person, Instant at)
{
    if (!person)
        return addFact(facts, u"Person"_s, u"not yet known"_s);
    addFact(facts, u"Person"_s, person->displayName(), Ink::Strong);
    const QString age = ageText(*person, at);
    addFact(facts, u"Age"_s, age.isEmpty() ? u"not yet known"_s : age);
    const QString verified
        = person->nhsStatus == NhsStatus::PresentVerified ? u" (verified)"_s : u" (not verified)"_s;
    addFact(facts, u"NHS number"_s,
        person->nhs.isEmpty() ? u"not known"_s : nhsNumberText(person->nhs) + verified);
}

QString statusText(const Case& record)
{
    QStringList told;
    for (const HeldStatus& held : statusesByExpiry(record, statusesNow(record))) {
        const StatusEpisode& each = held.episode;
        const QString since = u"%1 since %2"_s.arg(shown(each.status), dateTimeText(each.start));
        told.append(each.evidence.isEmpty() ? since : u"%1 (%2)"_s.arg(since, each.evidence));
    }
    return told.join(u"; "_s);
}

QString placeText(const Case& record)
{
    if (record.place.empty())
        return {};
    const Place place = record.place.current();
    QString text = shown(place.kind);
    if (!place.detail.isEmpty())
        text += u", "_s + place.detail;
    return place.planned ? u"planned: "_s + text : text;
}

QString whoText(const Case& record, const Person* person)
{
    return person ? person->displayName() : record.title;
}

Words wordsOf(const QString& text, bool corrected)
{
    return {text, corrected ? Ink::Struck : Ink::Plain};
}

}
