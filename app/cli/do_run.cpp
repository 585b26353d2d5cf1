#include "app/cli/do_run.h"

#include "app/cli/answers.h"
#include "app/cli/reference_verb.h"
#include "core/command/engine.h"
#include "core/command/repeated_key.h"
#include "core/time/dated_time.h"
#include "core/time/london.h"
#include "db/attachments.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static bool holds(const QJsonValue& value, const QString& text)
{
    const QJsonArray list = value.toArray();
    const QJsonObject object = value.toObject();
    const auto inIt = [&text](const QJsonValue& each) { return holds(each, text); };
    return value.toString() == text || std::any_of(list.begin(), list.end(), inIt)
        || std::any_of(object.begin(), object.end(), inIt);
}

static QString fieldWith(const QJsonObject& request, const QString& text)
{
    for (auto each = request.begin(); each != request.end(); ++each)
        if (holds(each.value(), text))
            return each.key();
    return u"line"_s;
}

int Run::line(const QByteArray& text)
{
    ++m_number;
    const QByteArray trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith('#'))
        return Done;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(trimmed, &problem);
    if (!document.isObject())
        return notAnObject(document, problem);
    if (const auto twice = core::repeatedKey(trimmed))
        return wrong(*twice, u"“%1” is given twice in one object."_s.arg(*twice),
            u"Keep the one that is meant; nothing was stored."_s);
    QString unknown;
    QJsonObject request = m_labels.fillIn(document.object(), unknown);
    if (!unknown.isEmpty())
        return wrong(fieldWith(document.object(), unknown),
            u"“%1” names nothing made in this run."_s.arg(unknown),
            u"Give an earlier line \"as\": \"…\"."_s);
    if (!request.contains(u"do"_s) && request.contains(u"clock"_s))
        return clock(request.value(u"clock"_s));
    return command(request);
}

int Run::answer(QJsonObject object)
{
    object.insert(u"line"_s, m_number);
    m_call.out << QJsonDocument(object).toJson(QJsonDocument::Compact) << Qt::endl;
    return object.value(u"ok"_s).toBool() ? Done : Refused;
}

// As a command that is refused is answered; `error` and `mend` stand by themselves too.
int Run::wrong(const QString& field, const QString& text, const QString& mend)
{
    core::Decision decision;
    decision.refusals.push_back({u"DESK-1"_s, field, text, mend});
    QJsonObject object = answerJson(decision);
    object.insert(u"error"_s, text);
    object.insert(u"mend"_s, mend);
    answer(object);
    return Usage;
}

int Run::notAnObject(const QJsonDocument& document, const QJsonParseError& problem)
{
    const QString why = document.isArray()
        ? u"it is a list"_s
        : u"%1 at character %2"_s.arg(problem.errorString()).arg(problem.offset);
    return wrong(u"line"_s, u"This is no JSON object: %1."_s.arg(why),
        u"Write one object in curly brackets on each line."_s);
}

int Run::clock(const QJsonValue& typed)
{
    if (!m_store.training())
        return wrong(u"clock"_s, u"The clock of a live store cannot be set."_s,
            u"Make a store with init --training to practise."_s);
    if (!typed.isString())
        return wrong(u"clock"_s, u"“clock” must be text in quotation marks."_s,
            u"Write {\"clock\": \"2026-11-18T21:00\"}."_s);
    const auto read = core::readDatedTime(typed.toString());
    if (const auto* problem = std::get_if<core::TimeProblem>(&read))
        return wrong(u"clock"_s, problem->text, problem->mend);
    m_store.setTrainingClock(std::get<core::Instant>(read));
    return answer({{u"ok"_s, true}, {u"clock"_s, core::isoText(m_store.now())}});
}

// The store keeps a copy named by its content; the command carries what names it. Another command
// is left to say that it knows no file.
int Run::attached(QJsonObject& request, QString& file)
{
    if (!request.contains(u"file"_s) || !db::takesFile(request.value(u"do"_s).toString()))
        return Done;
    const QJsonValue given = request.take(u"file"_s);
    file = given.toString();
    const QFileInfo found(file);
    if (found.isFile() && found.isReadable())
        return Done;
    return wrong(u"file"_s, u"The file “%1” cannot be read."_s.arg(given.toVariant().toString()),
        u"Give the path of a file in quotation marks; nothing was stored."_s);
}

// A run may show what is refused: then the refusal is what it asked for, and being done is not.
static int isRefusedBy(const core::Decision& decision, const QString& clause)
{
    const bool asMeant = std::any_of(decision.refusals.begin(), decision.refusals.end(),
        [&clause](const core::Refusal& refusal) { return refusal.clause == clause; });
    return asMeant ? Done : Refused;
}

// What is for the run and not for the command; false when it is there and no text.
static bool takeText(QJsonObject& request, const QString& key, QString& text)
{
    const QJsonValue value = request.take(key);
    text = value.toString();
    return value.isUndefined() || !text.isEmpty();
}

// As the window's form of it does; core reads no file of the reference. FM-1
static void tellReviews(db::Answer& came, const QJsonObject& request, const db::Store& store)
{
    if (came.done() && request.value(u"do"_s) == u"duty.start"_s)
        came.decision.notes
            += reviewNotes(store.calendar().profile().key, core::dateOf(store.now()));
}

int Run::command(QJsonObject request)
{
    QString label;
    if (!takeText(request, u"as"_s, label))
        return wrong(u"as"_s, u"“as” must be text in quotation marks."_s,
            u"Give a name, such as \"call-a\"."_s);
    QString refusedBy;
    if (!takeText(request, u"refused_by"_s, refusedBy))
        return wrong(u"refused_by"_s, u"“refused_by” must be text in quotation marks."_s,
            u"Give the clause that refuses it, such as \"HO-3.8\"."_s);
    if (!request.contains(u"user"_s) && !m_call.user.isEmpty())
        request.insert(u"user"_s, m_call.user);
    QString file;
    if (const int unread = attached(request, file); unread != Done)
        return unread;
    db::Answer came
        = file.isEmpty() ? m_store.submit(request) : db::submitWithFile(m_store, request, file);
    tellReviews(came, request, m_store);
    QJsonObject object = answerJson(came.decision);
    object.insert(u"do"_s, request.value(u"do"_s));
    if (came.done()) {
        object.insert(u"action"_s, came.action.toString(QUuid::WithoutBraces));
        if (came.repeated)
            object.insert(u"repeated"_s, true);
        if (!label.isEmpty())
            m_labels.keep(label, came.decision.made);
    }
    const int status = answer(object);
    return refusedBy.isEmpty() ? status : isRefusedBy(came.decision, refusedBy);
}

}
