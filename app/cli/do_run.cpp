#include "app/cli/do_run.h"

#include "app/cli/answers.h"
#include "core/command/repeated_key.h"
#include "core/time/london.h"
#include "core/time/typed_time.h"
#include "db/attachments.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

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
        return wrong(u"“%1” is given twice in one object."_s.arg(*twice),
            u"Keep the one that is meant; nothing was stored."_s);
    QString unknown;
    QJsonObject request = m_labels.fillIn(document.object(), unknown);
    if (!unknown.isEmpty())
        return wrong(u"“%1” names nothing made in this run."_s.arg(unknown),
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

int Run::wrong(const QString& text, const QString& mend)
{
    answer({{u"ok"_s, false}, {u"error"_s, text}, {u"mend"_s, mend}});
    return Usage;
}

int Run::notAnObject(const QJsonDocument& document, const QJsonParseError& problem)
{
    const QString why = document.isArray()
        ? u"it is a list"_s
        : u"%1 at character %2"_s.arg(problem.errorString()).arg(problem.offset);
    return wrong(u"This is no JSON object: %1."_s.arg(why),
        u"Write one object in curly brackets on each line."_s);
}

int Run::clock(const QJsonValue& typed)
{
    if (!m_store.training())
        return wrong(u"The clock of a live store cannot be set."_s,
            u"Make a store with init --training to practise."_s);
    if (!typed.isString())
        return wrong(u"“clock” must be text in quotation marks."_s,
            u"Write {\"clock\": \"2026-11-18T21:00\"}."_s);
    const auto read = core::readTypedTime(typed.toString(), core::fromMillis(4102444800000));
    if (const auto* problem = std::get_if<core::TimeProblem>(&read))
        return wrong(problem->text, problem->mend);
    m_store.setTrainingClock(std::get<core::Instant>(read));
    return answer({{u"ok"_s, true}, {u"clock"_s, core::isoText(m_store.now())}});
}

// The store keeps a copy named by its content; the command carries what names it.
void Run::attachFile(QJsonObject& request)
{
    const db::Attachment copy = db::attach(m_store, request.take(u"file"_s).toString());
    request.insert(u"file_hash"_s, copy.hash);
    request.insert(u"file_name"_s, copy.name);
    request.insert(u"file_size"_s, copy.size);
}

// A run may show what is refused: then the refusal is what it asked for, and being done is not.
static int isRefusedBy(const core::Decision& decision, const QString& clause)
{
    const bool asMeant = std::any_of(decision.refusals.begin(), decision.refusals.end(),
        [&clause](const core::Refusal& refusal) { return refusal.clause == clause; });
    return asMeant ? Done : Refused;
}

static bool canBeRead(const QString& path)
{
    const QFileInfo found(path);
    return found.isFile() && found.isReadable();
}

int Run::command(QJsonObject request)
{
    const QJsonValue as = request.take(u"as"_s);
    if (!as.isUndefined() && as.toString().isEmpty())
        return wrong(
            u"“as” must be text in quotation marks."_s, u"Give a name, such as \"call-a\"."_s);
    const QString label = as.toString();
    const QString refusedBy = request.take(u"refused_by"_s).toString();
    if (!request.contains(u"user"_s) && !m_call.user.isEmpty())
        request.insert(u"user"_s, m_call.user);
    if (const QJsonValue file = request.value(u"file"_s); !file.isUndefined()) {
        if (!canBeRead(file.toString()))
            return wrong(u"The file “%1” cannot be read."_s.arg(file.toVariant().toString()),
                u"Give the path of a file in quotation marks; nothing was stored."_s);
        attachFile(request);
    }
    const db::Answer came = m_store.submit(request);
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
