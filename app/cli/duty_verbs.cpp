#include "app/cli/duty_verbs.h"

#include "app/cli/opened.h"
#include "app/cli/service_option.h"
#include "core/duty/duty_period.h"
#include "core/duty/end_of_duty.h"
#include "core/duty/unsent.h"
#include "core/handover/handover_call.h"
#include "core/handover/prepared_list.h"
#include "core/handover/unconfirmed.h"
#include "core/handover/window.h"
#include "core/paper/plain_text.h"
#include "core/time/london.h"
#include "core/time/typed_time.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace core;

namespace cli {

namespace {

void printLine(Call& call, const QJsonObject& object)
{
    call.out << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
}

void put(QJsonObject& object, const QString& key, const std::optional<Instant>& at)
{
    if (at)
        object.insert(key, isoText(*at));
}

DutyPeriod periodOf(const db::Store& store, const QString& service)
{
    const Instant now = store.now();
    if (const auto period = dutyPeriodAt(store.calendar(), service, now))
        return *period;
    return lastDutyPeriod(store.calendar(), service, now).value_or(DutyPeriod{service, now, now});
}

QJsonObject windowJson(const WindowTimes& times, const db::Store& store)
{
    const auto window
        = store.records().window(windowId(store.calendar().profile().key, times.name()));
    const QString state = missed(times, window.get(), store.now()) ? u"missed"_s
        : window && window->openedAt                               ? word(window->state)
                                                                   : u"scheduled"_s;
    QJsonObject json{{u"name"_s, times.name()}, {u"from"_s, times.from}, {u"to"_s, times.to},
        {u"opens"_s, isoText(times.opens)}, {u"starts"_s, isoText(times.starts)},
        {u"breach"_s, isoText(times.breach)}, {u"state"_s, state}};
    if (!window)
        return json;
    put(json, u"verbal_started"_s, window->verbalStarted);
    put(json, u"verbal_ended"_s, window->verbalEnded);
    json.insert(u"verbal"_s, word(verbalTiming(*window)));
    json.insert(u"coordinators"_s, coordinatorNames(*window));
    if (const auto call = callOf(*window))
        json.insert(u"spoke"_s, speakersText(*call, store.calendar().profile()));
    return json;
}

void printUnwritten(Call& call, const std::vector<NotYetWritten>& lines, const QString& name)
{
    for (const NotYetWritten& each : lines)
        printLine(call,
            {{u"list"_s, name}, {u"ref"_s, each.ref}, {u"what"_s, each.what},
                {u"person"_s, each.person}, {u"system"_s, each.system},
                {u"since"_s, isoText(each.since)}});
}

void printOwed(Call& call, const std::vector<OwedAtEnd>& lines)
{
    for (const OwedAtEnd& each : lines)
        printLine(call,
            {{u"list"_s, u"owed"_s}, {u"ref"_s, each.ref}, {u"person"_s, each.person},
                {u"clause"_s, each.owed.clause}, {u"what"_s, each.owed.text}});
}

void printUnconfirmed(Call& call, const QString& service, const db::Store& store)
{
    for (const Unconfirmed& each :
        unconfirmedFor(service, store.records(), store.calendar().profile()))
        printLine(call,
            {{u"list"_s, u"unconfirmed"_s}, {u"ref"_s, each.ref}, {u"what"_s, each.text()},
                {u"worker"_s, each.received.worker}, {u"team"_s, each.received.team},
                {u"telephone"_s, each.received.telephone}, {u"responsible"_s, each.from},
                {u"since"_s, isoText(each.received.receivedAt)}});
}

void printSendList(Call& call, const db::Store& store, const DutyPeriod& period)
{
    const Profile& profile = store.calendar().profile();
    for (const SendLine& each : linesToSend(period, store.records(), profile)) {
        QJsonObject json{{u"list"_s, u"send"_s}, {u"team"_s, each.team},
            {u"team_name"_s, each.teamName}, {u"email"_s, each.email}, {u"ref"_s, each.ref},
            {u"why"_s, each.why}, {u"owed"_s, each.owed}};
        put(json, u"sent"_s, each.sentAt);
        put(json, u"acknowledged"_s, each.acknowledgedAt);
        printLine(call, json);
    }
}

std::optional<QString> caseText(const QString& what, const Subject& subject, const db::Store& store)
{
    const Records& records = store.records();
    const Profile& profile = store.calendar().profile();
    const auto contact = records.contact({subject.id});
    if (what == u"contact"_s && contact)
        return contactText(*contact, records.person(contact->person).get(), profile);
    const auto record = records.caseRecord({subject.id});
    if (!record)
        return {};
    const auto person = records.person(record->person);
    if (what == u"assessment"_s)
        return assessmentText(*record, person.get(), profile);
    if (what == u"chronology"_s)
        return caseChronologyText(*record, person.get(),
            periodOf(store, record->responsible.current()), store.calendar());
    return {};
}

}

int windowsVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOption({u"date"_s, u"The day; today when left out"_s, u"DATE"_s});
    if (!parse(call, parser, "windows"))
        return Usage;
    return withStore(call, db::Access::Read, [&](db::Store& store) -> int {
        QDate date = dateOf(store.now());
        if (parser.isSet(u"date"_s)) {
            const auto read = readTypedDate(parser.value(u"date"_s));
            if (const auto* problem = std::get_if<TimeProblem>(&read))
                return wrongUsage(call, problem->text, problem->mend);
            date = std::get<QDate>(read);
        }
        for (const WindowTimes& times : store.calendar().windowsOn(date))
            printLine(call, windowJson(times, store));
        return Done;
    });
}

int morningListVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOption({u"service"_s, u"The service; the desk's when left out"_s, u"KEY"_s});
    if (!parse(call, parser, "morning-list"))
        return Usage;
    return withStore(call, db::Access::Read, [&](db::Store& store) -> int {
        QString service = store.service();
        if (!readService(call, parser.value(u"service"_s), store.calendar().profile(), service))
            return Usage;
        for (const MorningItem& each :
            morningList(service, store.records(), store.calendar().profile()))
            printLine(call,
                {{u"ref"_s, each.ref}, {u"title"_s, each.title}, {u"council"_s, each.council},
                    {u"teams"_s, QJsonArray::fromStringList(each.teams)},
                    {u"left_for"_s, each.leftFor}});
        return Done;
    });
}

int endOfDutyVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOption({u"service"_s, u"The service; the desk's when left out"_s, u"KEY"_s});
    if (!parse(call, parser, "end-of-duty"))
        return Usage;
    return withStore(call, db::Access::Read, [&](db::Store& store) -> int {
        QString service = store.service();
        if (!readService(call, parser.value(u"service"_s), store.calendar().profile(), service))
            return Usage;
        const DutyPeriod period = periodOf(store, service);
        const Profile& profile = store.calendar().profile();
        printUnwritten(
            call, unwrittenAtEnd(period, store.records(), store.calendar()), u"not_written"_s);
        printUnwritten(
            call, notYetDistributed(period, store.records(), profile), u"not_distributed"_s);
        printOwed(call, owedAtEndOfDuty(period, store.records()));
        printUnconfirmed(call, service, store);
        printSendList(call, store, period);
        return Done;
    });
}

int textVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"what"_s, u"contact, assessment, chronology or night"_s);
    parser.addPositionalArgument(u"id"_s, u"The contact or case; none for night"_s);
    if (!parse(call, parser, "text", 2))
        return Usage;
    const QString what = parser.positionalArguments().value(0);
    const QString reference = parser.positionalArguments().value(1);
    return withStore(call, db::Access::Read, [&](db::Store& store) -> int {
        if (what == u"night"_s) {
            call.out << nightChronologyText(
                periodOf(store, store.service()), store.records(), store.calendar());
            return Done;
        }
        const auto subject = store.find(reference);
        const auto text = subject ? caseText(what, *subject, store) : std::nullopt;
        if (!text)
            return wrongUsage(call, u"There is no “%1” of “%2”."_s.arg(what, reference),
                u"Ask for contact, assessment or chronology with a reference, or for night."_s);
        call.out << *text;
        return Done;
    });
}

}
