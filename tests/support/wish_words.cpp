#include "tests/support/wish_words.h"

#include "tests/support/calendars.h"

#include <QHash>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

template <typename Part>
QStringList keysOf(const std::vector<Part>& parts)
{
    QStringList keys;
    for (const Part& part : parts)
        keys.append(part.key);
    return keys;
}

// The same rota, changed, with a line less; then files that are wrong.
const QStringList& rotaFiles()
{
    static const QString headings = u"code,role,from,to,person,fill\n"_s;
    static const QString friday
        = u"N1,amhp,2026-11-20 17:00,2026-11-21 09:00,Ned Other,planned\n"_s;
    static const QString saturday = u"N2,amhp,2026-11-21 09:00,2026-11-22 09:00,,\n"_s;
    static const QString clocksChange
        = u",service_manager,2027-03-27 20:00,2027-03-28 08:00,Una Ellis,overtime\n"_s;
    static const QStringList files{headings + friday + saturday, headings + saturday + clocksChange,
        headings + u"N1,amhp,2026-11-20 18:00,2026-11-21 09:00,Una Ellis,agency\n"_s,
        headings + u"N1,nobody,2026-11-20 18:00,2026-11-19,Una Ellis,unfilled\n"_s, u"A rota"_s};
    return files;
}

// A later version that holds from a day after all nights, the version as it is, and no profile.
QStringList profileFiles(const Profile& profile)
{
    const QByteArray now
        = shippedBytes(("profiles/" + profile.key.toStdString() + ".json").c_str());
    QByteArray later = now;
    later.replace(R"("version": "1.0")", R"("version": "1.1")");
    later.replace(R"("effective": ")" + profile.effective.toString(Qt::ISODate).toLatin1(),
        R"("effective": "2027-06-01)");
    later.replace("Nobody yet", "Head of service");
    return {QString::fromUtf8(later), QString::fromUtf8(later), QString::fromUtf8(now), u"{}"_s};
}

const QHash<QString, QStringList>& commonWords()
{
    static const QString number = u"01632 960123"_s;
    static const QString key(64, u'a');
    static const QHash<QString, QStringList> words{{u"number"_s, {number}},
        {u"call_back"_s, {number}}, {u"telephone"_s, {number}}, {u"manager_number"_s, {number}},
        {u"postcode"_s, {u"AY1 1AA"_s, u"AY5 2BB"_s, u"ZZ9 9ZZ"_s}},
        {u"nhs_number"_s, {u"999 000 0018"_s, u"12345"_s}},
        {u"form"_s, {u"A3"_s, u"A4"_s, u"A8"_s, u"A11"_s}},
        {u"illness"_s, {u"critical_clock"_s, u"watcher"_s, u"stable"_s}},
        {u"superintendent"_s, {u"none"_s, u"Supt Bell"_s}}, {u"manager"_s, {u"Tom Ashdown"_s}},
        {u"lead"_s, {u"Priya Nair"_s}}, {u"amhp"_s, {u"Grace Oyelaran"_s, u"Helen Brandt"_s}},
        {u"signed_by_name"_s, {u"Grace Oyelaran"_s, u"Ned Other"_s}}, {u"csv"_s, rotaFiles()},
        {u"watches"_s, {u"Tom Ashdown"_s, u"Grace Oyelaran"_s, u"The control room"_s}},
        {u"age_text"_s, {u"15"_s, u"44"_s, u"in their thirties"_s}},
        {u"amhp_name"_s, {u"Grace Oyelaran"_s, u"Helen Brandt"_s}},
        {u"place"_s, {u"North Anyshire Hospital"_s, u"At home"_s}},
        {u"code"_s, {u"acorn abbey badger"_s}}, {u"page"_s, {key}}, {u"signing_key"_s, {key}},
        {u"box_key"_s, {key}}, {u"desk"_s, {QString(32, u'b')}}, {u"field"_s, {u"title"_s}},
        {u"gp_registered"_s, {u"yes"_s, u"no"_s}}, {u"doctor"_s, {u"Dr Ames"_s, u"Dr Bose"_s}},
        {u"ladder"_s, {u"on_call"_s}}, {u"file_hash"_s, {key}},
        {u"login"_s, {u"una"_s, u"ivo"_s, u"lena"_s, u"omar"_s}}};
    return words;
}

bool isOfService(const QString& field, const QString& command)
{
    const bool receives = command.startsWith(u"handover.") || command == u"contact.warm_transfer"
        || command == u"contact.pass_on";
    return field == u"service" || field == u"called_by" || field == u"services"
        || field == u"partner" || (field == u"from" && command == u"handover.edt_record")
        || (field == u"to" && receives);
}

}

const QStringList& wishLogins(const Profile& profile)
{
    static const QStringList byTurns{
        u"priya"_s, u"helen"_s, u"tom"_s, u"grace"_s, u"kofi"_s, u"ruth"_s, u"sam"_s};
    static const QStringList byShift{
        u"cara"_s, u"olu"_s, u"ada"_s, u"lena"_s, u"bob"_s, u"chris"_s};
    return profile.handsOverByShift() ? byShift : byTurns;
}

