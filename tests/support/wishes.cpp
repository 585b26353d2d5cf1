#include "tests/support/wishes.h"

#include "core/clock/catalogue.h"
#include "tests/support/wish_words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isAnswer(const QString& command)
{
    static const QStringList answers{u"handover.accept"_s, u"handover.decline"_s,
        u"handover.read_back"_s, u"handover.telephoned"_s};
    return answers.contains(command);
}

QStringList keysOfClocks()
{
    QStringList keys;
    for (const ClockKind& kind : clockKinds())
        keys.append(kind.key);
    return keys;
}

const FieldSpec* fieldNamed(const std::vector<FieldSpec>& fields, const QString& name)
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&](const FieldSpec& each) { return each.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

}

Wishes::Wishes(const HandoverDesk& desk, unsigned seed) : m_desk(desk), m_random(seed * 2 + 1)
{
    m_random.discard(3);
}

const QStringList& Wishes::logins() const
{
    return wishLogins(m_desk.calendar().profile());
}

unsigned Wishes::below(unsigned limit)
{
    return static_cast<unsigned>(m_random() >> 8U) % std::max(1U, limit);
}

QString Wishes::oneOf(const QStringList& all)
{
    return all.isEmpty() ? QString() : all[below(static_cast<unsigned>(all.size()))];
}

Wish Wishes::any(const CommandSpec& command)
{
    m_command = command.name;
    m_case = {};
    Wish wish{fieldsFor(command.fields), m_desk.now};
    wish.request.insert(u"do"_s, command.name);
    tellWhen(wish);
    wish.request.insert(u"user"_s, userFor(command, wish.request));
    return wish;
}

Wish Wishes::mended(const CommandSpec& command, Wish wish, const Decision& refusal)
{
    for (const Refusal& each : refusal.refusals) {
        if (each.field == u"user")
            wish.request.insert(u"user"_s, oneOf(logins()));
        else if (each.field == u"at") {
            wish.request.remove(u"at"_s);
            wish.occurred = m_desk.now;
        } else
            giveField(command, wish, each.field.section(u'.', 0, 0).section(u'[', 0, 0));
    }
    return wish;
}

void Wishes::giveField(const CommandSpec& command, Wish& wish, const QString& field)
{
    const FieldSpec* spec = fieldNamed(command.fields, field);
    if (!spec)
        return;
    const bool given = wish.request.contains(field);
    if (given && !spec->required && oneIn(2))
        wish.request.remove(field);
    else if (!given && spec->type == u"true or false")
        wish.request.insert(field, true);
    else
        wish.request.insert(field, valueFor(*spec));
}

void Wishes::tellWhen(Wish& wish)
{
    if (!oneIn(3))
        return;
    const bool longAgo = oneIn(12);
    wish.occurred = m_desk.now - std::chrono::minutes(below(longAgo ? 5000 : 240));
    wish.request.insert(
        u"at"_s, longAgo || oneIn(2) ? isoText(wish.occurred) : timeText(wish.occurred));
    if (oneIn(3))
        wish.request.insert(u"late_reason"_s, u"Away from the desk"_s);
    if (oneIn(3))
        wish.request.insert(u"evidence"_s, u"Custody record"_s);
}

QString Wishes::userFor(const CommandSpec& command, const QJsonObject& request)
{
    const QString text = request.value(u"case"_s).toString();
    const auto record = m_desk.caseRecord({QUuid::fromString(text)});
    if (!record || oneIn(8))
        return oneOf(logins());
    const HandoverItem* item = record->pendingHandover();
    const QString service
        = item && isAnswer(command.name) ? item->to : record->responsible.current();
    QStringList theirs;
    for (const QString& login : logins())
        if (const auto user = m_desk.userNamed(login); user && user->service == service)
            theirs.append(login);
    return oneOf(theirs.isEmpty() ? logins() : theirs);
}

QJsonObject Wishes::fieldsFor(const std::vector<FieldSpec>& fields)
{
    QJsonObject object;
    if (const FieldSpec* spec = fieldNamed(fields, u"case"_s); spec && spec->required) {
        const QJsonValue about = recordOf(SubjectKind::Case);
        m_case = QUuid::fromString(about.toString());
        object.insert(u"case"_s, about);
    }
    for (const FieldSpec& field : fields) {
        const bool made = field.name == u"id" && !field.required;
        const bool wholly = m_command.startsWith(u"desk.") && field.type != u"time";
        if (object.contains(field.name) || made || (!field.required && !wholly && !oneIn(4)))
            continue;
        object.insert(field.name, valueFor(field));
    }
    return object;
}

