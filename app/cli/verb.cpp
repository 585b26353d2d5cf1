#include "app/cli/verb.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

int wrongUsage(Call& call, const QString& text, const QString& mend)
{
    if (call.json) {
        const QJsonObject answer{{u"error"_s, text}, {u"mend"_s, mend}};
        call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
    }
    call.err << "dutydesk-cli: " << text << ' ' << mend << '\n';
    return Usage;
}

bool parse(Call& call, QCommandLineParser& parser, const char* verb, qsizetype most)
{
    QString problem;
    if (!parser.parse(QStringList{QString::fromLatin1(verb)} + call.arguments))
        problem = parser.errorText();
    else if (parser.positionalArguments().size() > most)
        problem = u"“%1” is too much here."_s.arg(parser.positionalArguments().at(most));
    if (problem.isEmpty())
        return true;
    wrongUsage(call, problem.endsWith(u'.') ? problem : problem + u'.',
        u"`dutydesk-cli help %1` shows what it takes."_s.arg(QString::fromLatin1(verb)));
    return false;
}

QString storeOf(Call& call)
{
    if (call.store.isEmpty())
        wrongUsage(call, u"No store is named."_s,
            u"Put --store FILE before the verb, or set DUTYDESK_STORE."_s);
    return call.store;
}

}
