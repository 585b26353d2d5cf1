#include "core/command/catalogue.h"
#include "core/journal/new_event.h"
#include "core/sitrep/cut_offs.h"
#include "core/sitrep/figures.h"
#include "core/sitrep/sitrep_events.h"
#include "core/text/identifiers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype longestNarrative = 600;

// How long before a cut-off an issue may be meant for what ends then.
constexpr auto soon = std::chrono::hours(2);

struct IssueSitrep {
    static constexpr const char* name = "sitrep.issue";
    std::optional<Instant> from;
    std::optional<Instant> to;
    QString narrative;
    QString pressure;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("from", s.from, "Start of the period; the previous cut-off when left out");
        v("to", s.to, "Cut-off; the last one due when left out");
        v("narrative", s.narrative,
            "Top risks, help needed and from whom: at most 600 characters, no names");
        v("pressure", s.pressure,
            "OPEL level or local RAG, home treatment capacity and s136 suites closed, as declared: "
            "with source and time");
    }
};

struct NoteSent {
    static constexpr const char* name = "sitrep.sent";
    SitrepId of;
    QStringList to;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("of", s.of, "The SITREP, by its number or identifier", Need::Required);
        v("to", s.to, "Addresses it was e-mailed to", Need::Required);
    }
};

std::optional<Refusal> refusePeriod(const SitrepPeriod& period, Instant now)
{
    if (period.to > now)
        return Refusal{u"HO-3.10"_s, u"to"_s,
            u"The period ends at %1, which is still to come."_s.arg(dateTimeText(period.to)),
            u"Give a cut-off that has passed, or leave it out for the last one due."_s};
    if (period.from >= period.to)
        return Refusal{u"HO-3.10"_s, u"from"_s,
            u"The period would begin at %1 and end at %2."_s.arg(
                dateTimeText(period.from), dateTimeText(period.to)),
            u"Begin before the cut-off."_s};
    return {};
}

QString nhsNumberIn(const QString& words)
{
    static const QRegularExpression digits(u"(?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)"_s);
    for (auto found = digits.globalMatch(words); found.hasNext();)
        if (const QString number = found.next().captured(); checkNhsNumber(number).isValid())
            return number;
    return {};
}

bool holdsWords(const QString& text, const QString& words, Qt::CaseSensitivity sensitivity)
{
    const QRegularExpression whole(u"(?<!\\w)%1(?!\\w)"_s.arg(QRegularExpression::escape(words)),
        QRegularExpression::UseUnicodePropertiesOption
            | (sensitivity == Qt::CaseInsensitive ? QRegularExpression::CaseInsensitiveOption
                                                  : QRegularExpression::NoPatternOption));
    return whole.match(text).hasMatch();
}

void addNotes(QStringList& names, const std::vector<Note>& notes)
{
    for (const Note& note : notes)
        names.append(note.by);
}

void addNamesOf(QStringList& names, const Duty& duty)
{
    for (const OfficerOnDuty& officer : duty.officers)
        names.append(officer.name);
    for (const CallAttempt& call : duty.attempts)
        names.append(call.by);
    addNotes(names, duty.notes);
}

// A rota may name "Duty Manager" instead of a person; a narrative may say so too.
bool isRoleName(const QString& person, const Profile& profile)
{
    return std::any_of(profile.roles.begin(), profile.roles.end(), [&](const RoleKind& role) {
        return role.name.compare(person.simplified(), Qt::CaseInsensitive) == 0;
    });
}

// Users alone, and whoever is on the rota: what is typed as a manager's name may be "the duty
// manager".
QStringList staffIn(const SitrepScope& scope, const Context& context)
{
    QStringList names{context.actor.name};
    for (const auto& contact : scope.contacts) {
        names.append(contact->handler);
        addNotes(names, contact->notes);
    }
    for (const auto& record : scope.cases) {
        for (const auto& entry : record->allocated.entries())
            names.append(entry.value.name);
        addNotes(names, record->entries);
    }
    for (const auto& duty : scope.duties)
        addNamesOf(names, *duty);
    for (const auto& shift : scope.shifts)
        if (!isRoleName(shift->plan.person, scope.profile))
            names.append(shift->plan.person);
    names.removeDuplicates();
    return names;
}

