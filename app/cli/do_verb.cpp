#include "app/cli/do_verb.h"

#include "app/cli/do_run.h"
#include "app/cli/opened.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

int doVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(
        u"file"_s, u"Commands, one JSON object a line; standard input when left out"_s);
    if (!parse(call, parser, "do", 1))
        return Usage;
    const QString path = parser.positionalArguments().value(0);
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        QFile file(path);
        const bool opened = path.isEmpty() ? file.open(stdin, QIODevice::ReadOnly)
                                           : file.open(QIODevice::ReadOnly);
        if (!opened)
            return failed(call, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()),
                u"Check the name."_s);
        Run run(call, store);
        int worst = Done;
        while (!file.atEnd())
            worst = std::max(worst, run.line(file.readLine()));
        return worst;
    });
}

}
