#include "app/cli/list_verb.h"

#include "app/cli/opened.h"
#include "app/cli/sitrep_rows.h"
#include "core/escalation/escalation_rules.h"
#include "core/frontdoor/limited_view.h"
#include "core/handover/unconfirmed.h"
#include "core/rows/row.h"
#include "core/time/london.h"
#include "db/lists.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QStringList tableNames()
{
    return core::wordsOf<core::ReadTable>();
}

/// A word and what it may be the plural of.
QStringList singulars(const QString& wanted)
{
    QStringList forms{wanted};
    if (wanted == u"people"_s)
        forms.append(u"person"_s);
    if (wanted.endsWith(u's'))
        forms.append(wanted.chopped(1));
    if (wanted.endsWith(u"ies"_s))
        forms.append(wanted.chopped(3) + u'y');
    else if (wanted.endsWith(u"es"_s))
        forms.append(wanted.chopped(2));
    if (wanted == u"handovers"_s || wanted == u"handover"_s)
        forms.append(u"handover_item"_s);
    return forms;
}

/// What people call a table whose own name is another.
QString alias(const QString& wanted)
{
    static const QHash<QString, QString> known{{u"handovers"_s, u"handover_item"_s},
        {u"handover"_s, u"handover_item"_s}, {u"transfers"_s, u"handover_item"_s},
        {u"calls"_s, u"attempt"_s}, {u"doctors"_s, u"doctor_call"_s},
        {u"call_backs"_s, u"ring_back"_s}, {u"duties"_s, u"duty"_s},
        {u"unconfirmed"_s, u"edt_record"_s}};
    return known.value(wanted, wanted);
}

/// "cases", "case" → the table "case"; empty when there is none.
QString tableNamed(const QString& wanted)
{
    const QStringList names = tableNames();
    const QStringList forms = singulars(alias(QString(wanted).replace(u'-', u'_')));
    const auto found = std::find_if(
        forms.begin(), forms.end(), [&](const QString& form) { return names.contains(form); });
    return found == forms.end() ? QString() : *found;
}

/// False after saying that the number is none.
bool readLimit(Call& call, const QCommandLineParser& parser, int& limit)
{
    if (!parser.isSet(u"limit"_s))
        return true;
    bool isNumber = false;
    limit = parser.value(u"limit"_s).toInt(&isNumber);
    if (isNumber && limit >= 0)
        return true;
    wrongUsage(call, u"“%1” is no number of rows."_s.arg(parser.value(u"limit"_s)),
        u"Write --limit 20."_s);
    return false;
}

/// For people a moment is London time; no count and no number of a row is as large as an instant.
QJsonObject forPeople(QJsonObject row)
{
    constexpr double anInstant = 1e11;
    for (auto each = row.begin(); each != row.end(); ++each)
        if (each.value().isDouble() && each.value().toDouble() >= anInstant)
            each.value() = core::dateTimeText(core::fromMillis(each.value().toInteger()));
    return row;
}

void printJson(Call& call, const QJsonObject& object)
{
    call.out << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
}

bool readWhere(Call& call, const QStringList& terms, db::Query& query)
{
    for (const QString& term : terms) {
        const qsizetype equals = term.indexOf(u'=');
        if (equals < 1) {
            wrongUsage(
                call, u"“%1” is no condition."_s.arg(term), u"Write --where column=value."_s);
            return false;
        }
        query.where[term.left(equals)] = term.mid(equals + 1);
    }
    return true;
}

// By the name of its read table, which is that of the record.
QStringList hiddenColumns(
    const core::User* user, const core::Profile& profile, const QString& table)
{
    const auto kind = core::fromWord<core::SubjectKind>(table);
    return kind ? core::hiddenFields(user, profile, *kind) : QStringList();
}

QJsonObject without(const QStringList& hidden, QJsonObject object)
{
    for (const QString& field : hidden)
        object.remove(field);
    return object;
}

// What is withheld is named: who reads it knows that there is more.
QJsonObject withheld(const QStringList& hidden, QJsonObject history)
{
    QJsonArray events = history.value(u"events"_s).toArray();
    for (auto&& each : events) {
        QJsonObject event = each.toObject();
        const QJsonObject payload = event.value(u"payload"_s).toObject();
        const QJsonObject seen = without(hidden, payload);
        if (seen == payload)
            continue;
        QJsonArray names;
        for (const QString& field : hidden)
            if (payload.contains(field))
                names.append(field);
        event.insert(u"payload"_s, seen);
        event.insert(u"withheld"_s, names);
        each = event;
    }
    history.insert(u"events"_s, events);
    return history;
}

QJsonObject limitedRow(const QJsonObject& row)
{
    QJsonObject seen;
    for (const QString& column : core::limitedCaseColumns())
        if (row.contains(column))
            seen.insert(column, row.value(column));
    return seen;
}