QStringList namesIn(const SitrepScope& scope, const Context& context)
{
    QStringList names = staffIn(scope, context);
    for (const auto& [id, person] : scope.people)
        for (const auto& name : {person->details.name, person->details.alsoKnownAs})
            if (name)
                names.append(*name);
    names.removeIf([](const QString& name) { return !name.trimmed().contains(u' '); });
    return names;
}

// Only whole names: a surname alone may be a house or a road.
QString nameIn(const QString& words, const QStringList& names)
{
    for (const QString& name : names)
        if (holdsWords(words, name.simplified(), Qt::CaseInsensitive))
            return name;
    return {};
}

void askSurnames(Decision& decision, const QString& words, const QStringList& names)
{
    QStringList asked;
    for (const QString& name : names) {
        const QString surname = name.simplified().section(u' ', -1);
        if (!asked.contains(surname) && holdsWords(words, surname, Qt::CaseSensitive))
            asked.append(surname);
    }
    for (const QString& surname : asked)
        decision.notes.append(
            u"HO-3.10: is “%1” a person? Then issue it again with the case reference instead."_s
                .arg(surname));
}

std::optional<Refusal> refuseWords(
    const QString& field, const QString& words, const QStringList& names)
{
    QString found = nhsNumberIn(words);
    if (found.isEmpty())
        found = nameIn(words, names);
    if (found.isEmpty())
        return {};
    return Refusal{u"HO-3.10"_s, field,
        u"“%1” tells who somebody is, and the SITREP goes to several organisations."_s.arg(found),
        u"Use the case reference instead."_s};
}

std::optional<Refusal> refuseLength(const QString& narrative)
{
    if (narrative.size() <= longestNarrative)
        return {};
    return Refusal{u"HO-3.10"_s, u"narrative"_s,
        u"The narrative has %1 characters; %2 is the most."_s.arg(narrative.size())
            .arg(longestNarrative),
        u"Keep the three top risks and the help needed."_s};
}

void supersedeEarlier(
    Decision& decision, const SitrepPeriod& period, const QString& number, const Context& context)
{
    for (const auto& earlier : sitrepsOn(dateOf(period.to), context.records, context.profile())) {
        if (earlier->superseded || earlier->from != period.from || earlier->to != period.to)
            continue;
        decision.events.push_back(
            newEvent(subjectOf(earlier->id), SitrepSuperseded{number}, context.now));
        decision.notes.append(u"%1 now takes the place of %2."_s.arg(number, earlier->number));
    }
}

std::optional<Instant> cutOffSoon(const Profile& profile, Instant now)
{
    const Instant next = lastCutOff(profile, now + soon);
    return next > now ? std::optional(next) : std::nullopt;
}

// Those that this one does not cover: for the manager, and no alarm.
void noteMissed(Decision& decision, const SitrepPeriod& issued, const Context& context)
{
    QStringList missed;
    for (const SitrepPeriod& period : missedLately(context.now, context.records, context.profile()))
        if (!covers(issued, period))
            missed.append(u"%1 to %2"_s.arg(dateTimeText(period.from), dateTimeText(period.to)));
    if (!missed.isEmpty())
        decision.notes.append(
            u"HO-3.10: nobody has issued %1: give from and to."_s.arg(missed.join(u"; "_s)));
}

void tellPeriod(Decision& decision, const SitrepPeriod& period, const Context& context)
{
    decision.notes.append(
        u"It counts %1 to %2."_s.arg(dateTimeText(period.from), dateTimeText(period.to)));
    const auto next = cutOffSoon(context.profile(), context.now);
    if (next && *next > period.to)
        decision.notes.append(
            u"What has happened since is in the next one: the night now ending is due at %1."_s.arg(
                timeText(*next)));
    noteMissed(decision, period, context);
}

