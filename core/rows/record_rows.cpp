#include "core/contact/gp_copy.h"
#include "core/journal/envelope.h"
#include "core/rows/cells.h"
#include "core/rows/front_door_rows.h"

using namespace Qt::StringLiterals;

namespace core {

std::vector<Row> rowsOf(const ProfileVersions& profile)
{
    std::vector<Row> rows;
    for (const PublishedProfile& each : profile.versions)
        rows.push_back({ReadTable::Profile, toHex(each.event),
            cells(profile.key, each.version, each.effective, each.from, each.approvedBy,
                each.reason, each.publishedAt, each.by, each.digest)});
    addQuestions(rows, profile);
    return rows;
}

std::vector<Row> rowsOf(const User& user)
{
    std::vector<Row> rows{{ReadTable::User, user.id.text(),
        cells(user.login, user.name, user.service, user.roles.join(u','), user.amhp, user.active)}};
    for (const Acknowledged& each : user.acknowledged)
        rows.push_back({ReadTable::Acknowledgement, each.id.text(),
            cells(user.login, each.what, each.version, each.at)});
    addQuestions(rows, user);
    return rows;
}

std::vector<Row> rowsOf(const Person& person)
{
    const PersonDetails& known = person.details;
    std::vector<Row> rows{{ReadTable::Person, person.id.text(),
        cells(known.name, known.name.value_or(QString()).simplified().toCaseFolded(),
            known.alsoKnownAs, known.born, known.estimatedAge, person.nhs, person.nhsStatus,
            known.telephone, person.telephoneKey, known.address, known.postcode, known.council,
            known.risks)}};
    addQuestions(rows, person);
    return rows;
}

std::vector<SearchText> searchTextsOf(const Person& person)
{
    const PersonDetails& known = person.details;
    std::vector<SearchText> texts;
    const auto add = [&](const QString& key, const QString& kind, const QString& text) {
        if (!text.isEmpty())
            texts.push_back({key, kind, text, person.lastRecorded});
    };
    const auto words = [](const std::optional<QString>& text) { return text.value_or(QString()); };
    add(u"name"_s, u"name"_s, words(known.name));
    add(u"also_known_as"_s, u"name"_s, words(known.alsoKnownAs));
    add(u"nhs"_s, u"number"_s, person.nhs);
    add(u"telephone"_s, u"number"_s, words(known.telephone));
    add(u"telephone_key"_s, u"number"_s, person.telephoneKey);
    add(u"postcode"_s, u"number"_s, words(known.postcode));
    add(u"address"_s, u"note"_s, words(known.address));
    add(u"local_ids"_s, u"number"_s, words(known.localIds));
    return texts;
}

static QString passedTo(const Contact& contact)
{
    if (contact.passedOn)
        return contact.passedOn->to;
    return contact.halfPassed ? contact.halfPassed->to : QString();
}

static QString gpCopyWanted(const ContactDetails& known)
{
    if (!wantsGpCopy(known))
        return {};
    return known.gpCopy ? u"asked"_s : u"follows"_s;
}

std::vector<Row> rowsOf(const Contact& contact)
{
    const ContactDetails& known = contact.details;
    const Acceptance accepted = contact.acceptance.value_or(Acceptance{});
    const CallBackPromise promised = contact.callBack.value_or(CallBackPromise{});
    const PromisedCall* next = contact.nextRingBack();
    const PromisedCall ringBack = next ? *next : PromisedCall{};
    const bool rung = !next || next->doneAt;
    std::vector<Row> rows{{ReadTable::Contact, contact.id.text(),
        cells(contact.ref, contact.receivedAt, contact.service, contact.kindOfWork, contact.handler,
            contact.handlerId, contact.words, known.channel, known.source, known.callerName,
            known.callBack, known.council, known.category, known.urgency, contact.person,
            contact.caseId, contact.state, contact.outcome, contact.closedAt, ringBack.due,
            ringBack.whom, rung ? contact.rungBackAt : std::nullopt, contact.owner.current(),
            accepted.at, accepted.by, passedTo(contact), promised.due, promised.doneAt,
            gpCopyWanted(known), known.teams.value_or(QStringList()).join(u','))}};
    addFrontDoor(rows, contact);
    for (const Sending& sending : contact.sendings)
        rows.push_back({ReadTable::Sending, sending.team,
            cells(sending.team, sending.sentAt, sending.sentTo, sending.sentBy,
                sending.acknowledgedAt, sending.acknowledgedBy, sending.acknowledgeDue)});
    addEntries(rows, contact.notes);
    addWritten(rows, contact.written);
    addQuestions(rows, contact);
    return rows;
}

std::vector<SearchText> searchTextsOf(const Contact& contact)
{
    std::vector<SearchText> texts;
    const auto add = [&](const QString& key, const QString& kind, const QString& text, Instant at) {
        if (!text.isEmpty())
            texts.push_back({key, kind, text, at});
    };
    const ContactDetails& known = contact.details;
    add({}, u"number"_s, contact.ref, contact.receivedAt);
    add(u"words"_s, u"note"_s, contact.words, contact.receivedAt);
    add(u"caller"_s, u"name"_s, known.callerName.value_or(QString()), contact.receivedAt);
    add(u"call_back"_s, u"number"_s, known.callBack.value_or(QString()), contact.receivedAt);
    for (const Note& note : contact.notes)
        add(note.id.text(), u"note"_s, note.words, note.recorded);
    return texts;
}

std::vector<Row> rowsOf(const Window& window)
{
    std::vector<Row> rows{{ReadTable::Window, window.id.text(),
        cells(window.name, window.from, window.to, window.opens, window.starts, window.breach,
            window.state, window.verbalStarted, window.verbalEnded, window.closedAt)}};
    if (const auto call = callOf(window))
        addCall(rows, *call);
    addQuestions(rows, window);
    return rows;
}

std::vector<Row> rowsOf(const Dispositions& dispositions)
{
    std::vector<Row> rows;
    const auto add = [&](const QString& key, const char16_t* kind, const Disposition& item) {
        rows.push_back({ReadTable::Disposition, key,
            cells(dispositions.window, dispositions.service, item.caseId, QString::fromUtf16(kind),
                item.reason, item.at, item.by)});
    };
    for (const Disposition& item : dispositions.items)
        add(item.caseId.text(), u"kept", item);
    for (const CaseId& staying : dispositions.staying)
        add(u"staying:"_s + staying.text(), u"staying",
            {staying, {}, dispositions.closedAt.value_or(Instant{}), {}});
    addQuestions(rows, dispositions);
    return rows;
}

std::vector<Row> rowsOf(const Sitrep& sitrep)
{
    std::vector<Row> rows{{ReadTable::Sitrep, sitrep.id.text(),
        cells(sitrep.number, sitrep.from, sitrep.to, sitrep.issuedAt, sitrep.issuedBy,
            sitrep.superseded)}};
    addQuestions(rows, sitrep);
    return rows;
}

}