int printRows(Call& call, const db::Store& store, const db::Query& query)
{
    const auto user = store.records().userNamed(call.user);
    const core::Profile& profile = store.calendar().profile();
    if (const auto refusal = core::refuseToList(user.get(), profile, query.table))
        return refusedTo(call, *refusal);
    const bool limited = query.table == u"case"_s && core::isLimited(user.get(), profile);
    const QStringList hidden = hiddenColumns(user.get(), profile, query.table);
    for (const QJsonObject& row : listed(store, query)) {
        const QJsonObject seen = limited ? limitedRow(row) : without(hidden, row);
        printJson(call, call.json ? seen : forPeople(seen));
    }
    return Done;
}

// A concern about professional practice is for managers and whoever raised it. ESC-1.6
std::optional<core::Refusal> refuseToShow(
    const db::Store& store, const core::Subject& subject, const QString& login)
{
    const auto user = store.records().userNamed(login);
    if (auto refusal = core::refuseToRead(user.get(), store.calendar().profile(), subject.kind))
        return refusal;
    const auto concern = store.records().escalation({subject.id});
    if (subject.kind != core::SubjectKind::Escalation || !concern)
        return {};
    return core::refuseToSee(*concern, user.get(), store.calendar().profile());
}

}

int listVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"kind"_s, u"A read table: "_s + tableNames().join(u", "));
    parser.addOptions({{u"where"_s, u"Only rows whose column has this value; may be repeated"_s,
                           u"COLUMN=VALUE"_s},
        {u"order"_s, u"Column to sort by"_s, u"COLUMN"_s}, {u"descending"_s, u"Largest first"_s},
        {u"limit"_s, u"At most so many"_s, u"N"_s}});
    if (!parse(call, parser, "list", 1))
        return Usage;
    const QString wanted = parser.positionalArguments().value(0);
    db::Query query;
    query.table = tableNamed(wanted);
    if (query.table.isEmpty())
        return wrongUsage(call,
            wanted.isEmpty() ? u"What to list is missing."_s
                             : u"There is nothing called “%1” to list."_s.arg(wanted),
            u"Choose one of: %1; or handovers, calls, doctors, unconfirmed."_s.arg(
                tableNames().join(u", ")));
    if (wanted == u"unconfirmed"_s) // HO-4.2a: records of which nobody has telephoned yet
        query.where[u"state"_s] = core::word(core::EdtRecordState::Unconfirmed);
    if (!readWhere(call, parser.values(u"where"_s), query) || !readLimit(call, parser, query.limit))
        return Usage;
    query.orderBy = parser.value(u"order"_s);
    query.descending = parser.isSet(u"descending"_s);
    return withStore(
        call, db::Access::Read, [&](db::Store& store) { return printRows(call, store, query); });
}

int showVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"id"_s, u"An identifier or a reference"_s);
    if (!parse(call, parser, "show", 1))
        return Usage;
    const QString reference = parser.positionalArguments().value(0);
    if (reference.isEmpty())
        return wrongUsage(call, u"What to show is missing."_s,
            u"Give an identifier or a reference such as C-2026-11-18-001."_s);
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        const auto subject = store.find(reference);
        if (!subject)
            return wrongUsage(call, u"Nothing here is called “%1”."_s.arg(reference),
                u"`dutydesk-cli list cases` shows references."_s);
        if (const auto refusal = refuseToShow(store, *subject, call.user))
            return refusedTo(call, *refusal);
        const auto user = store.records().userNamed(call.user);
        const QStringList hidden
            = core::hiddenFields(user.get(), store.calendar().profile(), subject->kind);
        call.out << QJsonDocument(withheld(hidden, db::history(store, *subject))).toJson();
        return static_cast<int>(Done);
    });
}

int searchVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"words"_s, u"Words, each may be a beginning"_s);
    if (!parse(call, parser, "search", call.arguments.size()))
        return Usage;
    const QString words = parser.positionalArguments().join(u' ');
    if (words.trimmed().isEmpty())
        return wrongUsage(
            call, u"The words to look for are missing."_s, u"Give one or more words."_s);
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        const auto user = store.records().userNamed(call.user);
        for (const db::Found& found : db::search(store, words)) {
            if (core::refuseToRead(user.get(), store.calendar().profile(), found.subject.kind))
                continue;
            printJson(call,
                {{u"kind"_s, core::word(found.subject.kind)},
                    {u"id"_s, found.subject.id.toString(QUuid::WithoutBraces)},
                    {u"in"_s, found.kind},
                    {u"excerpt"_s, QString(found.excerpt).remove(u'\x02').remove(u'\x03')},
                    {u"at"_s, core::isoText(found.at)}});
        }
        return static_cast<int>(Done);
    });
}

}