void oweSending(Decision& decision, const QString& number)
{
    decision.owed.push_back(
        {u"HO-3.10"_s, u"sent"_s, u"To whom %1 was e-mailed."_s.arg(number), u"send"_s});
}

Decision issueSitrep(const IssueSitrep& wanted, const Context& context)
{
    SitrepPeriod period = duePeriod(context.profile(), context.now);
    if (wanted.to) {
        period.to = *wanted.to;
        period.from = cutOffBefore(context.profile(), period.to);
    }
    period.from = wanted.from.value_or(period.from);
    if (auto refusal = refusePeriod(period, context.now))
        return {{}, {*refusal}, {}, {}, {}, {}};

    const SitrepScope scope
        = sitrepScope(period.from, period.to, context.records, context.calendar);
    const QStringList names = namesIn(scope, context);
    Decision decision;
    for (auto refusal :
        {refuseLength(wanted.narrative), refuseWords(u"narrative"_s, wanted.narrative, names),
            refuseWords(u"pressure"_s, wanted.pressure, names)})
        if (refusal)
            decision.refusals.push_back(std::move(*refusal));
    if (decision.refused())
        return decision;

    const QString prefix = u"S-%1-"_s.arg(dateOf(period.to).toString(Qt::ISODate));
    const QString number = prefix + context.deskMark
        + QString::number(context.records.referencesWith(prefix + context.deskMark) + 1);
    const SitrepId id = sitrepId(context.profile().key, number);
    decision.events.push_back(newEvent(subjectOf(id),
        SitrepIssued{id, number, period.from, period.to, wanted.narrative, wanted.pressure,
            QString::fromUtf8(figuresToJson(described(countFigures(scope)))),
            scope.profile.version},
        context.now));
    tellPeriod(decision, period, context);
    oweSending(decision, number);
    askSurnames(decision, wanted.narrative + u'\n' + wanted.pressure, names);
    supersedeEarlier(decision, period, number, context);
    decision.made.insert(u"sitrep"_s, id.text());
    decision.made.insert(u"ref"_s, number);
    return decision;
}

Decision noteSent(const NoteSent& wanted, const Context& context)
{
    const auto sitrep = context.records.sitrep(wanted.of);
    if (!sitrep)
        return refuse(
            u"HO-3.10"_s, u"of"_s, u"There is no such SITREP."_s, u"`list sitreps` shows them."_s);
    if (context.occurred < sitrep->issuedAt)
        return refuse(u"HO-3.10"_s, u"at"_s,
            u"%1 was issued at %2, after that time."_s.arg(
                sitrep->number, dateTimeText(sitrep->issuedAt)),
            u"Give the time when the e-mail went out."_s);
    Decision decision;
    SitrepSent sent;
    for (const QString& address : wanted.to) {
        const IdentifierCheck check = checkEmail(address, context.profile().secureDomains);
        if (!check.isValid())
            decision.refusals.push_back({u"IDN-5.6"_s, u"to"_s, check.reason, check.mend});
        sent.to.append(check.normalised);
        if (check.status == IdentifierStatus::Warn)
            sent.outside.append(check.normalised);
    }
    if (wanted.to.isEmpty())
        decision.refusals.push_back(
            {u"HO-3.10"_s, u"to"_s, u"Nobody is named."_s, u"Give the addresses it went to."_s});
    if (decision.refused())
        return decision;
    if (!sent.outside.isEmpty())
        decision.flags.push_back({u"IDN-5.6"_s,
            u"%1 went outside the secure e-mail domains: %2."_s.arg(
                sitrep->number, sent.outside.join(u", "))});
    decision.events.push_back(newEvent(subjectOf(wanted.of), sent));
    return decision;
}

}

std::vector<CommandSpec> sitrepCommands()
{
    return {
        command<IssueSitrep>("Counts a period and issues its SITREP under the next number",
            {u"HO-3.10"_s, u"INV-8"_s}, issueSitrep),
        command<NoteSent>(
            "Notes that a SITREP was e-mailed", {u"HO-3.10"_s, u"IDN-5.6"_s}, noteSent),
    };
}

}
