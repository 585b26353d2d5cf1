#include "tests/db/lines.h"

#include "core/time/dated_time.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

std::vector<QByteArray> linesOf(const QByteArray& text)
{
    std::vector<QByteArray> lines;
    for (const QByteArray& line : text.split('\n'))
        if (!line.trimmed().isEmpty() && !line.startsWith('#'))
            lines.push_back(line);
    return lines;
}

}

void Lines::work(const QByteArray& text)
{
    for (const QByteArray& line : linesOf(text))
        if (const db::Answer answer = send(line); !answer.done())
            throw std::runtime_error(
                answer.decision.refusals.front().text.toStdString() + " in " + line.toStdString());
}

QStringList Lines::workWithRefusals(const QByteArray& text)
{
    QStringList clauses;
    for (const QByteArray& line : linesOf(text))
        if (const db::Answer answer = send(line); !answer.done())
            clauses.append(answer.decision.refusals.front().clause);
    return clauses;
}

QByteArray Lines::named(QByteArray line) const
{
    for (auto name = m_names.rbegin(); name != m_names.rend(); ++name)
        line.replace("\"$" + name->first.toUtf8() + '"', '"' + name->second.toUtf8() + '"');
    return line;
}

db::Answer Lines::send(const QByteArray& line)
{
    QJsonObject request = QJsonDocument::fromJson(named(line)).object();
    if (request.size() == 1 && request.contains(u"clock"_s)) {
        const auto read = core::readDatedTime(request.value(u"clock"_s).toString());
        m_store.setTrainingClock(std::get<core::Instant>(read));
        return {};
    }
    const QString as = request.take(u"as"_s).toString();
    request.remove(u"refused_by"_s); // for `do`, which checks it
    const db::Answer answer = m_store.submit(request);
    if (as.isEmpty() || !answer.done())
        return answer;
    for (const QString& kind :
        {u"item"_s, u"case"_s, u"contact"_s, u"person"_s, u"id"_s, u"user"_s})
        if (answer.decision.made.contains(kind)) {
            m_names[as] = answer.decision.made.value(kind).toString();
            break;
        }
    return answer;
}
