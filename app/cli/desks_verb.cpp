#include "app/cli/answers.h"
#include "app/cli/exchange_verbs.h"
#include "app/cli/opened.h"
#include "core/time/london.h"
#include "core/time/typed_time.h"
#include "db/desks.h"
#include "db/exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void print(Call& call, const QJsonObject& answer)
{
    call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
}

QJsonObject toJson(const db::Introduced& introduced)
{
    const core::Introduction& desk = introduced.introduction;
    QJsonObject json{{u"desk"_s, desk.desk}, {u"name"_s, desk.name},
        {u"services"_s, QJsonArray::fromStringList(desk.services)}, {u"area"_s, desk.area},
        {u"letter"_s, desk.letter}, {u"training"_s, desk.training},
        {u"until"_s, desk.until ? core::isoText(*desk.until) : QString()},
        {u"code"_s, introduced.code.join(u' ')}};
    if (!introduced.otherName.isEmpty())
        json.insert(u"caution"_s,
            u"The file's own line calls it “%1”. That line is not signed: the desk's name is “%2”."_s
                .arg(introduced.otherName, desk.name));
    return json;
}

QString standingOf(const db::ListedDesk& desk, core::Instant now)
{
    return desk.own ? u"own"_s : core::word(core::standingOf(desk.trusted, now));
}

QJsonObject toJson(const db::ListedDesk& desk, core::Instant now)
{
    QJsonObject json{{u"desk"_s, desk.desk}, {u"name"_s, desk.name}, {u"service"_s, desk.service},
        {u"seq"_s, desk.seq}, {u"standing"_s, standingOf(desk, now)}};
    if (desk.heard)
        json.insert(u"heard"_s, core::isoText(*desk.heard));
    if (desk.has)
        json.insert(u"has"_s, *desk.has);
    if (desk.forkedAt)
        json.insert(u"forked_at"_s, *desk.forkedAt);
    if (!desk.doubts.isEmpty())
        json.insert(u"say"_s, desk.doubts.join(u' '));
    if (desk.trusted && desk.trusted->withdrawn) {
        json.insert(u"last_believed"_s, desk.trusted->withdrawn->lastSeq);
        json.insert(u"why"_s, desk.trusted->withdrawn->why);
    }
    if (desk.trusted && desk.trusted->believed.lead)
        json.insert(u"lead"_s, true);
    if (desk.trusted && !desk.trusted->vouchedBy.isEmpty())
        json.insert(u"vouched_by"_s, desk.trusted->vouchedBy);
    return json;
}

int listAll(Call& call)
{
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        for (const db::ListedDesk& desk : db::listDesks(store))
            print(call, toJson(desk, store.now()));
        for (const db::HeldBundle& held : db::heldBundles(store))
            print(call,
                {{u"held"_s, held.name}, {u"at"_s, core::isoText(held.at)}, {u"why"_s, held.why}});
        return static_cast<int>(Done);
    });
}

int introduceSelf(Call& call, const QCommandLineParser& parser, const QString& file)
{
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        std::optional<core::Instant> until;
        if (parser.isSet(u"until"_s)) {
            const auto read = core::readTypedDue(parser.value(u"until"_s), store.now());
            if (const auto* problem = std::get_if<core::TimeProblem>(&read))
                return wrongUsage(call, problem->text, problem->mend);
            until = std::get<core::Instant>(read);
        }
        const db::Introduced made = db::introduce(store, file, until);
        QJsonObject answer = toJson(made);
        answer.insert(u"ok"_s, true);
        answer.insert(u"file"_s, file);
        answer.insert(u"say"_s,
            u"Send the file to the other desk. Ring a number that you know and read out: %1."_s.arg(
                made.code.join(u", ")));
        print(call, answer);
        return static_cast<int>(Done);
    });
}

QString sayBefore(const QString& standing)
{
    if (standing == u"own"_s)
        return u"This is the introduction of this desk itself: send it to the other desks."_s;
    if (standing == u"trusted"_s)
        return u"This desk trusts it already."_s;
    if (standing == u"vouched"_s)
        return u"It is believed here already: a lead desk vouched for it."_s;
    return standing == u"unknown"_s ? u"Not trusted yet."_s
                                    : u"It was trusted, and is not any more: %1."_s.arg(standing);
}