QJsonValue Wishes::listFor(FieldSpec field)
{
    field.type = field.type.mid(8);
    QJsonArray list{valueFor(field)};
    if (oneIn(3))
        list.append(valueFor(field));
    return list;
}

static std::optional<SubjectKind> recordKind(const QString& type)
{
    for (const SubjectKind kind : {SubjectKind::Contact, SubjectKind::Case, SubjectKind::Person,
             SubjectKind::Visit, SubjectKind::Alert, SubjectKind::Shift})
        if (type == word(kind))
            return kind;
    return {};
}

QJsonValue Wishes::valueFor(const FieldSpec& field)
{
    if (field.type.startsWith(u"list of "))
        return listFor(field);
    if (field.type == u"object")
        return fieldsFor(field.fields);
    if (field.type == u"one of")
        return oneOf(likelyWords(field.name, m_command, field.choices));
    if (field.type == u"true or false")
        return oneIn(2);
    if (field.type == u"number")
        return numberFor(field.name);
    if (field.type == u"date")
        return dateFor(field.name);
    if (field.type == u"time" || field.type == u"time to come")
        return isoText(timeFor(field.type != u"time"));
    if (field.type == u"user")
        return oneOf(logins());
    if (const auto kind = recordKind(field.type))
        return recordOf(*kind);
    return field.type == u"identifier" || field.type == u"handover window"
        ? identifierFor(field.name)
        : textFor(field.name);
}

Instant Wishes::timeFor(bool toCome)
{
    const bool far = oneIn(6);
    return toCome ? m_desk.now + std::chrono::minutes(1 + below(far ? 20000 : 900))
                  : m_desk.now - std::chrono::minutes(below(far ? 20000 : 300));
}

QJsonValue Wishes::numberFor(const QString& name)
{
    if (name == u"hours")
        return static_cast<int>(below(14));
    if (name == u"level")
        return 1 + static_cast<int>(below(3));
    return name.contains(u"age") ? 12 + static_cast<int>(below(70)) : static_cast<int>(below(50));
}

QJsonValue Wishes::dateFor(const QString& name)
{
    const QDate today = dateOf(m_desk.now);
    if (name != u"born")
        return today.addDays(-static_cast<int>(below(20))).toString(Qt::ISODate);
    // Often about the eighteenth birthday.
    return today.addYears(oneIn(2) ? -18 : -10 - static_cast<int>(below(80)))
        .addDays(static_cast<int>(below(5)) - 2)
        .toString(Qt::ISODate);
}

QJsonValue Wishes::recordOf(SubjectKind kind)
{
    QStringList ids;
    for (const Subject& subject : m_desk.subjects())
        if (subject.kind == kind)
            ids.append(subject.id.toString(QUuid::WithoutBraces));
    return ids.isEmpty() ? QUuid(1, 2, 3, 0x80, 0, 0, 0, 0, 0, 0, 7).toString(QUuid::WithoutBraces)
                         : oneOf(ids);
}

QJsonValue Wishes::textFor(const QString& name)
{
    const Profile& profile = m_desk.calendar().profile();
    if (name == u"kind" && m_command == u"case.clock_start" && oneIn(4))
        return u"pace"_s;
    if (name == u"kind" && m_command.startsWith(u"case.clock_")) {
        const auto record = m_desk.caseRecord({m_case});
        QStringList kinds;
        if (record && m_command != u"case.clock_start")
            for (const ClockFact& clock : record->clocks)
                kinds.append(clock.kind);
        return oneOf(kinds.isEmpty() ? keysOfClocks() : kinds);
    }
    return oneOf(wishWords(name, m_command, profile));
}

// A record of the kind that the field's name says, or a part of what the wish is about.
QJsonValue Wishes::identifierFor(const QString& name)
{
    if (const auto kind = recordKind(name, m_command))
        return recordOf(*kind);
    const QString part = partWord(name, m_command);
    QStringList fitting;
    for (const Event& event : m_desk.journal) {
        if (!event.type.contains(part) || (!m_case.isNull() && event.subject.id != m_case))
            continue;
        const QJsonObject payload = QJsonDocument::fromJson(event.payload).object();
        if (const QString id = payload.value(u"id"_s).toString(); !id.isEmpty())
            fitting.append(id);
    }
    return fitting.isEmpty() ? recordOf(SubjectKind::Case) : QJsonValue(oneOf(fitting));
}