static QStringList teamWords(const QString& field, const QString& command, const Profile& profile)
{
    if (field == u"teams" && command == u"case.distribute")
        return keysOf(profile.teams) + QStringList(5, u"unknown"_s);
    if (field == u"team" && command == u"case.crht_request")
        return keysOf(profile.teams)
            + QStringList{u"crisis team north"_s, u"Luton Crisis Team"_s, u"CRHT"_s, u"none"_s};
    if (field == u"team" && command.startsWith(u"case.support"))
        return keysOf(profile.teams)
            + QStringList{u"crisis team north"_s, u"Luton Crisis Team"_s, u"Some team"_s,
                u"CAMHS crisis team"_s};
    if (field == u"left_to")
        return keysOf(profile.teams) + keysOf(profile.services) + QStringList{u"nobody"_s};
    if (field == u"team" || field == u"teams" || field == u"open_to")
        return keysOf(profile.teams) + QStringList{u"none"_s};
    return {};
}

static QStringList roleWords(const QString& field, const QString& command, const Profile& profile)
{
    if (field == u"role" && command == u"handover.discuss")
        return {u"on_call_manager"_s, u"amhp_lead"_s};
    if (field == u"role" && command.startsWith(u"shift."))
        return keysOf(profile.roles);
    if (field == u"roles")
        return profile.handsOverByShift()
            ? QStringList{u"adult_officer"_s, u"amhp"_s, u"team_leader"_s}
            : QStringList{u"edt_officer"_s, u"amhp"_s, u"amhp_lead"_s};
    return {};
}

// The keys of the profile that a field of this name may have.
static QStringList profileWords(const QString& field, const Profile& profile)
{
    if (field == u"council" || field == u"gp_council")
        return keysOf(profile.councils) + QStringList{u"out_of_area"_s};
    if (field == u"kind_of_work")
        return keysOf(profile.work);
    if (field == u"band")
        return keysOf(profile.rotaLimits);
    if (field == u"route")
        return keysOf(profile.escalationRoutes);
    if (field == u"contact")
        return keysOf(profile.contacts);
    return field == u"pathway" ? keysOf(profile.pathways) : QStringList();
}

QStringList wishWords(const QString& field, const QString& command, const Profile& profile)
{
    for (const QStringList& found : {teamWords(field, command, profile),
             roleWords(field, command, profile), profileWords(field, profile)})
        if (!found.isEmpty())
            return found;
    if (isOfService(field, command))
        return keysOf(profile.services);
    if (field == u"to")
        return {u"adults.duty@anyshire.example"_s, u"someone@elsewhere.example"_s};
    if (field == u"kind")
        return {u"task"_s, u"anticipated_action"_s};
    if (command == u"profile.publish" && field == u"profile")
        return profileFiles(profile);
    if (command == u"profile.publish" && field == u"approved_by")
        return {profile.approvedBy};
    if (field == u"window")
        return {u"2026-11-18-PM"_s, u"2026-12-24-AM"_s};
    return commonWords().value(field, {u"Some words"_s, u"Other words"_s, u"none"_s});
}

QStringList likelyWords(const QString& field, const QString& command, QStringList choices)
{
    const qsizetype all = choices.size();
    const bool detention = command == u"case.status" && field == u"status";
    const QString likely = detention                   ? u"s136"_s
        : command == u"case.place" && field == u"kind" ? u"police_station"_s
        : field == u"role"                             ? u"crht"_s
                                                       : QString();
    for (qsizetype n = 0; !likely.isEmpty() && n < all; ++n)
        choices.append(likely);
    return choices;
}

QString partWord(const QString& field, const QString& command)
{
    static const QHash<QString, QString> words{{u"task"_s, u"task_added"_s},
        {u"item"_s, u"proposed"_s}, {u"attempt"_s, u"call_attempted"_s},
        {u"dispute"_s, u"disagreement_raised"_s}, {u"request"_s, u"support_asked"_s},
        {u"clock"_s, u"clock_started"_s}, {u"entry"_s, u"noted"_s}, {u"note"_s, u"noted"_s},
        {u"corrects"_s, u"noted"_s}, {u"document"_s, u"document_noted"_s},
        {u"ladder"_s, u"ladder_started"_s}, {u"discussion"_s, u"high_risk_discussed"_s},
        {u"disclosure"_s, u"disclosed"_s}, {u"completes"_s, u"decided"_s},
        {u"promise"_s, u"ring_back_promised"_s}};
    static const QHash<QString, QString> ofCommand{{u"case.attendee_update"_s, u"attendee_added"_s},
        {u"duty.manager_told"_s, u"manager_action_added"_s},
        {u"duty.rang_back"_s, u"ring_back_promised"_s}};
    return field == u"id" ? ofCommand.value(command) : words.value(field);
}

std::optional<SubjectKind> recordKind(const QString& field, const QString& command)
{
    if (field == u"duty")
        return SubjectKind::Duty;
    if (field == u"escalation")
        return SubjectKind::Escalation;
    if (field == u"of" && command == u"sitrep.sent")
        return SubjectKind::Sitrep;
    if (field == u"record")
        return SubjectKind::Case;
    return {};
}