int showBefore(Call& call, const db::Store& store, const db::Introduced& introduced,
    const QString& file, const QString& verb)
{
    QString standing = core::word(core::TrustStanding::Unknown);
    const QString& id = introduced.introduction.desk;
    const auto trusted = db::trustedDesks(store);
    if (const auto desk = trusted.find(id); desk != trusted.end())
        standing = core::word(core::standingOf(desk->second, store.now()));
    const auto own = db::identitiesOf(store);
    if (std::find(own.begin(), own.end(), id) != own.end())
        standing = u"own"_s;
    QString say = sayBefore(standing);
    const bool believed = standing == u"trusted"_s || standing == u"vouched"_s;
    if (standing != u"own"_s)
        say += (believed ? u" To take what the file says anew: ring"_s : u" Ring"_s)
            + u" the desk on a number that you know; let them read out their six words. If they "
              u"are these, run: desks %1 %2 --code \"%3\"."_s.arg(
                  verb, file, introduced.code.join(u' '));
    QJsonObject answer = toJson(introduced);
    answer.insert(u"ok"_s, true);
    answer.insert(u"trusted"_s, believed);
    answer.insert(u"standing"_s, standing);
    answer.insert(u"say"_s, say);
    print(call, answer);
    return Done;
}

int finish(Call& call, db::Store& store, const db::Answer& done, QJsonObject answer)
{
    if (!done.done()) {
        print(call, answerJson(done.decision));
        return Refused;
    }
    QJsonArray late;
    for (const core::ImportReport& report : db::importHeld(store))
        late.append(core::jsonOf(report));
    answer.insert(u"ok"_s, true);
    if (const QString mark = done.decision.made.value(u"mark"_s).toString(); !mark.isEmpty()) {
        answer.insert(u"own_letters"_s, mark);
        answer.insert(u"say"_s,
            u"From now on the references of this desk carry %1, so that no two desks give one "
            u"reference to two things."_s.arg(mark));
    }
    if (!late.isEmpty())
        answer.insert(u"imported"_s, late);
    print(call, answer);
    return Done;
}

int believe(Call& call, const QCommandLineParser& parser, const QString& file, bool vouch)
{
    return guarded(call, [&] {
        const db::Introduced introduced = db::readIntroductionFile(file);
        if (!parser.isSet(u"code"_s))
            return withStore(call, db::Access::Read, [&](db::Store& store) {
                return showBefore(call, store, introduced, file, vouch ? u"vouch"_s : u"trust"_s);
            });
        return withStore(call, db::Access::Write, [&](db::Store& store) {
            db::TrustOptions options{call.user, parser.value(u"code"_s), parser.isSet(u"lead"_s),
                vouch, parser.value(u"services"_s).split(u',', Qt::SkipEmptyParts)};
            const db::Answer done = db::trustDesk(store, introduced, options);
            QJsonObject answer = toJson(introduced);
            answer.insert(vouch ? u"vouched"_s : u"trusted"_s, done.done());
            return finish(call, store, done, answer);
        });
    });
}

/// The one desk whose identity or name begins so.
std::optional<db::ListedDesk> findDesk(const db::Store& store, const QString& text)
{
    std::optional<db::ListedDesk> found;
    for (const db::ListedDesk& desk : db::listDesks(store))
        if (!desk.own && (desk.desk.startsWith(text) || desk.name == text)) {
            if (found)
                return {};
            found = desk;
        }
    return found;
}

int wrongDesk(Call& call, const db::Store& store, const QString& name)
{
    const auto desks = db::listDesks(store);
    if (std::any_of(desks.begin(), desks.end(), [&](const db::ListedDesk& desk) {
            return desk.own && (desk.name == name || desk.desk == name);
        }))
        return wrongUsage(call, u"“%1” is this desk, which goes on believing itself."_s.arg(name),
            u"Name another, or withdraw this one at the desks that are to believe it no longer."_s);
    return wrongUsage(call, u"“%1” names no desk here, or several."_s.arg(name),
        u"`dutydesk-cli desks` lists them; give the whole identity."_s);
}

QStringList toldOfWithdrawal(
    const db::ListedDesk& desk, qint64 last, const QStringList& after, const QStringList& lost)
{
    QStringList told;
    if (desk.seq == 0)
        told.append(u"Nothing of “%1” is here, and nothing that it wrote is taken in, whoever "
                    u"brings it."_s.arg(desk.name));
    else if (last > desk.seq)
        told.append(u"Only its entries up to %1 are here. What comes with the numbers up to %2 is "
                    u"believed, whoever wrote it."_s.arg(desk.seq)
                        .arg(last));
    if (!after.isEmpty())
        told.append(u"Entries that it wrote after that are here already and stay. Look at these "
                    u"records and correct what is wrong: %1."_s.arg(after.join(u", ")));
    if (!lost.isEmpty())
        told.append(
            u"Its later word made these desks believed, and they are not any more: %1. "
            u"Trust them here, or let another lead desk vouch for them."_s.arg(lost.join(u", ")));
    return told;
}

