#include "db/exchange.h"

using namespace Qt::StringLiterals;

namespace db {

QStringList linesOf(const ExportReport& report, const QString& file)
{
    QStringList lines{u"%1 for %2: %3 entries, %4 by digest alone, %5 attached files, %6 bytes."_s
                          .arg(file, report.desks.join(u", "))
                          .arg(report.events + report.revealed)
                          .arg(report.stubs)
                          .arg(report.files)
                          .arg(report.bytes)};
    for (const QString& desk : report.ranOut)
        lines.append(
            u"Not for %1: trust a new introduction of it (`desks trust FILE`)."_s.arg(desk));
    if (!report.missing.isEmpty())
        lines.append(report.missing.size() == 1
                ? u"1 attached file is not yet here and goes later."_s
                : u"%1 attached files are not yet here and go later."_s.arg(report.missing.size()));
    for (const QString& entry : report.tooLong)
        lines.append(
            u"%1 is longer than a bundle can hold and went by its digest alone. Write what "
            u"matters of it anew, shorter, or attach it as a file."_s.arg(entry));
    for (const QString& desk : report.unsent)
        lines.append(u"What is here of %1 is not whole and goes with its own bundles."_s.arg(desk));
    return lines;
}

}
