#include "db/exchange.h"

using namespace Qt::StringLiterals;

namespace db {

static QString counted(qint64 number, const QString& one, const QString& many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

QStringList linesOf(const ExportReport& report, const QString& file)
{
    const QString entries = counted(report.events + report.revealed, u"entry"_s, u"entries"_s);
    const QString files = counted(report.files, u"attached file"_s, u"attached files"_s);
    QStringList lines{
        u"%1 for %2: %3, %4 by digest alone, %5, %6."_s.arg(file, report.desks.join(u", "), entries,
            QString::number(report.stubs), files, counted(report.bytes, u"byte"_s, u"bytes"_s))};
    for (const QString& desk : report.ranOut)
        lines.append(
            u"Not for %1: trust a new introduction of it (`desks trust FILE`)."_s.arg(desk));
    if (!report.missing.isEmpty())
        lines.append(
            counted(report.missing.size(), u"attached file is not yet here and goes later."_s,
                u"attached files are not yet here and go later."_s));
    for (const QString& entry : report.tooLong)
        lines.append(
            u"%1 is longer than a bundle can hold and went by its digest alone. Write what "
            u"matters of it anew, shorter, or attach it as a file."_s.arg(entry));
    for (const QString& desk : report.unsent)
        lines.append(u"What is here of %1 is not whole and goes with its own bundles."_s.arg(desk));
    return lines;
}

}