/// What is wrong with --last, and how to mend it.
std::optional<std::pair<QString, QString>> wrongLast(
    const db::ListedDesk& desk, const QString& told, std::optional<qint64> last)
{
    if (!last || *last < 0)
        return {{u"“%1” is no event's number."_s.arg(told),
            u"Write --last with the number of the last event that is believed."_s}};
    if (desk.seq == 0 && *last > 0)
        return {{u"Nothing of “%1” is here, so that no entry of it can be the last that is "
                 u"believed."_s.arg(desk.name),
            u"Leave --last out, and nothing of it is taken in; or read a bundle with its "
            u"entries first."_s}};
    return {};
}

std::optional<qint64> numberIn(const QString& text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

int withdrawFrom(
    Call& call, db::Store& store, const db::ListedDesk& desk, qint64 last, const QString& why)
{
    const auto before = db::trustedDesks(store);
    const db::Answer done = store.submit({{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, call.user},
        {u"desk"_s, desk.desk}, {u"last_seq"_s, last},
        {u"last_chain"_s, db::chainOf(store, desk.desk, last)}, {u"why"_s, why}});
    QJsonObject answer{{u"desk"_s, desk.desk}, {u"name"_s, desk.name}, {u"last"_s, last}};
    const QStringList after = db::recordsWrittenAfter(store, desk.desk, last);
    const QStringList lost = db::believedNoMore(store, before);
    if (!after.isEmpty())
        answer.insert(u"after"_s, QJsonArray::fromStringList(after));
    if (!lost.isEmpty())
        answer.insert(u"lost"_s, QJsonArray::fromStringList(lost));
    if (const QStringList told = toldOfWithdrawal(desk, last, after, lost); !told.isEmpty())
        answer.insert(u"say"_s, told.join(u' '));
    return finish(call, store, done, answer);
}

int withdraw(Call& call, const QCommandLineParser& parser, const QString& name)
{
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        const auto desk = findDesk(store, name);
        if (!desk)
            return wrongDesk(call, store, name);
        const QString told = parser.value(u"last"_s);
        const auto last = parser.isSet(u"last"_s) ? numberIn(told) : std::optional(desk->seq);
        if (const auto wrong = wrongLast(*desk, told, last))
            return wrongUsage(call, wrong->first, wrong->second);
        return withdrawFrom(call, store, *desk, *last, parser.value(u"why"_s));
    });
}

void describe(QCommandLineParser& parser)
{
    parser.addOptions({{u"until"_s, u"introduce: believed until then"_s, u"TIME"_s},
        {u"code"_s, u"trust, vouch: the six words that the other desk read out"_s, u"WORDS"_s},
        {u"lead"_s, u"trust: it may vouch for desks of its own service"_s},
        {u"services"_s, u"trust, vouch: believe it for these services alone"_s, u"A,B"_s},
        {u"last"_s, u"withdraw: the last event that is believed; the newest here"_s, u"N"_s},
        {u"why"_s, u"withdraw: why it is no longer believed"_s, u"WORDS"_s}});
    parser.addPositionalArgument(
        u"list"_s, u"The desks that are known and the bundles that wait; when nothing is said"_s);
    parser.addPositionalArgument(
        u"introduce FILE"_s, u"Writes this desk's introduction and says the six words"_s);
    parser.addPositionalArgument(
        u"trust FILE"_s, u"Shows who introduces themselves; with --code believes them"_s);
    parser.addPositionalArgument(
        u"vouch FILE"_s, u"Believes, as lead desk, a desk of the own service for all others"_s);
    parser.addPositionalArgument(
        u"withdraw DESK"_s, u"Believes a desk no longer, by its identity or name"_s);
}

}

int desksVerb(Call& call)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parse(call, parser, "desks", 2))
        return Usage;
    const QStringList words = parser.positionalArguments();
    const QString what = words.value(0, u"list"_s);
    if (what == u"list"_s)
        return listAll(call);
    if (words.size() != 2)
        return wrongUsage(call, u"`desks %1` takes one file or desk."_s.arg(what),
            u"`dutydesk-cli help desks` shows what it takes."_s);
    if (what == u"introduce"_s)
        return introduceSelf(call, parser, words[1]);
    if (what == u"trust"_s || what == u"vouch"_s)
        return believe(call, parser, words[1], what == u"vouch"_s);
    if (what == u"withdraw"_s)
        return withdraw(call, parser, words[1]);
    return wrongUsage(call, u"`desks` does not know “%1”."_s.arg(what),
        u"Use introduce, trust, vouch, withdraw or list."_s);
}

}
